import * as z from "zod";
import { Bilingual } from "../locale/language.ts";
import { SourceLocation } from "./source-location.ts";

/** What was found or expected, as plain as it can be put: a number, text, or nothing. */
const Fact = z.union([z.number(), z.string(), z.null()]);

const remark = {
  where: SourceLocation,
  message: Bilingual,
  found: Fact,
  expected: Fact,
};

/** Why an input was refused. Nothing was read from it. */
export const Problem = z.object({ code: z.string(), ...remark }).meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

/** `error`: the document contradicts itself or a rule of the fund. `warning`: something required is missing. `info`: worth knowing. */
export const Severity = z.enum(["error", "warning", "info"]);
export type Severity = z.infer<typeof Severity>;

/** One change of a document, as immer applies it (RFC 6902's verbs, the path as an array). */
export const Patch = z
  .object({
    op: z.enum(["replace", "remove", "add"]),
    path: z.array(z.union([z.string(), z.number()])),
    value: z.unknown().optional(),
  })
  .meta({ id: "Patch" });
export type Patch = z.infer<typeof Patch>;

/** A repair that is certain: it invents no value and loses no fact. It is applied only when asked for. */
export const Fix = z.object({ message: Bilingual, patches: z.array(Patch) }).meta({ id: "Fix" });
export type Fix = z.infer<typeof Fix>;

/** What a rule or a reader found in an input that was read. */
export const Finding = z
  .object({ code: z.string(), severity: Severity, ...remark, fix: Fix.optional() })
  .meta({ id: "Finding" });
export type Finding = z.infer<typeof Finding>;

/** A value with what was found on the way, or the reasons why there is none. */
export type Result<T> = { ok: true; value: T; findings: Finding[] } | { ok: false; problems: Problem[] };

/** A result that holds nothing but the reasons why. */
export const refuse = (...problems: Problem[]): { ok: false; problems: Problem[] } => ({
  ok: false,
  problems,
});

const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 };

/** Errors first, then warnings, then the rest; in the order given within each. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]);
}
