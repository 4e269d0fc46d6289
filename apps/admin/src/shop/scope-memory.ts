// Remembers in the browser which part of the trade was looked at last.
import type { Scope } from './shop.ts';

const key = 'tandem.scope';

/** The scope of last time, if it still exists; else everything. */
export function rememberedScope(locationIds: readonly string[], channelIds: readonly string[]): Scope {
  const [kind, id = ''] = (read() ?? '').split(' ');
  if (kind === 'location' && locationIds.includes(id)) return { kind, id };
  if (kind === 'channel' && channelIds.includes(id)) return { kind, id };
  return { kind: 'all' };
}

/** Keeps the scope for next time; a browser that forbids storage goes without. */
export function rememberScope(scope: Scope): void {
  try {
    localStorage.setItem(key, scope.kind === 'all' ? '' : `${scope.kind} ${scope.id}`);
  } catch {
    // The choice then lasts as long as the page.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
