/** Wakes those who wait for something to be appended through this process. Waiting leaves nothing behind. */
export class Notifier {
  readonly #waiting = new Set<() => void>();
  #count = 0;

  /** How often it has notified: taken before a look, it makes {@link wait} return at once where something came in between. */
  get count(): number {
    return this.#count;
  }

  notify(): void {
    this.#count += 1;
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves at the next notification after `seen`, after a time in milliseconds, or when the signal aborts. */
  wait(seen: number, ms: number, signal?: AbortSignal): Promise<void> {
    if (this.#count !== seen || signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      signal?.addEventListener("abort", wake);
      this.#waiting.add(wake);
    });
  }
}
