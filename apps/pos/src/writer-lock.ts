/** Only one tab writes sales: two would hand out the same receipt number. */

const lockName = 'tandem-register-writer';

/** Resolves once this tab holds the lock, and holds it until the tab closes. `onWait` is called if another has it. */
export async function holdWriterLock(onWait: () => void): Promise<void> {
  const forEver = () => new Promise<never>(() => undefined);
  const isFree = await new Promise<boolean>((resolve) => {
    void navigator.locks.request(lockName, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? forEver() : undefined;
    });
  });
  if (isFree) return;
  onWait();
  await new Promise<void>((resolve) => {
    void navigator.locks.request(lockName, () => {
      resolve();
      return forEver();
    });
  });
}
