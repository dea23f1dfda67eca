import { type Result, refuse } from "@cadre/core";
import type { ObservationSource, Pull } from "@cadre/core/observations";
import { type Dhis2ReadOptions, dhis2Source } from "../dhis2/index.ts";
import { type IatiSourceOptions, iatiSource } from "../iati/index.ts";
import { type KoboOptions, koboSource } from "../kobo/index.ts";
import { entriesOf, type PageOptions, read } from "./pages.ts";

export type { HttpOptions } from "./http.ts";
export { type PageCache, type PageOptions, read as liveBytes } from "./pages.ts";

/** A source that is read from a server when it is opened. */
const opened = (
  format: string,
  read: (pull: Pull) => Promise<Result<ObservationSource>>,
): ObservationSource => ({
  format,
  open: async (pull = {}) => {
    const source = await read(pull);
    return source.ok ? source.value.open(pull) : refuse(...source.problems);
  },
});
const following = (options: PageOptions, { signal }: Pull): PageOptions => ({
  ...options,
  ...(signal && { signal }),
});

/** How a DHIS2 instance is followed. */
export interface Dhis2LiveOptions extends Dhis2ReadOptions, PageOptions {
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
export const dhis2Live = (
  url: string,
  { mapping, framework, limits, since, onCheckpoint, ...http }: Dhis2LiveOptions,
): ObservationSource =>
  opened("dhis2", async (pull) => {
    const address = new URL(url);
    if (since !== undefined) address.searchParams.set("lastUpdated", since);
    const body = await read(address.href, following(http, pull));
    if (!body.ok) return body;
    const text = new TextDecoder().decode(body.value);
    const source = dhis2Source(text, { mapping, framework, ...(limits && { limits }) });
    const stamps = text.matchAll(/"lastUpdated"\s*:\s*"([^"]{10,40})"/g);
    const last =
      [...stamps]
        .map(([, stamp = ""]) => stamp)
        .sort()
        .at(-1) ?? since;
    return {
      ok: true,
      value: last === undefined ? source : whenRead(source, () => onCheckpoint?.(last)),
      findings: [],
    };
  });

/** Reports that all batches of a source were taken. */
const whenRead = (source: ObservationSource, onRead: () => void): ObservationSource => ({
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
export const koboLive = (
  url: string,
  { mapping, framework, exportedAt, ...http }: KoboOptions & PageOptions,
): ObservationSource =>
  opened("kobo", async (pull) => {
    const entries = await entriesOf(url, following(http, pull));
    if (!entries.ok) return entries;
    const options = { mapping, framework, ...(exportedAt !== undefined && { exportedAt }) };
    return { ...entries, value: koboSource(entries.value, options) };
  });

/**
 * The actuals of one activity of an IATI file, from its address, or that of the datastore:
 * `https://api.iatistandard.org/datastore/activity/iati?q=iati_identifier:"…"`.
 */
export const iatiLive = (
  url: string,
  { identifier, periods, onBytes, ...http }: IatiSourceOptions & PageOptions = {},
): ObservationSource =>
  opened("iati", async (pull) => {
    const body = await read(url, following(http, pull));
    if (!body.ok) return body;
    const { value } = body;
    async function* whole() {
      yield value;
    }
    const options: IatiSourceOptions = {
      ...(identifier !== undefined && { identifier }),
      ...(periods && { periods }),
      ...(onBytes && { onBytes }),
    };
    return { ...body, value: iatiSource(whole(), options) };
  });
