/**
 * What lies where, as the demo's history remembers it, so that nobody in it buys what is not there. Goods that come back
 * are left out of account: there may be a little more than it says, never less.
 */
export class Shelf {
  readonly #quantities = new Map<string, number>();

  put(locationId: string, variantId: string, pieces: number): void {
    this.#quantities.set(`${locationId} ${variantId}`, this.pieces(locationId, variantId) + pieces);
  }

  pieces(locationId: string, variantId: string): number {
    return this.#quantities.get(`${locationId} ${variantId}`) ?? 0;
  }

  /** Takes the pieces if that many and `keep` more are there. */
  take(locationId: string, variantId: string, pieces: number, keep = 0): boolean {
    const there = this.pieces(locationId, variantId);
    if (there < pieces + keep) return false;
    this.#quantities.set(`${locationId} ${variantId}`, there - pieces);
    return true;
  }

  /** The same for an article, which may be a set: all of its contents or none. */
  takeGoods(
    locationId: string,
    { id, contents }: { id: string; contents: readonly { variantId: string; pieces: number }[] },
    pieces: number,
    keep = 0,
  ): boolean {
    if (contents.length === 0) return this.take(locationId, id, pieces, keep);
    const isThere = contents.every((one) => this.pieces(locationId, one.variantId) >= one.pieces * pieces + keep);
    return isThere && contents.every((one) => this.take(locationId, one.variantId, one.pieces * pieces, keep));
  }
}
