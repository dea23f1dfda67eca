import type { Problem } from "@cadre/core";
import type { Context } from "hono";
import type { Env } from "./env.ts";

type Kind =
  | "unauthenticated"
  | "denied"
  | "invalid"
  | "refused"
  | "conflict"
  | "key-reused"
  | "out-of-range"
  | "not-found"
  | "too-large"
  | "too-many-requests"
  | "unavailable"
  | "internal";

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

/** The body of a refusal. Internal errors go to the log, never into the answer. */
export const refusalBody = (c: Context<Env>, error: Kind, problems: Problem[]) => ({
  error,
  problems: problems.length > 0 ? problems : [problemOf(error, c.req.path)],
  requestId: c.get("requestId"),
});
