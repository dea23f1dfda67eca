import { ChainCheck, type EventStore, type Head, PAGE, type Verification } from "../log/index.ts";

/** The result of verifying one stream. */
export interface StreamVerification {
  chain: Verification;
  /** Entries that were recorded at an earlier instant than the one before them: the clock was set back. Their order is that of positions. */
  clockWentBack: number[];
}

/** Checks a stream from its first entry, as it is on record. */
export async function verifyStream(
  store: EventStore,
  stream: string,
  known: readonly Head[] = [],
): Promise<StreamVerification> {
  const check = new ChainCheck(stream, known);
  const clockWentBack: number[] = [];
  let before = "";
  for (let from = 1; ; ) {
    const page = await store.read(stream, from, PAGE);
    for (const event of page) {
      if (event.recordedAt < before) clockWentBack.push(event.position);
      before = event.recordedAt;
      if (!check.add(event)) return { chain: check.end(), clockWentBack };
    }
    from += page.length;
    if (page.length < PAGE) return { chain: check.end(), clockWentBack };
  }
}
