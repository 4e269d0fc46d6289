/**
 * Exits with 0 when every package of package-lock.json is installed in its version, by npm's own list of what it
 * installed. Contents are compared, not times: a fresh checkout gives old files new times, and an install that is not
 * needed would pull packages away under whatever runs from them. Plain JavaScript, because Node 26 may yet be missing.
 */
import { readFileSync } from 'node:fs';

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

const locked = Object.entries(packagesOf('package-lock.json')).filter(([name]) => name.includes('node_modules/'));
const installed = packagesOf('node_modules/.package-lock.json');
// What is optional may be left out by npm on this platform; start checks for the one that matters, Node itself.
const isThere = ([name, entry]) =>
  entry.link === true
    ? installed[name]?.link === true
    : installed[name] === undefined
      ? entry.optional === true || entry.devOptional === true || entry.peer === true
      : installed[name].version === entry.version;

process.exitCode = locked.length > 0 && locked.every(isThere) ? 0 : 1;
