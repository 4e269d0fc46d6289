/**
 * What travels with a command but is no part of what its id stands for: a password's salted hash, the bytes of a picture.
 * It has no enumerable field, so it is neither seen by the request hash nor kept anywhere.
 */
export class Carried<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself. */
  open(): T {
    return this.#value;
  }
}
