import type { FUND_PROFILE, Profile } from "@cadre/core/lifecycle";
import type { EngineEvent } from "@cadre/engine";
import { hc } from "hono/client";
import type { CadreServer } from "../server.ts";
import type { Close, CloseApp } from "./close.ts";
import { messagesOf } from "./event-stream.ts";

/** Options of {@link createClient}. */
export interface ClientOptions {
  /** Where the API is: `https://cadre.example.org`, or where it is mounted: `https://example.org/cadre`. */
  url: string;
  /** Secret of a key. Default: none, for a host that authenticates by its own session. */
  key?: string;
  /** Further headers of each request, such as a token of the host. */
  headers?: Record<string, string>;
  /** Whether a browser sends its cookies to another origin. Default: to its own alone. */
  credentials?: "omit" | "same-origin" | "include";
  /** Default: `fetch` of the platform. */
  fetch?: typeof fetch;
}

/** An entry of a project's log as it comes, with the cursor by which a reader goes on after it. */
export interface LiveEvent<P extends Profile = typeof FUND_PROFILE> {
  /** Opaque; a reader that stored it goes on after this entry. */
  cursor: string;
  /** The entry, as the log has it: its `type` says which `data` it has. */
  event: Close<EngineEvent, P>;
}

/** Which events a reader wants. */
export interface LiveOptions {
  /** Cursor or position after which to begin. Default: the beginning of the log. */
  after?: string;
  /** Ends the reading. */
  signal?: AbortSignal;
}

type Routes<P extends Profile> = ReturnType<typeof hc<CloseApp<CadreServer["app"], P>>>;

/**
 * A client: the routes as functions, with their parameters, bodies and answers. With the type of a profile, those of the agency.
 */
export interface CadreClient<P extends Profile = typeof FUND_PROFILE> {
  /** Routes below `/v1`: `client.v1.projects[":project"].framework.$get(…)`. */
  v1: Routes<P>["v1"];
  /** The page of the portfolio. */
  index: Routes<P>["index"];
  /**
   * Live events of a project, those that are recorded already first. The key goes in a header, never in the address. Ends when the server
   * or the signal ends the stream; `cursor` of the last event resumes it.
   *
   * @throws Error where the server refuses, with its problem as `cause`.
   */
  follow(project: string, options?: LiveOptions): AsyncGenerator<LiveEvent<P>>;
}

/**
 * A typed client of the API, for Node and browsers: the routes as functions, with their parameters and answers
 * (`client.v1.projects[":project"].framework.$get(…)`), and `follow` for live events. Each write gets an `Idempotency-Key`, where it has none.
 */
export function createClient<P extends Profile = typeof FUND_PROFILE>(
  options: ClientOptions,
): CadreClient<P> {
  const { url, key, headers = {}, credentials, fetch: own = fetch } = options;
  const address = url.replace(/\/+$/, "");
  const always = { ...headers, ...(key !== undefined && { Authorization: `Bearer ${key}` }) };
  const send: typeof fetch = (input, init) => {
    const all = new Headers(init?.headers);
    for (const [name, value] of Object.entries(always)) all.set(name, value);
    const write = init?.method !== undefined && init.method !== "GET";
    if (write && !all.has("Idempotency-Key")) all.set("Idempotency-Key", crypto.randomUUID());
    return own(input, { ...init, headers: all, ...(credentials !== undefined && { credentials }) });
  };
  const routes = hc<CloseApp<CadreServer["app"], P>>(address, { fetch: send });

  async function* follow(
    project: string,
    { after = "0", signal }: LiveOptions = {},
  ): AsyncGenerator<LiveEvent<P>> {
    const response = await send(`${address}/v1/projects/${encodeURIComponent(project)}/events`, {
      headers: { Accept: "text/event-stream", "Last-Event-ID": after },
      ...(signal !== undefined && { signal }),
    });
    if (!response.ok || response.body === null) {
      const problem = (await response.json().catch(() => null)) as { title?: string } | null;
      throw new Error(problem?.title ?? `HTTP ${response.status}`, { cause: problem });
    }
    for await (const { id, data } of messagesOf(response.body, signal))
      yield { cursor: id, event: JSON.parse(data) as LiveEvent<P>["event"] };
  }
  const { v1, index } = routes;
  return { v1, index, follow };
}
