/** Runs work to its end, step after step. */
export function runSteps<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Runs work to its end; `pause` is awaited after each of its steps. */
export async function runStepsWith<T>(
  steps: Generator<void, T, void>,
  pause: () => Promise<void>,
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}
