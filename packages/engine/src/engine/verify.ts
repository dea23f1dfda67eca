import type { Problem } from "@cadre/core";
import { ChainCheck, type EventStore, type Head, PAGE, type Verification } from "../log/index.ts";

/** The result of verifying one stream. */
export interface StreamVerification {
  /** Whether every entry follows from the one before it. */
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
    const page = await store.read(stream, { from, limit: PAGE });
    for (const event of page) {
      if (event.recordedAt < before) clockWentBack.push(event.position);
      before = event.recordedAt;
      if (!check.add(event)) return { chain: check.end(), clockWentBack };
    }
    from += page.length;
    if (page.length < PAGE) return { chain: check.end(), clockWentBack };
  }
}

/** The result of verifying all streams of a log. */
export interface LogVerification {
  /** Whether all chains hold. */
  ok: boolean;
  /** What does not hold: one for each stream that is broken, and for each known head that is gone. */
  problems: Problem[];
  /** The last entry of each stream whose chain holds: to be noted elsewhere. */
  heads: Record<string, Head>;
}

/**
 * Verifies every stream of a store of any kind from its first entry.
 * @param known heads that were noted elsewhere, by stream, and must still be there.
 */
export async function verifyLog(
  store: EventStore,
  { known = {} }: { known?: Readonly<Record<string, Head>> | undefined } = {},
): Promise<LogVerification> {
  const [problems, heads]: [Problem[], Map<string, Head>] = [[], new Map()];
  const names = new Set([...(await store.streams()), ...Object.keys(known)]);
  for (const stream of names) {
    const noted = Object.hasOwn(known, stream) ? known[stream] : undefined;
    const { chain } = await verifyStream(store, stream, noted === undefined ? [] : [noted]);
    if (chain.ok) heads.set(stream, chain.head);
    else problems.push(chain.problem);
  }
  return { ok: problems.length === 0, problems, heads: Object.fromEntries(heads) };
}
