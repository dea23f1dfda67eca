import type { Bilingual, Problem } from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { atLine, problem } from "../../reading.ts";
import { EncodingError } from "./text.ts";
import { CsvFault } from "./tokenize.ts";

/** What is wrong with a line, by the code of the fault. */
function faultOf({ code, line }: CsvFault): Bilingual {
  if (code === "MissingQuotes") return message(en.csvQuoteOpen, fr.csvQuoteOpen, line);
  if (code === "InvalidQuotes") return message(en.csvQuoteInside, fr.csvQuoteInside, line);
  if (code === "MaxRecordSize") return message(en.csvRecordTooLong, fr.csvRecordTooLong, line);
  return message(en.notCsv, fr.notCsv, line);
}

/** Why the whole cannot be read on. @throws what is no fault of the text. */
export function refusalOf(error: unknown, line: number): Problem {
  if (error instanceof CsvFault)
    return problem("observations-not-csv", atLine(error.line), faultOf(error), error.code, "CSV (RFC 4180)");
  if (!(error instanceof EncodingError)) throw error;
  const expected = error.encoding.toUpperCase();
  const code = error.encoding === "utf-8" ? "observations-not-utf8" : "observations-encoding";
  return problem(
    code,
    atLine(line),
    message(en.notEncoded, fr.notEncoded, line, expected),
    error.found,
    expected,
  );
}

/** That there is nothing to read. */
export const empty = (bytes: number): Problem => {
  const found = bytes === 0 ? null : "an empty line";
  const what = message(en.noHeadings, fr.noHeadings);
  return problem("observations-empty", atLine(1), what, found, "indicator, period, value, …");
};

/** That two columns have the same heading. */
export const ambiguous = (heading: string): Problem => {
  const what = message(en.columnsAmbiguous, fr.columnsAmbiguous, heading);
  return problem("columns-ambiguous", atLine(1), what, heading, "a name of its own for each column");
};
