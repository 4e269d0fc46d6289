// Where the embedded PostgreSQL keeps its files.
import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, mkdtemp, readlink, realpath, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { type Account, canEnter, chooseAccount } from './account.ts';

/** The folders of one embedded database and the user who owns the data. */
export interface Place {
  readonly account: Account;
  readonly folder: string;
  readonly data: string;
}

const farFolder = '/var/lib/tandem';
/** A unix socket's path may have 107 bytes on Linux, 103 on macOS; the name in the folder takes 18 and PostgreSQL a few. */
const socketFolderBytesMax = 80;

/**
 * Opens `<home>/postgres`. Started as root below a folder that only root may enter (such as /root), the data lies in
 * /var/lib/tandem instead and `<home>/postgres` is a link to it, because PostgreSQL must not run as root.
 */
export async function openPlace(home: string): Promise<Place> {
  await mkdir(home, { recursive: true });
  const name = path.join(await realpath(home), 'postgres');
  if (await isMissing(name)) {
    const account = await chooseAccount(path.join(name, 'data'));
    if (canEnter(path.dirname(name), account)) await mkdir(name);
    else await symlink(path.join(farFolder, randomBytes(6).toString('hex')), name);
  }
  const folder = (await isLink(name)) ? path.resolve(path.dirname(name), await readlink(name)) : name;
  await mkdir(folder, { recursive: true });
  const data = path.join(folder, 'data');
  const account = await chooseAccount(data);
  if (account !== undefined && (await isMissing(data))) await chmod(folder, 0o755);
  if (!canEnter(folder, account)) {
    throw new CannotStart(
      `User ${account?.uid} cannot enter ${folder}: make every folder above it enterable (chmod o+x), or choose another TANDEM_HOME.`,
    );
  }
  return { account, folder, data };
}

/** An empty private folder for the socket, short enough for the system's limit. */
export async function makeSocketFolder(place: Place): Promise<string> {
  const beside = path.join(place.folder, 'socket');
  await rm(beside, { recursive: true, force: true });
  const fits = Buffer.byteLength(beside) <= socketFolderBytesMax;
  const folder = fits ? beside : await mkdtemp(path.join(shortTemporaryFolder(), 'tandem-'));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  await giveTo(folder, place.account);
  return folder;
}

/** Makes that user the owner of a file or folder. */
export async function giveTo(file: string, account: Account): Promise<void> {
  if (account !== undefined) await chown(file, account.uid, account.gid);
}

function shortTemporaryFolder(): string {
  return Buffer.byteLength(os.tmpdir()) < socketFolderBytesMax - 20 ? os.tmpdir() : '/tmp';
}

async function isMissing(file: string): Promise<boolean> {
  return lstat(file).then(
    () => false,
    () => true,
  );
}

async function isLink(file: string): Promise<boolean> {
  return (await lstat(file)).isSymbolicLink();
}
