import { type Problem, type Result, refuse } from "@cadre/core";
import { parseJson } from "@cadre/core/json";
import { excerpt } from "../reading.ts";
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
export interface PageOptions extends HttpOptions {
  /** Where pages are kept between readings. Default: nowhere. */
  cache?: PageCache;
}

const problem = (
  code: string,
  path: string,
  [en, fr]: [string, string],
  found: string | number | null,
  expected: string,
): Problem => ({ code, where: { path }, message: { en, fr }, found, expected });

/** The bytes of an address; those that are kept, where the server says that they have not changed. */
export async function read(url: string, { cache, ...http }: PageOptions): Promise<Result<Uint8Array>> {
  const known = await cache?.get(url);
  const answer = await get(url, http, known?.etag);
  if (!answer.ok) return answer;
  const { body, etag, unchanged } = answer.value;
  if (unchanged && known !== undefined) return { ok: true, value: known.body, findings: [] };
  if (etag !== null) await cache?.set(url, { etag, body });
  return { ok: true, value: body, findings: [] };
}

/** An answer as JSON; a page of HTML, as a server shows to who has to sign in, is none. */
async function json(url: string, options: PageOptions): Promise<Result<unknown>> {
  const body = await read(url, options);
  if (!body.ok) return body;
  const text = new TextDecoder().decode(body.value);
  if (/^\s*</.test(text))
    return refuse(
      problem(
        "live-not-json",
        new URL(url).pathname,
        [
          "The server answered with a page for people, not with data. Check the address and the token.",
          "Le serveur a répondu par une page web et non par des données. Vérifiez l’adresse et le jeton.",
        ],
        excerpt(text),
        "JSON",
      ),
    );
  return parseJson(text);
}

type Entry = Readonly<Record<string, unknown>>;
const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** All entries of a list that comes in pages, each with the address of the `next`; `null` where it changed meanwhile. */
async function once(url: string, options: PageOptions): Promise<Result<Entry[] | null>> {
  const list: Entry[] = [];
  const [seen, ids] = [new Set<string>(), new Set<unknown>()];
  let count: unknown;
  for (let next: string | null = url; next !== null; ) {
    if (seen.has(next) || seen.size >= MAX_PAGES)
      return refuse(
        problem(
          "live-endless",
          new URL(url).pathname,
          [
            `The pages lead in a circle, or are more than ${MAX_PAGES}.`,
            `Les pages tournent en rond, ou sont plus de ${MAX_PAGES}.`,
          ],
          seen.size,
          "a last page",
        ),
      );
    seen.add(next);
    const page: Result<unknown> = await json(next, options);
    if (!page.ok) return page;
    if (Array.isArray(page.value) && seen.size === 1)
      return { ok: true, value: page.value.filter(isEntry), findings: [] };
    const results: unknown = isEntry(page.value) ? page.value.results : undefined;
    if (!isEntry(page.value) || !Array.isArray(results))
      return refuse(
        problem(
          "live-not-a-page",
          new URL(next).pathname,
          ["This is no page of a list.", "Ce n’est pas une page d’une liste."],
          null,
          "{ count, next, results: [ … ] }",
        ),
      );
    if (count !== undefined && page.value.count !== count) return { ok: true, value: null, findings: [] };
    count = page.value.count;
    for (const each of results.filter(isEntry)) {
      const id = each._id ?? each.id;
      // What moved to a later page while the earlier ones were read comes twice, and something else not at all.
      if (id !== undefined && ids.has(id)) return { ok: true, value: null, findings: [] };
      ids.add(id);
      list.push(each);
    }
    const following: unknown = page.value.next ?? null;
    if (following === null) break;
    const address = typeof following === "string" ? sameOrigin(following, url) : null;
    if (address === null)
      return refuse(
        problem(
          "live-elsewhere",
          new URL(url).pathname,
          [
            "The next page is on another server, to which nothing is sent.",
            "La page suivante est sur un autre serveur, auquel rien n’est envoyé.",
          ],
          excerpt(String(following)),
          new URL(url).origin,
        ),
      );
    next = address;
  }
  const whole = typeof count !== "number" || count === list.length;
  return { ok: true, value: whole ? list : null, findings: [] };
}

/**
 * All entries of a list that comes in pages. Where it changes while it is read, so that entries would be missing or come twice, it is reread;
 * where it never stops changing, it is refused.
 */
export async function entriesOf(url: string, options: PageOptions): Promise<Result<Entry[]>> {
  for (let reading = 0; reading < MAX_READINGS; reading += 1) {
    const list = await once(url, options);
    if (!list.ok) return list;
    if (list.value !== null) return { ...list, value: list.value };
  }
  return refuse(
    problem(
      "live-changing",
      new URL(url).pathname,
      [
        `The list changed each of the ${MAX_READINGS} times that it was read; try again later.`,
        `La liste a changé à chacune de ses ${MAX_READINGS} lectures ; réessayez plus tard.`,
      ],
      MAX_READINGS,
      "a list that does not change while it is read",
    ),
  );
}
