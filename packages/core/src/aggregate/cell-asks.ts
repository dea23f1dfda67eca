import type { ObservationTable } from "../observations/index.ts";
import type { AxisUse, CellAsk } from "./kinds.ts";
import type { Plan } from "./plan.ts";

/** One question for each cell of the axes split by; of open axes, categories that the indicator's rows do not name are none. */
export function asksOf(plan: Plan, table: ObservationTable, uses: readonly AxisUse[]): CellAsk[] {
  let asks: CellAsk[] = [{ offset: 0, axes: [], unknownOn: [] }];
  const admitted = (axis: number): { code: number; member: number }[] => {
    const name = table.combinations.axes[axis]?.name ?? "";
    const { categories, unknown, admitsUnknown } = uses[axis] as AxisUse;
    return [...(plan.memberOf.get(name) ?? [])].flatMap((member, code) =>
      member >= 0 && ((code === unknown && admitsUnknown) || categories.includes(code))
        ? [{ code, member }]
        : [],
    );
  };
  const withAxis = (ask: CellAsk, axis: number, codes: number[], offset: number): CellAsk => ({
    offset: ask.offset + offset,
    axes: [...ask.axes, { axis, codes }],
    unknownOn: codes.every((code) => code === uses[axis]?.unknown) ? [...ask.unknownOn, axis] : ask.unknownOn,
  });
  for (const axis of plan.byAxes) {
    const stride = plan.strides.get(table.combinations.axes[axis]?.name ?? "") ?? 0;
    asks = asks.flatMap((ask) =>
      admitted(axis).map(({ code, member }) => withAxis(ask, axis, [code], member * stride)),
    );
  }
  for (const axis of plan.whereAxes) {
    const codes = admitted(axis).map(({ code }) => code);
    asks = codes.length === 0 ? [] : asks.map((ask) => withAxis(ask, axis, codes, 0));
  }
  return asks;
}

/** The question for everything that the cells are of. */
export function wholeOf(plan: Plan, table: ObservationTable, asks: readonly CellAsk[]): CellAsk {
  const restricted = plan.byAxes.flatMap((axis) => {
    if (plan.query.where?.[table.combinations.axes[axis]?.name ?? ""] === undefined) return [];
    const codes = asks.flatMap(({ axes }) => axes.flatMap((each) => (each.axis === axis ? each.codes : [])));
    return [{ axis, codes: [...new Set(codes)] }];
  });
  const others = (asks[0]?.axes ?? []).filter(({ axis }) => !plan.byAxes.includes(axis));
  return { offset: 0, axes: [...others, ...restricted], unknownOn: [] };
}
