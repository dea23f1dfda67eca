import type { Failure } from "@cadre/core";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { refusal } from "../reading.ts";

/** What a database says to a statement that it cannot run: a column that is not there, a text where a number was named. */
export class DatabaseRefusal extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "DatabaseRefusal";
  }
}

/** A database's refusal as a problem that quotes its answer, which names the column and the type; any other error is thrown on. */
export function refusedByDatabase(error: unknown): Failure {
  if (!(error instanceof DatabaseRefusal)) throw error;
  // Its first line: what follows is an excerpt of a statement that nobody wrote.
  const [answer = ""] = error.message.split("\n");
  const what = message(en.databaseRefused, fr.databaseRefused, answer);
  return refusal("database-refused", "observations", what, null, "columns as the relation names them");
}
