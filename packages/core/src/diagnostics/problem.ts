import * as z from "zod";
import { Bilingual } from "../locale/language.ts";
import { SourceLocation } from "./source-location.ts";

/** What was found or expected, as plain as it can be put: a number, text, or nothing. */
const Fact = z.union([z.number(), z.string(), z.null()]);

const remark = {
  /** Where it was noticed. */
  where: SourceLocation,
  /** What was found, what was expected and what to do next, in both languages. */
  message: Bilingual,
  /** What is there; `null`: nothing. */
  found: Fact,
  /** What should be there; `null` where that cannot be said in short. */
  expected: Fact,
};

/** Why an input was refused. Nothing was read from it. */
export const Problem = z
  .object({
    /** Names the kind of problem, the same in every language: `file-not-readable`. */
    code: z.string(),
    ...remark,
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

/** `error`: the document contradicts itself or a rule of the fund. `warning`: something required is missing. `info`: worth knowing. */
export const Severity = z.enum(["error", "warning", "info"]);
export type Severity = z.infer<typeof Severity>;

/** One change of a document, as immer applies it (RFC 6902's verbs, the path as an array). */
export const Patch = z
  .object({
    /** Kind of change, as in JSON Patch (RFC 6902). */
    op: z.enum(["replace", "remove", "add"]),
    /** Members and indices from the document's root to what changes. */
    path: z.array(z.union([z.string(), z.number()])),
    /** What is written there. */
    value: z.unknown().optional(),
  })
  .meta({ id: "Patch" });
export type Patch = z.infer<typeof Patch>;

/** A repair that is certain: it invents no value and loses no fact. It is applied only when asked for. */
export const Fix = z
  .object({
    /** What the fix does, in both languages. */
    message: Bilingual,
    /** The changes, one after the other. */
    patches: z.array(Patch),
  })
  .meta({ id: "Fix" });
export type Fix = z.infer<typeof Fix>;

/** What a rule or a reader found in an input that was read. */
export const Finding = z
  .object({
    /** The rule or the reader's notice that it is of: `breakdown-sum`. `cadre explain CODE` says more of a rule. */
    code: z.string(),
    /** How much it weighs: an error is certain. */
    severity: Severity,
    ...remark,
    /** A repair that is certain; absent where nothing can be repaired without knowing more. */
    fix: Fix.optional(),
  })
  .meta({ id: "Finding" });
export type Finding = z.infer<typeof Finding>;

/** A value with what was noticed on the way. */
export interface Success<T> {
  ok: true;
  /** What was read or computed. */
  value: T;
  /** What was noticed on the way: none of it stands against the value. */
  findings: Finding[];
}

/** The reasons why there is no value. */
export interface Failure {
  ok: false;
  /** Why there is no value; at least one. */
  problems: Problem[];
}

/** A value with what was found on the way, or the reasons why there is none. */
export type Result<T> = Success<T> | Failure;

/** A result that holds nothing but the reasons why. */
export const refuse = (...problems: Problem[]): Failure => ({ ok: false, problems });

const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 };

/** Errors first, then warnings, then the rest; in the order given within each. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]);
}
