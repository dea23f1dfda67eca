import type { Problem } from "@cadre/core";
import { excerpt, problem } from "../../reading.ts";
import { EncodingError } from "./text.ts";
import { CsvFault } from "./tokenize.ts";

/** Why the whole cannot be read on. @throws what is no fault of the text. */
export function refusalOf(error: unknown, line: number): Problem {
  if (error instanceof CsvFault)
    return problem(
      "observations-not-csv",
      error.line,
      {
        en: `Line ${error.line} is not CSV: ${excerpt(error.message, 120)}`,
        fr: `La ligne ${error.line} n’est pas au format CSV.`,
      },
      error.code,
      "CSV (RFC 4180)",
    );
  if (!(error instanceof EncodingError)) throw error;
  const [expected, code] = [
    error.encoding.toUpperCase(),
    error.encoding === "utf-8" ? "observations-not-utf8" : "observations-encoding",
  ];
  return problem(
    code,
    line,
    {
      en: `From about line ${line} on this is not ${expected}.`,
      fr: `À partir de la ligne ${line} environ, le texte n’est pas en ${expected}.`,
    },
    error.found,
    expected,
  );
}

/** That there is nothing to read. */
export const empty = (bytes: number): Problem =>
  problem(
    "observations-empty",
    1,
    { en: "There is no heading line.", fr: "Il n’y a pas de ligne d’en-tête." },
    bytes === 0 ? "nothing" : "an empty line",
    "indicator, period, value, …",
  );

/** That two columns have the same heading. */
export const ambiguous = (heading: string): Problem =>
  problem(
    "columns-ambiguous",
    1,
    { en: `Two columns are called “${heading}”.`, fr: `Deux colonnes s’appellent « ${heading} ».` },
    heading,
    "a name of its own for each column",
  );
