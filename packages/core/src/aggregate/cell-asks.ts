import type { ObservationTable } from "../observations/index.ts";
import type { AxisUse, CellAsk } from "./kinds.ts";
import type { Plan } from "./plan.ts";

/** One question for each cell of the axes split by; of open axes, categories that the indicator's rows do not name are none. */
export function asksOf(plan: Plan, table: ObservationTable, uses: readonly AxisUse[]): CellAsk[] {
  let asks: CellAsk[] = [{ offset: 0, axes: [], unknownOn: [] }];
  const withAxis = (ask: CellAsk, axis: number, codes: number[], offset: number): CellAsk => ({
    offset: ask.offset + offset,
    axes: [...ask.axes, { axis, codes }],
    unknownOn: codes.every((code) => code === uses[axis]?.unknown) ? [...ask.unknownOn, axis] : ask.unknownOn,
  });
  for (const axis of plan.byAxes) {
    const stride = plan.strides.get(table.combinations.axes[axis]?.name ?? "") ?? 0;
    asks = asks.flatMap((ask) =>
      admitted(plan, table, uses, axis).map(({ code, member }) =>
        withAxis(ask, axis, [code], member * stride),
      ),
    );
  }
  for (const axis of plan.whereAxes) {
    const codes = admitted(plan, table, uses, axis).map(({ code }) => code);
    asks = codes.length === 0 ? [] : asks.map((ask) => withAxis(ask, axis, codes, 0));
  }
  return asks;
}

/** The question for everything that the cells are of: it keeps the categories that are chosen, also where there is no cell; `null` where the indicator knows none of them. */
export function wholeOf(plan: Plan, table: ObservationTable, uses: readonly AxisUse[]): CellAsk | null {
  const chosen = [...plan.byAxes, ...plan.whereAxes].filter(
    (axis) => plan.query.where?.[table.combinations.axes[axis]?.name ?? ""] !== undefined,
  );
  const axes = chosen.map((axis) => ({
    axis,
    codes: admitted(plan, table, uses, axis).map(({ code }) => code),
  }));
  return axes.some(({ codes }) => codes.length === 0) ? null : { offset: 0, axes, unknownOn: [] };
}

/** Categories of an axis that are asked for and that the indicator's rows can name, with their place in the dimension. */
function admitted(
  plan: Plan,
  table: ObservationTable,
  uses: readonly AxisUse[],
  axis: number,
): { code: number; member: number }[] {
  const { categories, unknown, admitsUnknown } = uses[axis] as AxisUse;
  const members = plan.memberOf.get(table.combinations.axes[axis]?.name ?? "") ?? [];
  return [...members].flatMap((member, code) =>
    member >= 0 && ((code === unknown && admitsUnknown) || categories.includes(code))
      ? [{ code, member }]
      : [],
  );
}
