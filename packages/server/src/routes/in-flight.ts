/** Limits of the bytes of bodies that are being read or validated at the same time. */
const [MAX_BYTES, MAX_BYTES_OF_KEY] = [32 * 2 ** 20, 20 * 2 ** 20];

const ofKeys = new Map<string, number>();
let all = 0;

/** Bytes that one request holds among those in flight: what it announced, then what it sent beyond. */
export class Reservation {
  readonly #key: string;
  #held = 0;

  constructor(key: string) {
    this.#key = key;
  }
  /** Holds so many bytes altogether; false where that is too much beside the other requests, of its key or of all. */
  hold(bytes: number): boolean {
    if (!(bytes > this.#held)) return true;
    const ofKey = (ofKeys.get(this.#key) ?? 0) - this.#held;
    const others = all - this.#held;
    if (ofKey > 0 && ofKey + bytes > MAX_BYTES_OF_KEY) return false;
    if (others > 0 && others + bytes > MAX_BYTES) return false;
    ofKeys.set(this.#key, ofKey + bytes);
    all = others + bytes;
    this.#held = bytes;
    return true;
  }
  release(): void {
    const rest = (ofKeys.get(this.#key) ?? 0) - this.#held;
    if (rest > 0) ofKeys.set(this.#key, rest);
    else ofKeys.delete(this.#key);
    all -= this.#held;
    this.#held = 0;
  }
}
