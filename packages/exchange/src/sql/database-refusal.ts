import { type Problem, type Result, refuse } from "@cadre/core";

/** What a database says to a statement that it cannot run: a column that is not there, a text where a number was named. */
export class DatabaseRefusal extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "DatabaseRefusal";
  }
}

const problemOf = ({ message }: DatabaseRefusal): Problem => ({
  code: "database-refused",
  where: { path: "observations" },
  message: { en: `The database refused: ${message}`, fr: `La base de données a refusé : ${message}` },
  found: message.split("\n")[0] ?? "",
  expected: "columns as the relation names them",
});

/** A database's refusal as a problem with its own message, which names the column and the type; any other error is thrown on. */
export function refusedByDatabase(error: unknown): Result<never> & { ok: false } {
  if (error instanceof DatabaseRefusal) return refuse(problemOf(error));
  throw error;
}
