import type { Problem } from "@cadre/core";
import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
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
  unauthenticated: { en: "A key is required.", fr: "Une clé est requise." },
  denied: { en: "This key does not permit this.", fr: "Cette clé ne le permet pas." },
  invalid: { en: "The request is not valid.", fr: "La requête n’est pas valide." },
  refused: {
    en: "The project's state does not allow this command.",
    fr: "L’état du projet n’autorise pas cette commande.",
  },
  conflict: { en: "It was changed in the meantime.", fr: "Les données ont changé entre-temps." },
  "key-reused": {
    en: "The idempotency key was already used for another request. Use a new key.",
    fr: "La clé d’idempotence a déjà servi à une autre requête. Utilisez une nouvelle clé.",
  },
  "out-of-range": {
    en: "The cursor does not belong to this log, or the log was restored since. Read the project again and follow it from its present position.",
    fr: "Le curseur n’appartient pas à ce journal, ou le journal a été restauré depuis. Relisez le projet et suivez-le à partir de sa position actuelle.",
  },
  archived: { en: "The project is archived.", fr: "Le projet est archivé." },
  "not-found": { en: "Not found.", fr: "Introuvable." },
  "too-large": { en: "The request is too large.", fr: "La requête est trop volumineuse." },
  "too-many-requests": {
    en: "Too many requests. Wait before you send the next one.",
    fr: "Trop de requêtes. Patientez avant d’envoyer la suivante.",
  },
  unavailable: { en: "The store cannot be reached.", fr: "Le stockage est injoignable." },
  internal: { en: "Internal error.", fr: "Erreur interne." },
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
