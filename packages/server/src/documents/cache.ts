/** A map of limited size, which drops what was used least recently. */
export class Cache<T> {
  readonly #entries = new Map<string, { value: T; weight: number }>();
  readonly #limit: number;
  readonly #maxWeight: number;
  #weight = 0;

  /** @param maxWeight the sum of what entries weigh, in a unit of the caller's; one entry alone may weigh more. Default: any. */
  constructor(limit: number, maxWeight: number = Number.POSITIVE_INFINITY) {
    [this.#limit, this.#maxWeight] = [limit, maxWeight];
  }
  get(name: string): T | undefined {
    const found = this.#entries.get(name);
    if (found === undefined) return undefined;
    this.#entries.delete(name);
    this.#entries.set(name, found);
    return found.value;
  }
  set(name: string, value: T, weight = 0): void {
    this.#drop(name);
    this.#entries.set(name, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      const fits = this.#entries.size <= this.#limit && this.#weight <= this.#maxWeight;
      if (fits || oldest === name) return;
      this.#drop(oldest);
    }
  }
  #drop(name: string): void {
    this.#weight -= this.#entries.get(name)?.weight ?? 0;
    this.#entries.delete(name);
  }
}
