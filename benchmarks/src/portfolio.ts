import type { MeasurementFramework } from "@cadre/core/aggregate";
import {
  addObservations,
  createTable,
  type Observation,
  type ObservationTable,
} from "@cadre/core/observations";

/** A made-up portfolio: every row's codes, so that the limit and the peers start from the very same data. */
export interface Portfolio {
  n: number;
  indicators: string[];
  periods: string[];
  sexes: string[];
  ages: string[];
  sources: string[];
  places: string[];
  days: string[];
  indicator: Uint16Array;
  period: Uint8Array;
  sex: Uint8Array;
  age: Uint8Array;
  source: Uint16Array;
  place: Uint16Array;
  day: Uint8Array;
  value: Float64Array;
  framework: MeasurementFramework;
  /** Target of each group, in the order indicator, period, sex, age. */
  target: Float64Array;
}

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** The same numbers in every run (xorshift32), evenly below a bound. */
function dice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

/** The numbers below a bound in random order. */
function shuffled(n: number, roll: (bound: number) => number): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, index) => index);
  for (let index = n - 1; index > 0; index -= 1) {
    const other = roll(index + 1);
    const moved = order[index] as number;
    order[index] = order[other] as number;
    order[other] = moved;
  }
  return order;
}

/**
 * Observations of up to 2,000 indicators over 8 periods, in random order, and as many as whole reports have up to `most`. Each report (a partner's of a place and a period) gives all of its
 * cells by sex and age, or, of the share `undisaggregated` of the rows, a total alone.
 */
export function portfolio(limit: number, undisaggregated = 0): Portfolio {
  const roll = dice(20_201_115);
  const indicators = names("ML-", Math.min(2000, Math.max(20, Math.ceil(limit / 500))));
  const periods = names("2020-", 8);
  const [sexes, ages] = [
    ["female", "male", "unknown"],
    ["18-29", "30-59", "60+", "unknown"],
  ];
  const [sources, places] = [names("partner ", Math.ceil(limit / 1000)), names("commune ", 1000)];
  const days = Array.from({ length: 28 }, (_, day) => `2020-05-${String(day + 1).padStart(2, "0")}`);
  const cells = sexes.length * ages.length;
  const totals = Math.floor(limit * undisaggregated);
  const disaggregated = limit - totals - ((limit - totals) % cells);
  const n = disaggregated + totals;
  const groups = indicators.length * periods.length * sexes.length * ages.length;
  const data: Portfolio = {
    n,
    indicators,
    periods,
    sexes,
    ages,
    sources,
    places,
    days,
    indicator: new Uint16Array(n),
    period: new Uint8Array(n),
    sex: new Uint8Array(n),
    age: new Uint8Array(n),
    source: new Uint16Array(n),
    place: new Uint16Array(n),
    day: new Uint8Array(n),
    value: new Float64Array(n),
    target: Float64Array.from({ length: groups }, () => 100 + roll(900)),
    framework: {
      format: "cadre/measurement",
      axes: [
        { name: "sex", kind: "partition", categories: sexes.slice(0, -1) },
        { name: "age", kind: "partition", categories: ages.slice(0, -1) },
      ],
      periods: periods.map((id, index) => ({
        id,
        start: `${2010 + index}-01-01`,
        end: `${2010 + index}-12-31`,
      })),
      indicators: [],
    },
  };
  const order = shuffled(n, roll);
  for (let row = 0, report = 0; row < n; report += 1) {
    const [indicator, period] = [roll(indicators.length), roll(periods.length)];
    const whole = row >= disaggregated;
    const day = roll(days.length);
    for (let cell = 0; cell < (whole ? 1 : cells) && row < n; cell += 1, row += 1) {
      const index = order[row] as number;
      data.indicator[index] = indicator;
      data.period[index] = period;
      data.sex[index] = whole ? sexes.length : cell % sexes.length;
      data.age[index] = whole ? ages.length : Math.floor(cell / sexes.length);
      data.source[index] = Math.floor(report / 1000);
      data.place[index] = report % 1000;
      data.day[index] = day;
      data.value[index] = roll(1000);
    }
  }
  let group = 0;
  for (const code of indicators) {
    const targets: MeasurementFramework["indicators"][number]["targets"] = [];
    for (const period of periods)
      for (const sex of sexes)
        for (const age of ages) targets.push({ value: data.target[group++] ?? 0, at: { period, sex, age } });
    data.framework.indicators.push({
      code,
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
      targets,
    });
  }
  return data;
}

/** Rows `from` to `to` as the objects that a program would hand over. */
export function rowsOf(data: Portfolio, from = 0, to = data.n): Observation[] {
  const rows: Observation[] = [];
  const name = (list: string[], code: number | undefined) => list[code ?? 0] ?? "";
  for (let row = from; row < to; row += 1) {
    const [sex, age] = [data.sexes[data.sex[row] as number], data.ages[data.age[row] as number]];
    rows.push({
      indicator: name(data.indicators, data.indicator[row]),
      period: name(data.periods, data.period[row]),
      value: data.value[row] ?? 0,
      source: name(data.sources, data.source[row]),
      place: name(data.places, data.place[row]),
      ...(sex !== undefined && age !== undefined && { categories: { sex, age } }),
      recordedAt: name(data.days, data.day[row]),
    });
  }
  return rows;
}

/** The table of a portfolio, filled batch by batch so that ten million row objects never are in memory together. */
export function tableOf(data: Portfolio): ObservationTable {
  const table = createTable(data.framework);
  for (let from = 0; from < data.n; from += 100_000) {
    const { rejected } = addObservations(table, rowsOf(data, from, Math.min(data.n, from + 100_000)));
    if (rejected.length > 0) throw new Error(rejected[0]?.message.en);
  }
  return table;
}
