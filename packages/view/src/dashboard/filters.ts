import type { ActivityRow, FindingRow, IndicatorRow } from "../results/index.ts";
import { isLate, statusKeyOf } from "../results/index.ts";
import type { DashboardModel } from "./model.ts";

/** The dashboard's tables. */
export const TABLES = ["indicators", "activities", "findings"] as const;
/** One of the dashboard's tables. */
export type TableName = (typeof TABLES)[number];

/** What is chosen on the dashboard. Empty: everything. It lives in the address, so that a view can be sent on. */
export interface Filters {
  q: string;
  /** Code of an outcome or an output. */
  outcome: string;
  /** An indicator's status, or `behind`: at risk or off track. */
  status: string;
  /** An activity's state, or `late`: delayed or suspended. */
  state: string;
  /** A cause, or `none`. */
  cause: string;
  severity: string;
  /** Rows whose details are open: `i1.1.1`, `a2.1.3`. */
  open: string[];
  /** Page of each table, from 0. */
  page: Record<TableName, number>;
  /** The column that each table is sorted by; `-` before it: the other way round. Empty: as in the document. */
  sort: Record<TableName, string>;
}

/** Nothing chosen. */
export const NO_FILTERS: Filters = {
  q: "",
  outcome: "",
  status: "",
  state: "",
  cause: "",
  severity: "",
  open: [],
  page: { indicators: 0, activities: 0, findings: 0 },
  sort: { indicators: "", activities: "", findings: "" },
};

/** The choices that are a single word each. */
export const CHOICES = ["q", "outcome", "status", "state", "cause", "severity"] as const;
/** One of the choices. */
export type Choice = (typeof CHOICES)[number];

/** Reads an address's hash; whatever it does not know, it leaves. */
export function filtersOf(hash: string): Filters {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const page = (name: TableName) => {
    const number = Number(params.get(`page-${name}`) ?? "1");
    return Number.isInteger(number) && number > 0 ? number - 1 : 0;
  };
  const sort = (name: TableName) => params.get(`sort-${name}`) ?? "";
  const choices = Object.fromEntries(CHOICES.map((name) => [name, params.get(name) ?? ""])) as Record<
    Choice,
    string
  >;
  return {
    ...choices,
    open: (params.get("open") ?? "").split(" ").filter((name) => /^[ia][\d.]+$/.test(name)),
    page: { indicators: page("indicators"), activities: page("activities"), findings: page("findings") },
    sort: { indicators: sort("indicators"), activities: sort("activities"), findings: sort("findings") },
  };
}

/** The hash that says what is chosen, and in which language; empty where nothing is. */
export function hashOf(filters: Partial<Filters>, language?: string): string {
  const reported = new URLSearchParams();
  if (language !== undefined) reported.set("lang", language);
  for (const name of CHOICES) {
    const value = filters[name] ?? "";
    if (value !== "") reported.set(name, value);
  }
  for (const name of TABLES) {
    const page = filters.page?.[name] ?? 0;
    if (page > 0) reported.set(`page-${name}`, String(page + 1));
    const sort = filters.sort?.[name] ?? "";
    if (sort !== "") reported.set(`sort-${name}`, sort);
  }
  if (filters.open !== undefined && filters.open.length > 0) reported.set("open", filters.open.join(" "));
  const text = reported.toString();
  return text === "" ? "" : `#${text}`;
}

/** A text as it is searched: without case and accents. */
export const plainly = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What each row is searched in; worked out once, since thousands of rows are looked through at each key. */
export type SearchIndex = Record<TableName, string[]>;

const searched: { [Name in TableName]: (row: DashboardModel[Name][number]) => string } = {
  indicators: ({ code, text, unit, remark }) => `${code} ${text} ${unit ?? ""} ${remark ?? ""}`,
  activities: ({ code, title, causes }) => `${code} ${title ?? ""} ${causes.join(" ")}`,
  findings: ({ code, subject, message }) => `${code} ${subject.code ?? ""} ${message.en} ${message.fr}`,
};

/** An index without any rows. */
export const emptyIndex = (): SearchIndex => ({ indicators: [], activities: [], findings: [] });

/** Takes at most so many further rows into an index. Whether it holds all of them now. */
export function growIndex(index: SearchIndex, model: DashboardModel, limit: number): boolean {
  let left = limit;
  const grow = <Row>(texts: string[], rows: readonly Row[], text: (row: Row) => string) => {
    const further = rows.slice(texts.length, texts.length + left);
    left -= further.length;
    for (const row of further) texts.push(plainly(text(row)));
    return texts.length === rows.length;
  };
  const whole = [
    grow(index.indicators, model.indicators, searched.indicators),
    grow(index.activities, model.activities, searched.activities),
    grow(index.findings, model.findings, searched.findings),
  ];
  return whole.every(Boolean);
}

/** Makes the index of a model. */
export function searchIndex(model: DashboardModel): SearchIndex {
  const index = emptyIndex();
  growIndex(index, model, Number.POSITIVE_INFINITY);
  return index;
}

const under = (code: string | null, outcome: string) =>
  outcome === "" || code === outcome || (code?.startsWith(`${outcome}.`) ?? false);

const isBehind = ({ status }: IndicatorRow) => status === "at-risk" || status === "off-track";

/** Rows of each table that the filters leave, as indexes in the model's lists. A filter that a table does not have leaves all of it. */
export function selected(
  model: DashboardModel,
  filters: Filters,
  index: SearchIndex,
): Record<TableName, number[]> {
  const messages = plainly(filters.q)
    .split(/\s+/)
    .filter((word) => word !== "");
  const holds = (text: string | undefined) => messages.every((word) => text?.includes(word) ?? false);
  const keep = <Row>(rows: readonly Row[], texts: readonly string[], fits: (row: Row) => boolean) =>
    rows.flatMap((row, index) => (fits(row) && holds(texts[index]) ? [index] : []));
  const { outcome, status, state, cause, severity } = filters;
  const indicator = (row: IndicatorRow) =>
    (outcome === "" || row.outcome === outcome || row.output === outcome) &&
    (status === "" || statusKeyOf(row) === status || (status === "behind" && isBehind(row)));
  const activity = (row: ActivityRow) =>
    under(row.code, outcome) &&
    (state === "" || (state === "late" ? isLate(row) : row.state === state)) &&
    (cause === "" ||
      (cause === "none"
        ? isLate(row) && row.causes.length === 0
        : row.causes.some((each) => each === cause)));
  const finding = (row: FindingRow) =>
    (outcome === "" || under(row.subject.code, outcome)) && (severity === "" || row.severity === severity);
  return {
    indicators: keep(model.indicators, index.indicators, indicator),
    activities: keep(model.activities, index.activities, activity),
    findings: keep(model.findings, index.findings, finding),
  };
}
