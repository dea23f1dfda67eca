/**
 * One thing that an adapter must hold to. It fails by rejecting, with an `AssertionError` of Node's own, so that any runner can run it:
 * `for (const { name, run } of suite) it(name, run)`.
 */
export interface ConformanceCase {
  /** What is held to. */
  name: string;
  /** Runs the case; rejects where it fails. */
  run: () => Promise<void>;
}
