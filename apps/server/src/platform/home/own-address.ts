import { networkInterfaces } from 'node:os';

/** The first IPv4 address by which others reach this machine, if it has a network. */
export function ownAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
