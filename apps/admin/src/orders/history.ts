// The story of an order as one line of time.

export interface Moment {
  readonly key: string;
  readonly at: string;
  readonly kind: string;
  readonly who: string | null;
  /** A reason or a number that belongs to it. */
  readonly note: string;
  readonly detail: Readonly<Record<string, unknown>>;
}
interface Story {
  readonly placedAt: string;
  readonly contact: unknown;
  readonly events: readonly {
    readonly id: string;
    readonly kind: string;
    readonly at: string;
    readonly staffName: string | null;
    readonly detail: Readonly<Record<string, unknown>>;
  }[];
  readonly returns: readonly {
    readonly id: string;
    readonly number: string;
    readonly at: string;
    readonly reason: string;
  }[];
}

/** Newest first; begins with the placing or the sale, and names the number of each return. */
export function historyOf(order: Story): Moment[] {
  const begun = order.events.some((one) => one.kind === 'order.placed' || one.kind === 'order.sold');
  const first: Moment[] = begun
    ? []
    : [
        {
          key: 'placed',
          at: order.placedAt,
          kind: order.contact ? 'order.placed' : 'order.sold',
          who: null,
          note: '',
          detail: {},
        },
      ];
  const events = order.events.map((one): Moment => {
    const { reason } = one.detail;
    const returned = order.returns.find((back) => back.at === one.at)?.number ?? '';
    const note = [typeof reason === 'string' ? reason : '', returned].filter(Boolean).join(' · ');
    return { key: one.id, at: one.at, kind: one.kind, who: one.staffName, note, detail: one.detail };
  });
  return [...first, ...events].sort((a, b) => b.at.localeCompare(a.at));
}
