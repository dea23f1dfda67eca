import { type Result, refuse } from "@cadre/core";
import { addObservations, type Observation, type ObservationTable } from "@cadre/core/observations";
import { excerpt, MOST_REJECTIONS, type ObservationReading, problem } from "../reading.ts";

/**
 * Reads observations from JSON: a list of them, each as `Observation` says, with its cells under `cells`. It is read whole, so it suits
 * files that fit into memory; larger ones are for CSV.
 */
export function readObservationsJson(
  text: string,
  options: { table: (axes: string[]) => ObservationTable },
): Result<ObservationReading> {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const at = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length);
    const line = text.slice(0, at).split("\n").length;
    return refuse(
      problem(
        "json-invalid",
        line,
        { en: `This is not JSON (line ${line}).`, fr: `Ce n’est pas du JSON (ligne ${line}).` },
        excerpt(text.slice(at, at + 60)) || "the end of the text",
        "JSON",
      ),
    );
  }
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
