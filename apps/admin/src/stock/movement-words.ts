// What an entry of the stock ledger did to goods and to claims.

interface Entry {
  readonly sellable: number;
  readonly qualityControl: number;
  readonly damaged: number;
  readonly expired: number;
  readonly onHold: number;
  readonly committed: number;
  readonly held: number;
  readonly staged: number;
}

/** Thousandths by which goods on hand changed, whatever their condition. */
export function onHandChange(entry: Entry): number {
  return entry.sellable + entry.qualityControl + entry.damaged + entry.expired + entry.onHold;
}

/** Thousandths by which claims on the goods changed. */
export function claimsChange(entry: Entry): number {
  return entry.committed + entry.held + entry.staged;
}
