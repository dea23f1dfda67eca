import type { Result } from "@cadre/core";
import { type JsonLimits, parseJson } from "@cadre/core/json";
import type { ObservationSource } from "@cadre/core/observations";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { rowWithReason } from "../no-value.ts";
import { atLine, refusal } from "../reading.ts";
import { type RowsRead, rowsSource } from "../rows-source.ts";

/** How observations in JSON are read. */
export interface JsonReadOptions {
  /** How much of it at once; Default: `JSON_LIMITS`. */
  limits?: Partial<JsonLimits>;
}

function rowsIn(text: string, limits?: Partial<JsonLimits>): Result<RowsRead> {
  const json = parseJson(text, { limits });
  if (!json.ok) return json;
  const rows = json.value;
  if (!Array.isArray(rows)) {
    const what = message(en.notAList, fr.notAList);
    const found = rows === null ? "null" : typeof rows;
    return refusal("observations-not-a-list", atLine(1), what, found, "[{ indicator, period, value, … }]");
  }
  const axes = new Set<string>();
  for (const row of rows) {
    const categories = row?.categories;
    if (typeof categories === "object" && categories !== null)
      for (const axis of Object.keys(categories)) axes.add(axis);
  }
  return {
    ok: true,
    value: { observations: rows.map(rowWithReason), axes: [...axes], unreadable: [] },
    findings: [],
  };
}

/**
 * Observations in JSON: a list of them, each as `Observation` says, with its categories under `categories`. It is read whole, so it suits files that
 * fit into memory; for larger ones raise the limits or use CSV. Its lines are the numbers of the elements, from 1.
 */
export const jsonSource = (text: string, { limits }: JsonReadOptions = {}): ObservationSource =>
  rowsSource("json", () => rowsIn(text, limits));
