import type { Result } from "@cadre/core";
import type { ObservationSource } from "@cadre/core/observations";
import { once } from "../common.ts";
import { type Dhis2ReadOptions, dhis2Source } from "../dhis2/index.ts";
import { type IatiSourceOptions, iatiSource } from "../iati/index.ts";
import { type KoboOptions, koboSource } from "../kobo/index.ts";
import { entriesOf, type PagedOptions, read } from "./pages.ts";

export type { HttpOptions } from "./http.ts";
export { type PageCache, type PagedOptions, read as liveBytes } from "./pages.ts";

/** A source that is read from a server when it is opened: a signal of who opens it stops the reading, too. */
const opened = <Options extends PagedOptions>(
  format: string,
  options: Options,
  read: (options: Options) => Promise<Result<ObservationSource>>,
): ObservationSource => ({
  format,
  open: async (pull = {}) => {
    const source = await read({ ...options, ...(pull.signal && { signal: pull.signal }) });
    return source.ok ? source.value.open(pull) : source;
  },
});

/** How a DHIS2 instance is followed. */
export interface Dhis2LiveOptions extends Dhis2ReadOptions, PagedOptions {
  /**
   * Reads only what was changed since, as `onCheckpoint` gave it after an earlier reading; the rows correct those that were read before.
   */
  since?: string;
  /** Given, once everything was read, what the next reading passes as `since`: the last change that the server reported. */
  onCheckpoint?: (since: string) => void;
}

/**
 * Data values of a DHIS2 instance, from the address of its Web API: `https://…/api/dataValueSets.json?dataSet=…&orgUnit=…&startDate=…`.
 */
export const dhis2Live = (url: string, options: Dhis2LiveOptions): ObservationSource =>
  opened("dhis2", options, async ({ since, onCheckpoint, ...how }) => {
    const address = new URL(url);
    if (since !== undefined) address.searchParams.set("lastUpdated", since);
    const body = await read(address.href, how);
    if (!body.ok) return body;
    const text = new TextDecoder().decode(body.value);
    const stamps = [...text.matchAll(/"lastUpdated"\s*:\s*"([^"]{10,40})"/g)].map(([, stamp = ""]) => stamp);
    const last = stamps.sort().at(-1) ?? since;
    const onRead = () => last !== undefined && onCheckpoint?.(last);
    return { ok: true, value: whenRead(dhis2Source(text, how), onRead), findings: [] };
  });

/** Reports that all batches of a source were taken. */
const whenRead = (source: ObservationSource, onRead: () => unknown): ObservationSource => ({
  ...source,
  open: async (pull) => {
    const stream = await source.open(pull);
    if (!stream.ok) return stream;
    return {
      ...stream,
      value: {
        ...stream.value,
        batches: async function* () {
          yield* stream.value.batches();
          onRead();
        },
      },
    };
  },
});

/**
 * Submissions of a KoboToolbox form, from the address of its Web API: `https://…/api/v2/assets/…/data.json`. All pages are read; where
 * submissions come in meanwhile, all are reread.
 */
export const koboLive = (url: string, options: KoboOptions & PagedOptions): ObservationSource =>
  opened("kobo", options, async (how) => {
    const entries = await entriesOf(url, how);
    return entries.ok ? { ...entries, value: koboSource(entries.value, how) } : entries;
  });

/**
 * The actuals of one activity of an IATI file, from its address, or that of the datastore:
 * `https://api.iatistandard.org/datastore/activity/iati?q=iati_identifier:"…"`.
 */
export const iatiLive = (url: string, options: IatiSourceOptions & PagedOptions = {}): ObservationSource =>
  opened("iati", options, async (how) => {
    const body = await read(url, how);
    return body.ok ? { ...body, value: iatiSource(once(body.value), how) } : body;
  });
