import { setImmediate } from "node:timers/promises";
import { runStepsWith } from "@cadre/core/internal";

/** Lets other requests run: returns in the next turn of the event loop. */
export const yieldToOthers = (): Promise<void> => setImmediate();

let last: Promise<void> = Promise.resolve();

/**
 * Runs long work alone: one after another, whoever asked for it. Work that yields between its steps then holds the event loop for one step at a
 * time; without this, the steps of all requests would run in the same turn.
 */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  const before = last;
  let end = () => {};
  last = new Promise((resolve) => {
    end = resolve;
  });
  await before;
  try {
    await yieldToOthers();
    return await work();
  } finally {
    end();
  }
}

/** The result of work that lets other requests run after each of its steps. */
export const inSteps = <T>(steps: Generator<void, T, void>): Promise<T> => runStepsWith(steps, yieldToOthers);
