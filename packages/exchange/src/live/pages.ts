import type { Bilingual, Result } from "@cadre/core";
import { parseJson } from "@cadre/core/json";
import { isRecord } from "../common.ts";
import type { ExchangeCode } from "../finding-pages/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { excerpt, refusal } from "../reading.ts";
import { get, type HttpOptions, sameOrigin } from "./http.ts";

/** Pages of one list; more are no list that anyone keeps. */
const MAX_PAGES = 10_000;
/** How often a list is reread that changed while it was read. */
const MAX_READINGS = 3;

/** What is read of a server, kept between two readings, so that only what has changed is read again. */
export interface PageCache {
  /** The page of an address with its `ETag`, where it is kept. */
  get: (url: string) => Promise<{ etag: string; body: Uint8Array } | undefined>;
  /** Keeps a page. */
  set: (url: string, page: { etag: string; body: Uint8Array }) => Promise<void>;
}

/** How lists are read page by page. */
export interface PagedOptions extends HttpOptions {
  /** Where pages are kept between readings. Default: nowhere. */
  cache?: PageCache;
}

const refused = (
  code: ExchangeCode,
  url: string,
  what: Bilingual,
  ...about: [found: string | number | null, expected: string]
) => refusal(code, new URL(url).pathname, what, ...about);

/** The bytes of an address; those that are kept, where the server says that they have not changed. */
export async function read(url: string, { cache, ...http }: PagedOptions): Promise<Result<Uint8Array>> {
  const known = await cache?.get(url);
  const answer = await get(url, http, known?.etag);
  if (!answer.ok) return answer;
  const { body, etag, unchanged } = answer.value;
  if (unchanged && known !== undefined) return { ok: true, value: known.body, findings: [] };
  if (etag !== null) await cache?.set(url, { etag, body });
  return { ok: true, value: body, findings: [] };
}

/** An answer as JSON; a page of HTML, as a server shows to who has to sign in, is none. */
async function json(url: string, options: PagedOptions): Promise<Result<unknown>> {
  const body = await read(url, options);
  if (!body.ok) return body;
  const text = new TextDecoder().decode(body.value);
  if (/^\s*</.test(text))
    return refused("live-not-json", url, message(en.pageForPeople, fr.pageForPeople), excerpt(text), "JSON");
  return parseJson(text);
}

type Entry = Readonly<Record<string, unknown>>;

/** All entries of a list that comes in pages, each with the address of the `next`; `null` where it changed meanwhile. */
async function listOnce(url: string, options: PagedOptions): Promise<Result<Entry[] | null>> {
  const list: Entry[] = [];
  const [seen, ids] = [new Set<string>(), new Set<unknown>()];
  let count: unknown;
  for (let next: string | null = url; next !== null; ) {
    if (seen.has(next) || seen.size >= MAX_PAGES) {
      const what = message(en.endlessPages, fr.endlessPages, MAX_PAGES);
      return refused("live-endless", url, what, seen.size, "a last page");
    }
    seen.add(next);
    const page: Result<unknown> = await json(next, options);
    if (!page.ok) return page;
    if (Array.isArray(page.value) && seen.size === 1)
      return { ok: true, value: page.value.filter(isRecord), findings: [] };
    const value = isRecord(page.value) ? page.value : {};
    const { results } = value;
    if (!Array.isArray(results)) {
      const what = message(en.notAPage, fr.notAPage);
      return refused("live-not-a-page", next, what, null, "{ count, next, results: [ … ] }");
    }
    if (count !== undefined && value.count !== count) return { ok: true, value: null, findings: [] };
    count = value.count;
    for (const each of results.filter(isRecord)) {
      const id = each._id ?? each.id;
      // What moved to a later page while the earlier ones were read comes twice, and something else not at all.
      if (id !== undefined && ids.has(id)) return { ok: true, value: null, findings: [] };
      ids.add(id);
      list.push(each);
    }
    const following: unknown = value.next ?? null;
    if (following === null) break;
    next = typeof following === "string" ? sameOrigin(following, url) : null;
    if (next === null) {
      const what = message(en.pageElsewhere, fr.pageElsewhere);
      return refused("live-elsewhere", url, what, excerpt(String(following)), new URL(url).origin);
    }
  }
  const whole = typeof count !== "number" || count === list.length;
  return { ok: true, value: whole ? list : null, findings: [] };
}

/**
 * All entries of a list that comes in pages. Where it changes while it is read, so that entries would be missing or come twice, it is reread;
 * where it never stops changing, it is refused.
 */
export async function entriesOf(url: string, options: PagedOptions): Promise<Result<Entry[]>> {
  for (let reading = 0; reading < MAX_READINGS; reading += 1) {
    const list = await listOnce(url, options);
    if (!list.ok) return list;
    if (list.value !== null) return { ...list, value: list.value };
  }
  const what = message(en.listChanging, fr.listChanging, MAX_READINGS);
  return refused("live-changing", url, what, MAX_READINGS, "a list that does not change while it is read");
}
