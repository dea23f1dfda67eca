import { setTimeout as sleep } from "node:timers/promises";
import { type Bilingual, type Problem, type Result, refuse } from "@cadre/core";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { problem } from "../reading.ts";

/** How a server is asked. */
export interface HttpOptions {
  /** Sent with every request to the server's own origin: `Authorization`, a subscription key. */
  headers?: Readonly<Record<string, string>>;
  /** How often a request is repeated that failed for a reason that may pass. Default: 5. */
  retries?: number;
  /** After how many milliseconds without an answer a request is given up. Default: 60,000. */
  timeout?: number;
  /** Bytes of one answer. Default: 256 MB. */
  maxBytes?: number;
  /** Stops everything, by throwing the signal's reason. */
  signal?: AbortSignal;
  /** Waits before a request is repeated. Default: the clock. */
  wait?: (milliseconds: number, options: { signal?: AbortSignal }) => Promise<void>;
}

/** An answer, whole. */
export interface Answer {
  body: Uint8Array;
  /** Marks the state that was given, by which a later request asks whether it has changed. */
  etag: string | null;
  /** Whether the server says that nothing has changed. */
  unchanged: boolean;
}

/** The longest that a server may make anyone wait, in milliseconds. */
const MAX_WAIT = 120_000;

const addressOf = ({ origin, pathname }: URL): string => origin + pathname;

/** Milliseconds that an answer asks to wait (RFC 9110, `Retry-After`); else a wait that doubles. */
function delay(answer: Response | null, attempt: number): number {
  const asked = answer?.headers.get("retry-after")?.trim() ?? "";
  const stated = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  return Math.min(MAX_WAIT, Math.max(0, Number.isNaN(stated) ? 500 * 2 ** attempt : stated));
}

const MAY_PASS: readonly number[] = [408, 425, 429, 500, 502, 503, 504];

/** The whole of an answer's body. @throws where it is cut off; `null` where it is longer than that. */
async function bodyOf(answer: Response, limit: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of answer.body ?? []) {
    bytes += piece.length;
    if (bytes > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces, bytes);
}

function refusedStatus(url: URL, status: number): Problem {
  if (status !== 401 && status !== 403)
    return problem(
      "live-status",
      addressOf(url),
      message(en.httpStatus, fr.httpStatus, status),
      status,
      "HTTP 200",
    );
  const what = message(en.notAuthorised, fr.notAuthorised, status);
  return problem("live-not-authorised", addressOf(url), what, status, "a token that may read these data");
}

/**
 * Gets an address, whole. What may pass (too many requests, a server that is down, a connection that is cut) is asked again, after the time that
 * the server names or a wait that doubles.
 * @throws the signal's reason.
 */
export async function get(
  address: string,
  { headers, retries = 5, timeout = 60_000, maxBytes = 2 ** 28, signal, wait }: HttpOptions = {},
  etag?: string,
): Promise<Result<Answer>> {
  const url = new URL(address);
  const stop = { ...(signal && { signal }) };
  const pause = wait ?? ((ms: number) => sleep(ms, undefined, stop));
  let last: Problem | null = null;
  for (let attempt = 0; attempt <= retries; attempt += 1) {
    signal?.throwIfAborted();
    let answer: Response | null = null;
    try {
      const limits = [AbortSignal.timeout(timeout), ...(signal === undefined ? [] : [signal])];
      answer = await fetch(url, {
        headers: { ...headers, ...(etag !== undefined && { "if-none-match": etag }) },
        signal: AbortSignal.any(limits),
      });
      const given = (body: Uint8Array, etag: string | null, unchanged = false): Result<Answer> => ({
        ...{ ok: true, value: { body, etag, unchanged }, findings: [] },
      });
      if (answer.status === 304) return given(new Uint8Array(), etag ?? null, true);
      if (answer.ok) {
        const body = await bodyOf(answer, maxBytes);
        return body === null ? refuse(tooLong(url, maxBytes)) : given(body, answer.headers.get("etag"));
      }
      await answer.body?.cancel();
      last = refusedStatus(url, answer.status);
      if (!MAY_PASS.includes(answer.status)) return refuse(last);
    } catch (error) {
      signal?.throwIfAborted();
      const reason = reasonOf(error);
      const what = message(en.unreachable, fr.unreachable, reason);
      last = problem("live-unreachable", addressOf(url), what, reason.en, "an answer");
    }
    if (attempt < retries) await pause(delay(answer, attempt), stop);
  }
  return refuse(last ?? refusedStatus(url, 0));
}

/** Why there was no answer, by the error's own code or its cause's. */
function reasonOf(error: unknown): Bilingual {
  const { name = "", cause } = error as Error;
  const { code = "" } = (cause ?? error) as { code?: string };
  if (name === "TimeoutError" || /TIMEOUT|ETIMEDOUT/.test(code)) return message(en.answerLate, fr.answerLate);
  if (code === "ECONNREFUSED") return message(en.connectionRefused, fr.connectionRefused);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return message(en.hostUnknown, fr.hostUnknown);
  if (code === "ECONNRESET" || code === "UND_ERR_SOCKET")
    return message(en.connectionLost, fr.connectionLost);
  if (/CERT|SIGNATURE|ALTNAME/.test(code)) return message(en.certificateInvalid, fr.certificateInvalid);
  return message(en.noAnswer, fr.noAnswer);
}

const tooLong = (url: URL, limit: number): Problem => {
  const what = message(en.answerTooLong, fr.answerTooLong, limit);
  return problem("live-too-long", addressOf(url), what, `> ${limit}`, `at most ${limit} bytes`);
};

/** An address on the same server as another: `null` where it leads elsewhere, to which no token is sent. */
export function sameOrigin(next: string, from: string): string | null {
  if (!URL.canParse(next, from)) return null;
  const url = new URL(next, from);
  return url.origin === new URL(from).origin ? url.href : null;
}
