/** Remembers what changed lately, so that what was being read meanwhile is not kept: it may be from before the change. */

const marksMax = 20_000;

export class ChangeMarks {
  #sequence = 0;
  /** Changes up to here are no longer known one by one. */
  #forgottenUpTo = 0;
  readonly #merchants = new Map<string, number>();
  readonly #variants = new Map<string, number>();

  /** Where reading begins. */
  now(): number {
    return this.#sequence;
  }

  markMerchant(merchantId: string): void {
    this.#sequence += 1;
    this.#merchants.set(merchantId, this.#sequence);
    this.#tidy();
  }

  markVariants(variantIds: Iterable<string>): void {
    this.#sequence += 1;
    for (const id of variantIds) this.#variants.set(id, this.#sequence);
    this.#tidy();
  }

  /** Did the merchant's catalogue or the stock of a variant change since then? */
  changedSince(since: number, merchantId: string, variantIds: readonly string[]): boolean {
    if (since < this.#forgottenUpTo || (this.#merchants.get(merchantId) ?? 0) > since) return true;
    return variantIds.some((id) => (this.#variants.get(id) ?? 0) > since);
  }

  #tidy(): void {
    if (this.#merchants.size + this.#variants.size <= marksMax) return;
    this.#merchants.clear();
    this.#variants.clear();
    this.#forgottenUpTo = this.#sequence;
  }
}
