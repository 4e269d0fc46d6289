/** The four machines of an order as tables of allowed moves. SQL repeats the guard: `… where state = $from`. */

export type OrderState = 'draft' | 'placed' | 'closed' | 'cancelled';

export type TenderState =
  | 'initiated'
  | 'authorized'
  | 'captured'
  | 'voided'
  | 'failed'
  | 'partially_refunded'
  | 'refunded'
  | 'deferred'
  | 'declined';

export type FulfilmentState =
  | 'open'
  | 'picking'
  | 'picked'
  | 'packed'
  | 'ready'
  | 'shipped'
  | 'handed_over'
  | 'delivered'
  | 'on_hold'
  | 'short'
  | 're_sourced'
  | 'cancelled'
  | 'expired';

export type ReturnState =
  | 'requested'
  | 'approved'
  | 'in_transit'
  | 'received'
  | 'inspected'
  | 'settled'
  | 'rejected'
  | 'cancelled';

export type MachineStates = {
  order: OrderState;
  tender: TenderState;
  fulfilment: FulfilmentState;
  return: ReturnState;
};

export type Machine = keyof MachineStates;

type Moves<State extends string> = Readonly<Record<State, readonly State[]>>;

const moves: { readonly [M in Machine]: Moves<MachineStates[M]> } = {
  order: { draft: ['placed'], placed: ['closed', 'cancelled'], closed: [], cancelled: [] },

  tender: {
    initiated: ['authorized', 'failed'],
    authorized: ['captured', 'voided'],
    captured: ['partially_refunded', 'refunded'],
    // A second part that still leaves something is a move too.
    partially_refunded: ['partially_refunded', 'refunded'],
    // An offline card: the terminal stored it, the bank answers later.
    deferred: ['captured', 'declined'],
    voided: [],
    failed: [],
    refunded: [],
    declined: [],
  },

  fulfilment: {
    open: ['picking', 'on_hold', 'short', 're_sourced', 'cancelled'],
    picking: ['picked', 'open', 'on_hold', 'short', 're_sourced', 'cancelled'],
    picked: ['packed', 'ready', 'shipped', 'on_hold', 'cancelled'],
    packed: ['ready', 'shipped', 'on_hold', 'cancelled'],
    ready: ['handed_over', 'expired', 'cancelled'],
    shipped: ['delivered'],
    on_hold: ['open', 'picking', 'picked', 'packed', 're_sourced', 'cancelled'],
    short: ['picking', 'picked', 're_sourced', 'cancelled'],
    // Another group at another location carries on; this one has ended.
    re_sourced: [],
    handed_over: [],
    delivered: [],
    cancelled: [],
    expired: [],
  },

  return: {
    requested: ['approved', 'rejected', 'cancelled'],
    approved: ['in_transit', 'received', 'cancelled'],
    in_transit: ['received', 'cancelled'],
    // At a till the goods are looked at while they are taken in, so inspection may be skipped.
    received: ['inspected', 'settled', 'rejected'],
    inspected: ['settled', 'rejected'],
    settled: [],
    rejected: [],
    cancelled: [],
  },
};

/** The states that may follow `from`, in the order of the usual way first; none for a final state. */
export function nextStates<M extends Machine>(machine: M, from: MachineStates[M]): readonly MachineStates[M][] {
  const table: Moves<MachineStates[M]> = moves[machine];
  return table[from];
}

/** May this machine go from one state to the other? */
export function canMove<M extends Machine>(machine: M, from: MachineStates[M], to: MachineStates[M]): boolean {
  return nextStates(machine, from).includes(to);
}
