import assert from "node:assert/strict";
import { type Finding, Finding as FindingSchema, type Problem, Problem as ProblemSchema } from "@cadre/core";

/** A message says something in both languages, and where. */
export function checkFindings(findings: readonly Finding[]): void {
  for (const finding of findings) {
    const parsed = FindingSchema.safeParse(finding);
    assert.ok(parsed.success, `a finding is not what Finding says: ${JSON.stringify(finding)}`);
    checkMessages(finding);
  }
}

/** A refusal states at least one problem, each with its code, place and message in both languages. */
export function checkProblems(problems: readonly Problem[]): void {
  assert.ok(problems.length > 0, "a refusal without a problem");
  for (const problem of problems) {
    const parsed = ProblemSchema.safeParse(problem);
    assert.ok(parsed.success, `a problem is not what Problem says: ${JSON.stringify(problem)}`);
    assert.notEqual(problem.code, "");
    checkMessages(problem);
  }
}

function checkMessages({ where, message }: Pick<Problem, "where" | "message">): void {
  assert.notEqual(where.path, "", "a message without its place");
  assert.notEqual(message.en, "", "no message in English");
  assert.notEqual(message.fr, "", "no message in French");
}

/** Plain data survives JSON as it is. */
export function checkPlain(value: unknown): void {
  assert.deepEqual(JSON.parse(JSON.stringify(value)), value, "not plain data");
}

/** Freezes data to its depth: whoever changes it throws. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) frozen(each);
  }
  return value;
}
