import type { Problem, Result } from "./problem.ts";

/** What was refused, thrown by {@link unwrap}. Its message is the first problem's, in English. */
export class ResultError extends Error {
  /** Always `ResultError`. */
  override readonly name = "ResultError";
  /** Why there is no value. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems[0]?.message.en ?? "refused");
    this.problems = problems;
  }
}

/** The value of a result. @throws ResultError with the problems where there is none. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new ResultError(result.problems);
  return result.value;
}
