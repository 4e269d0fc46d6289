// Whether Tandem can listen where it is told to: asked first, before anything is started.
import { createServer } from 'node:net';
import { CannotStart, errorCode, firstLine } from '../cannot-start.ts';

/** Refuses an address that is taken, not allowed or not this machine's. */
export async function checkAddress({ host, port }: { host: string; port: number }): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new CannotStart(reasonNotFree(host, port, error), { cause: error })));
    server.listen({ host, port }, () => server.close(() => resolve()));
  });
}

/** Why listening failed, in one line with the cure. */
export function reasonNotFree(host: string, port: number, error: unknown): string {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: choose another one, PORT=${port + 1} npm start.`;
    case 'EACCES':
      return `This user may not listen on port ${port}: choose one above 1023, PORT=8080 npm start.`;
    default:
      return `Tandem cannot listen on ${host} (${firstLine(error)}): correct HOST, for example HOST=127.0.0.1.`;
  }
}
