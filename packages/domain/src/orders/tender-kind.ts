/** The means of payment. `test` is the built-in provider for trying things out; it behaves as a card. */
export type TenderKind = 'cash' | 'card' | 'test' | 'points' | 'gift_card' | 'store_credit';
