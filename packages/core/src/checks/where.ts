import type { SourceLocation } from "../diagnostics/source-location.ts";
import { type Bilingual, bilingual, columnName, fieldName, kindName, topicName } from "../locale/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";

const KINDS: Readonly<Record<string, string>> = {
  outcomes: "outcome",
  outputs: "output",
  indicators: "indicator",
  activities: "activity",
};

function partsOf([first = "", code, column]: readonly string[]): Bilingual[] {
  const kind = KINDS[first];
  const numbered = (name: Bilingual, number: string) => ({
    en: `${name.en} ${number}`,
    fr: `${name.fr} ${number}`,
  });
  if (kind !== undefined && code !== undefined)
    return [numbered(kindName(kind), code), ...(column === undefined ? [] : [columnName(column)])];
  if (first === "narrative" && code !== undefined)
    return [topicName(code), ...(column === undefined ? [] : [numbered(kindName("outcome"), column)])];
  if (code !== undefined) return [fieldName(code)];
  return [{ en: first, fr: first }];
}

/** A location in words, for a message: `indicator 2.1.5, remark, line 517`. */
export function whereText({ path, line, cell }: SourceLocation): Bilingual {
  const parts = partsOf(path.split("/"));
  if (cell !== undefined) parts.push({ en: cell, fr: cell });
  else if (line !== undefined) parts.push(bilingual(en.whereLine, fr.whereLine, String(line)));
  return { en: parts.map((part) => part.en).join(", "), fr: parts.map((part) => part.fr).join(", ") };
}
