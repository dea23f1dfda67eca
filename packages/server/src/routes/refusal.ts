import type { Problem } from "@cadre/core";
import { bilingual } from "@cadre/core";
import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { Env } from "./env.ts";
import type { HttpProblem } from "./problem-body.ts";

type Kind = z.infer<typeof HttpProblem>["code"];

/** Status of each kind; 415 is an `invalid` of its own. */
const STATUS: Readonly<Record<Kind, number>> = {
  unauthenticated: 401,
  denied: 403,
  invalid: 400,
  refused: 422,
  conflict: 409,
  "key-reused": 422,
  "out-of-range": 410,
  archived: 410,
  "not-found": 404,
  "too-large": 413,
  "too-many-requests": 429,
  unavailable: 503,
  internal: 500,
};

const MESSAGES: Readonly<Record<Kind, Problem["message"]>> = {
  unauthenticated: bilingual(en.keyRequired, fr.keyRequired),
  denied: bilingual(en.keyDenied, fr.keyDenied),
  invalid: bilingual(en.invalidRequest, fr.invalidRequest),
  refused: bilingual(en.commandRefused, fr.commandRefused),
  conflict: bilingual(en.changedMeanwhile, fr.changedMeanwhile),
  "key-reused": bilingual(en.keyReused, fr.keyReused),
  "out-of-range": bilingual(en.cursorOutOfRange, fr.cursorOutOfRange),
  archived: bilingual(en.projectArchived, fr.projectArchived),
  "not-found": bilingual(en.notFound, fr.notFound),
  "too-large": bilingual(en.requestTooLarge, fr.requestTooLarge),
  "too-many-requests": bilingual(en.tooManyRequests, fr.tooManyRequests),
  unavailable: bilingual(en.storeUnavailable, fr.storeUnavailable),
  internal: bilingual(en.internalError, fr.internalError),
};

/** One problem of a request as a whole. */
export const problemOf = (
  kind: Kind,
  path: string,
  found: string | number | null = null,
  expected: string | null = null,
): Problem => ({
  code: kind,
  where: { path },
  message: MESSAGES[kind],
  found,
  expected,
});

/** Whether a request asks for French before English. */
const wantsFrench = (accepted: string | undefined): boolean => /^\s*fr\b/i.test(accepted ?? "");

/** The body of a refusal (RFC 9457). Internal errors go to the log, never into the answer. */
export function refusalBody(c: Context<Env>, code: Kind, problems: Problem[], status = STATUS[code]) {
  const language = wantsFrench(c.req.header("accept-language")) ? "fr" : "en";
  const own = problems.length > 0 ? problems : [problemOf(code, c.req.path)];
  return {
    type: `urn:cadre:problem:${code}`,
    title: MESSAGES[code][language],
    status,
    detail: own[0]?.message[language] ?? MESSAGES[code][language],
    instance: `urn:cadre:request:${c.get("requestId")}`,
    code,
    problems: own,
    requestId: c.get("requestId"),
  } satisfies z.infer<typeof HttpProblem>;
}

/** Media type of a refusal. */
const PROBLEM_JSON = "application/problem+json";

/** Gives the JSON of a refusal its media type. */
export function asProblem(response: Response): void {
  if (response.status >= 400 && response.headers.get("content-type")?.startsWith("application/json"))
    response.headers.set("Content-Type", PROBLEM_JSON);
}
