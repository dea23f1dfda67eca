import type { Append, EventStore, NewEvent, RecordedEvent } from "@cadre/engine";

/** An event as the engine records them. */
export const sampleEvent = (n: number, data: Record<string, unknown> = {}): NewEvent => ({
  type: "activity.delayed",
  version: 1,
  effective: "2020-03",
  recordedAt: new Date(Date.UTC(2020, 2, 1, 0, 0, n)).toISOString(),
  actor: { id: "amina", role: "recipient-agency", agency: "PAM" },
  evidence: [{ where: { path: "activities/1.1.1", line: 40 + n }, quote: `sentence ${n}` }],
  data: { activity: "1.1.1", causes: ["covid-19"], n, ...data },
});

/** An append of so many events; its key and fingerprint are of its number. */
export const sampleAppend = (
  stream: string,
  n: number,
  { count = 1, ...change }: Partial<Append> & { count?: number } = {},
): Append => ({
  stream,
  expected: "any",
  key: `key-${n}`,
  fingerprint: `fingerprint-${n}`,
  events: Array.from({ length: count }, (_, each) => sampleEvent(n * 100 + each)),
  ...change,
});

/**
 * All events of all streams, page by page, so many at least: an empty page is not the end where an older transaction still runs, of whatever
 * database of the server. What has not come after a minute is missing.
 */
export async function readWhole(
  store: EventStore,
  count: number,
  page = 7,
  after: string | null = null,
): Promise<{ events: RecordedEvent[]; cursor: string }> {
  const events: RecordedEvent[] = [];
  const deadline = performance.now() + 60_000;
  let cursor = after;
  for (;;) {
    const got = await store.readAll(cursor, { limit: page });
    events.push(...got.events);
    cursor = got.cursor;
    if (got.events.length > 0) continue;
    if (events.length >= count || performance.now() > deadline) return { events, cursor };
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
