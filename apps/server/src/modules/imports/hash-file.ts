/** The hash that tells whether a file was brought in before. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { errorCode } from '../../platform/cannot-start.ts';
import { refuse } from '../../platform/refusal.ts';

/** SHA-256 of the bytes. Refuses `import.not_readable` when there is no such file. */
export async function hashFile(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    refuse('import.not_readable', `The file ${path} cannot be read (${errorCode(error)}).`, { field: 'file' });
  }
  return hash.digest();
}
