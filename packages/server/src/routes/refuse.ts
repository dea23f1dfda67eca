import type { Problem } from "@cadre/core";
import type { Context } from "hono";
import type { Env } from "./context.ts";

type Kind =
  | "unauthenticated"
  | "denied"
  | "invalid"
  | "refused"
  | "conflict"
  | "not-found"
  | "too-large"
  | "too-many-requests"
  | "unavailable"
  | "internal";

const WORDS: Readonly<Record<Kind, { en: string; fr: string }>> = {
  unauthenticated: { en: "A key is needed.", fr: "Une clé est nécessaire." },
  denied: { en: "This key does not give leave for that.", fr: "Cette clé n’y autorise pas." },
  invalid: {
    en: "The request is not what it should be.",
    fr: "La requête n’est pas ce qu’elle devrait être.",
  },
  refused: { en: "Things do not stand so.", fr: "L’état des choses ne le permet pas." },
  conflict: { en: "It has gone on since.", fr: "Cela a changé depuis." },
  "not-found": { en: "There is no such thing here.", fr: "Il n’y a rien de tel ici." },
  "too-large": { en: "The body is too large.", fr: "Le corps est trop grand." },
  "too-many-requests": {
    en: "Too many requests; wait a little.",
    fr: "Trop de requêtes ; patientez un peu.",
  },
  unavailable: { en: "The store cannot be reached for now.", fr: "Le dépôt est injoignable pour l’instant." },
  internal: { en: "Something went wrong here.", fr: "Une erreur s’est produite ici." },
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
  message: WORDS[kind],
  found,
  expected,
});

/** The body of a refusal. What went wrong inside is for the log, never for the answer. */
export const refusalBody = (c: Context<Env>, error: Kind, problems: Problem[]) => ({
  error,
  problems: problems.length > 0 ? problems : [problemOf(error, c.req.path)],
  requestId: c.get("requestId"),
});
