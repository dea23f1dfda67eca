/** A map of limited size, which drops what was used least recently. */
export class Cache<T> {
  readonly #entries = new Map<string, T>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }
  get(name: string): T | undefined {
    const found = this.#entries.get(name);
    if (found !== undefined) this.set(name, found);
    return found;
  }
  set(name: string, value: T): void {
    this.#entries.delete(name);
    this.#entries.set(name, value);
    if (this.#entries.size > this.#limit)
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest);
        break;
      }
  }
}
