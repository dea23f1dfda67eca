import type { EventStore } from "@cadre/engine";

/** How long a store may take to answer, and how long an answer holds, in milliseconds. */
const [PATIENCE_MS, HOLDS_MS] = [3_000, 1_000];

/** Whether a store answers in time. */
async function answers(store: Pick<EventStore, "head">): Promise<boolean> {
  let end: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    end = setTimeout(resolve, PATIENCE_MS, false);
  });
  const head = store.head("ready").then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([head, late]);
  } finally {
    clearTimeout(end);
  }
}

/**
 * Looks whether stores answer, and names those that do not. Anybody may ask, so that one look a second serves all who do: asking often is no
 * load on a store.
 */
export function readiness(
  stores: Readonly<Record<string, Pick<EventStore, "head">>>,
): () => Promise<string[]> {
  let last: { since: number; unavailable: Promise<string[]> } | null = null;
  const look = async () => {
    const found = await Promise.all(
      Object.entries(stores).map(async ([name, store]) => ((await answers(store)) ? [] : [name])),
    );
    return found.flat();
  };
  return () => {
    if (last === null || performance.now() - last.since >= HOLDS_MS)
      last = { since: performance.now(), unavailable: look() };
    return last.unavailable;
  };
}
