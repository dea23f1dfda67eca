import type { ObservationTable } from "../observations/index.ts";
import { CHUNK, chunkOf } from "../observations/table.ts";
import type { Node } from "./reading.ts";

/** The rows of each source, by place and period, then `id`. */
export function nodesBySource(
  table: ObservationTable,
  rows: readonly number[],
  scale: number,
  /** Rows of the same keys add up statement by statement. */
  count: boolean,
  ratio: boolean,
): Map<number, Node[]> {
  const sources = new Map<number, { nodes: Node[]; byKey: Map<number, Node> }>();
  const periods = table.periods.texts.length;
  for (const row of rows) {
    const chunk = chunkOf(table, row);
    const index = row % CHUNK;
    const cellKey = chunk.cellKey[index] as number;
    const source = chunk.source[index] as number;
    let own = sources.get(source);
    if (own === undefined) {
      own = { nodes: [], byKey: new Map() };
      sources.set(source, own);
    }
    const place = chunk.place[index] as number;
    const period = table.cellKeys.period[cellKey] as number;
    const key = place * periods + period;
    let node = own.byKey.get(key);
    if (node === undefined) {
      node = { place, period, ids: [] };
      own.byKey.set(key, node);
      own.nodes.push(node);
    }
    const id = chunk.id?.[index] ?? 0;
    let report = node.ids.find((each) => each.id === id);
    if (report === undefined) {
      report = { id, combinations: [], values: [], below: [], rows: [] };
      node.ids.push(report);
    }
    // A quotient that is alone is in no unit.
    const denominator = chunk.denominator?.[index] ?? Number.NaN;
    const unit = ratio && Number.isNaN(denominator) ? 1 : scale;
    const value =
      unit === 1 ? (chunk.value[index] as number) : Math.round((chunk.value[index] as number) * unit);
    const combination = table.cellKeys.cell[cellKey] as number;
    const before = count && table.sameKey === "add" ? report.combinations.indexOf(combination) : -1;
    if (before >= 0) {
      report.values[before] = (report.values[before] ?? 0) + value;
      report.rows[before]?.push(row);
      continue;
    }
    report.combinations.push(combination);
    report.values.push(value);
    report.below.push(denominator >= 0 && unit !== 1 ? Math.round(denominator * unit) : denominator);
    report.rows.push([row]);
  }
  const found = new Map<number, Node[]>();
  for (const [source, { nodes }] of sources) {
    for (const { ids } of nodes) for (const report of ids) inOrder(report);
    found.set(source, nodes);
  }
  return found;
}

/** Puts a report's statements in the order of their combinations, so that reports of one shape are recognised; what was said twice adds up. */
function inOrder(report: Node["ids"][number]): void {
  const { combinations, values, below, rows } = report;
  let sorted = true;
  for (let index = 1; index < combinations.length && sorted; index += 1)
    sorted = (combinations[index - 1] as number) < (combinations[index] as number);
  if (sorted) return;
  const order = combinations
    .map((_, index) => index)
    .sort((a, b) => (combinations[a] ?? 0) - (combinations[b] ?? 0));
  report.combinations = order.map((index) => combinations[index] ?? 0);
  report.values = order.map((index) => values[index] ?? 0);
  report.below = order.map((index) => below[index] ?? Number.NaN);
  report.rows = order.map((index) => rows[index] ?? []);
}
