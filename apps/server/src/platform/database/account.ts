// Which user of the machine PostgreSQL runs as: it refuses to run as root.
import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { CannotStart } from '../cannot-start.ts';

/** A user of the machine; undefined stands for the user that Tandem itself runs as. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/**
 * As an ordinary user: that user. As root: whoever owns the data already, else `nobody`, so that no user needs to be
 * made. Refuses data that belongs to somebody else, and a root that may not become another user.
 */
export async function chooseAccount(dataFolder: string): Promise<Account> {
  const owner = await ownerOf(dataFolder);
  const own = process.getuid?.() ?? 0;
  if (own !== 0) {
    if (owner !== undefined && owner.uid !== own) {
      throw new CannotStart(
        `The data in ${dataFolder} belongs to user ${owner.uid}: start Tandem as that user or as root, or choose another TANDEM_HOME.`,
      );
    }
    return undefined;
  }
  return owner !== undefined && owner.uid !== 0 ? owner : nobody();
}

/** Whether that user can enter the folder: asked of the system itself, since access lists and mounts count too. */
export function canEnter(folder: string, account: Account): boolean {
  if (account === undefined) return true;
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' });
  if (asked.error) {
    throw new CannotStart(
      `Root may not become user ${account.uid} here (${asked.error.message}): start Tandem as an ordinary user, or give DATABASE_URL.`,
    );
  }
  return asked.status === 0;
}

async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | undefined> {
  return stat(folder).then(
    ({ uid, gid }) => ({ uid, gid }),
    () => undefined,
  );
}

function nobody(): Account {
  const ask = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  const [uid, gid] = [ask('-u'), ask('-g')];
  if (!Number.isInteger(uid) || uid === 0) {
    throw new CannotStart(
      'This machine has no user "nobody" for PostgreSQL: start Tandem as an ordinary user, or give DATABASE_URL.',
    );
  }
  return { uid, gid };
}
