import type { EventStore } from "@cadre/engine";

/** How long a store may take to answer, and how long an answer is valid, in milliseconds. */
const [PATIENCE_MS, VALID_MS] = [3_000, 1_000];

/** Whether a store can be read and written, as far as can be checked without writing, in time. */
async function isReady(store: Readiness): Promise<boolean> {
  let end: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    end = setTimeout(resolve, PATIENCE_MS, false);
  });
  const ready = (store.ready?.() ?? store.head("ready")).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([ready, late]);
  } finally {
    clearTimeout(end);
  }
}

/** What readiness asks of a store. */
type Readiness = Pick<EventStore, "head"> & Partial<Pick<EventStore, "ready">>;

/** Names the stores that are not ready. The stores are asked at most once a second, however often this is called. */
export function readiness(stores: Readonly<Record<string, Readiness>>): () => Promise<string[]> {
  let last: { since: number; unavailable: Promise<string[]> } | null = null;
  const ask = async () => {
    const found = await Promise.all(
      Object.entries(stores).map(async ([name, store]) => ((await isReady(store)) ? [] : [name])),
    );
    return found.flat();
  };
  return () => {
    if (last === null || performance.now() - last.since >= VALID_MS)
      last = { since: performance.now(), unavailable: ask() };
    return last.unavailable;
  };
}
