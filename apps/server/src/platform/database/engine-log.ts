// What PostgreSQL says: kept in a file, because a pipe would break when Tandem is killed.
import { open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { giveTo, type Place } from './place.ts';

const bytesMax = 5_000_000;

export interface EngineLog {
  readonly file: string;
  /** Where this start begins in the file. */
  readonly from: number;
  readonly descriptor: number;
  /** To be called when the program that writes has been started: Tandem's own descriptor is closed. */
  handOver(): Promise<void>;
}

/** Opens the place's log; a long one is set aside first, and one older one is kept. */
export async function openEngineLog(place: Place): Promise<EngineLog> {
  const file = path.join(place.folder, 'postgres.log');
  const bytes = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  if (bytes > bytesMax) await rename(file, `${file}.1`);
  const opened = await open(file, 'a', 0o600);
  await giveTo(file, place.account);
  return { file, from: bytes > bytesMax ? 0 : bytes, descriptor: opened.fd, handOver: () => opened.close() };
}

/** Why PostgreSQL did not start, in one line, from what it wrote since. */
export async function reasonFromLog({ file, from }: EngineLog): Promise<string> {
  const lines = (await readFile(file)).subarray(from).toString().split('\n');
  const telling = lines.filter((line) => /FATAL|PANIC|error|not found|HINT/i.test(line)).slice(0, 2);
  const words = telling.map((line) => line.replace(/^.*?(FATAL|PANIC|HINT):\s*/, '')).join(' ');
  return `The embedded PostgreSQL did not start (${words || 'it gave no reason'}): see ${file}, or give DATABASE_URL.`;
}
