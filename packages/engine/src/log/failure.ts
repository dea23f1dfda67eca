import type { Bilingual, Problem } from "@cadre/core";
import { messages } from "../messages.ts";

/** Why a store cannot serve for now, or at all. */
export type StoreFailure =
  | "store-busy"
  | "store-away"
  | "store-exists"
  | "store-full"
  | "store-damaged"
  | "store-closed"
  | "store-replaced"
  | "store-not-durable"
  | "not-closed"
  | "bad-cursor"
  | "cursor-out-of-range";

/** A store that cannot serve: what was asked for is not done, or it is unknown whether it was; sending it again is safe. */
export class StoreError extends Error {
  /** What is wrong. Its code is a {@link StoreFailure}, or that of a broken chain, such as `chain-broken`. */
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.message.en, { cause });
    this.name = "StoreError";
    this.problem = problem;
  }
}

/** A message about something that is a name, a number or an address, or said in both languages. */
export const messageOf = (
  code: StoreFailure | "file-damaged" | "bad-append",
  what: string | Bilingual,
): Bilingual =>
  typeof what === "string"
    ? messages[code](what)
    : { en: messages[code](what.en).en, fr: messages[code](what.fr).fr };

/** Creates a {@link StoreError}. */
export const storeError = (
  code: StoreFailure,
  where: string,
  what: string | Bilingual,
  { cause }: { cause?: unknown | undefined } = {},
): StoreError => {
  const found = typeof what === "string" ? what : null;
  return new StoreError(
    { code, where: { path: where }, message: messageOf(code, what), found, expected: null },
    cause,
  );
};
