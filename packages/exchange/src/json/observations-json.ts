import { type Result, refuse } from "@cadre/core";
import { addObservations, type Observation, type ObservationTable } from "@cadre/core/observations";
import { MOST_REJECTIONS, type ObservationReading, problem } from "../reading.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Reads observations from JSON: a list of them, each as `Observation` says, with its cells under `cells`. It is read whole, so it suits
 * files that fit into memory; larger ones are for CSV.
 */
export function readObservationsJson(
  text: string,
  options: { table: (axes: string[]) => ObservationTable },
): Result<ObservationReading> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const rows = json.value;
  if (!Array.isArray(rows))
    return refuse(
      problem(
        "observations-not-a-list",
        1,
        { en: "This is no list of observations.", fr: "Ce n’est pas une liste d’observations." },
        rows === null ? "null" : typeof rows,
        "[{ indicator, period, value, … }]",
      ),
    );
  const axes = new Set<string>();
  for (const row of rows as Partial<Observation>[]) {
    const cells = row?.cells;
    if (typeof cells === "object" && cells !== null) for (const axis of Object.keys(cells)) axes.add(axis);
  }
  const names = [...axes];
  const table = options.table(names);
  const { accepted, rejected } = addObservations(table, rows);
  return {
    ok: true,
    value: {
      table,
      accepted,
      rejected: rejected.length,
      rejections: rejected.slice(0, MOST_REJECTIONS).map((each) => ({ ...each, line: each.row + 1 })),
      axes: names,
    },
    findings: [],
  };
}
