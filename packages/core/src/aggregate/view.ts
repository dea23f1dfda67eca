import { CHUNK, chunkOf, type ObservationTable } from "../observations/index.ts";
import {
  accumulate,
  addRow,
  emptySums,
  groupOf,
  rowsByCourse,
  type Sums,
  scalesOf,
  slotOf,
} from "./accumulate.ts";
import { type PartialResult, resultsOfReports } from "./accumulate-reports.ts";
import type { MeasurementFramework } from "./definition.ts";
import { finish } from "./finish.ts";
import { covers, type Plan, planQuery, staysExact } from "./plan.ts";
import type { Query, ResultSet } from "./query.ts";

/** A query's figures kept up with a table that grows: sums stand, and only what a new row touches is worked out again. */
export interface LiveView {
  plan: Plan;
  /** @internal */
  sums: Sums;
  scales: Float64Array | null;
  /** @internal Values of the indicators whose reports are read one by one, by place among the plan's courses. */
  parts: Map<number, Map<number, PartialResult>>;
  /** Their rows, by table code; and those of them that have changed since they were read. */
  stale: Set<number>;
  /** Rows of the table that are in the view. */
  rows: number;
  /** How often everything was worked out anew, since rows came that the plan had not foreseen. */
  rebuilt: number;
}

/** Opens a view of a table. Give it what was added with {@link absorb}. */
export function openView(
  framework: MeasurementFramework,
  table: ObservationTable,
  query: Query = {},
): LiveView {
  const plan = planQuery(framework, table, query);
  const sums = emptySums(plan);
  accumulate(plan, table, sums);
  return {
    plan,
    sums,
    scales: scalesOf(plan),
    parts: new Map(),
    stale: new Set(plan.courses.flatMap(({ additive, code }) => (additive || code < 0 ? [] : [code]))),
    rows: table.size,
    rebuilt: 0,
  };
}

/** Takes in the rows that were added to the table since. A row of a sum costs the same however large the table is. */
export function absorb(view: LiveView, table: ObservationTable): void {
  const first = view.rows;
  for (let row = first; row < table.size; row += 1) {
    if (!absorbRow(view, table, row, first)) {
      const { plan, rebuilt } = view;
      Object.assign(view, openView(plan.framework, table, plan.query), { rebuilt: rebuilt + 1 });
      return;
    }
  }
  view.rows = table.size;
}

/** Whether the row could be taken in. */
function absorbRow(view: LiveView, table: ObservationTable, row: number, first: number): boolean {
  const { plan, sums, scales } = view;
  if (!covers(plan, table)) return false;
  const chunk = chunkOf(table, row);
  const at = row % CHUNK;
  const code = chunk.indicator[at] as number;
  const course = plan.courses[plan.courseOf[code] ?? -1];
  if (course === undefined) return true;
  if (!course.additive) {
    view.stale.add(code);
    return true;
  }
  if (!staysExact(table, code, course.scale)) return false;
  const time = chunk.recorded[at] as number;
  if (time > plan.knownBy) return true;
  // What a withdrawal took the place of is not told by its own row.
  if (Number.isNaN(chunk.value[at])) return false;
  if (chunk.superseded !== null && (chunk.superseded[at] as number) <= plan.knownBy) return true;
  const group = groupOf(plan, chunk, at);
  if (group < 0) return true;
  const slot = slotOf(sums, group);
  addRow(sums, slot, chunk, at, scales, 1);
  // The last row with the same keys that was in the view before has held until now.
  let before = chunk.previous?.[at] ?? -1;
  while (before >= first) before = chunkOf(table, before).previous?.[before % CHUNK] ?? -1;
  if (before < 0) return true;
  const old = chunkOf(table, before);
  if (!Number.isNaN(old.value[before % CHUNK])) addRow(sums, slot, old, before % CHUNK, scales, -1);
  return true;
}

/** The view's figures. Indicators that are not sums are read anew where rows of theirs came in. */
export function viewResults(view: LiveView, table: ObservationTable): ResultSet {
  const { plan, sums, parts, stale } = view;
  if (stale.size > 0) {
    for (const [code, rows] of rowsByCourse(plan, table, stale)) {
      const place = plan.courseOf[code] ?? -1;
      const course = plan.courses[place];
      if (course !== undefined) parts.set(place, resultsOfReports(plan, table, course, rows));
    }
    stale.clear();
  }
  return finish(plan, sums, new Map([...parts.values()].flatMap((each) => [...each])));
}
