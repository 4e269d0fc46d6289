/** Tells those who listen that something changed; what it is they ask for themselves. */
export class ChangeSignal {
  readonly #listeners = new Set<() => void>();

  /** Calls back after every change; gives the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
