import {
  type Agency,
  type Bilingual,
  type Budget,
  bilingual,
  type Finding,
  formatLocation,
  type Money,
  type Project,
  type ReportType,
} from "@cadre/core";
import {
  CELL_LEXICON,
  type DayOrder,
  NO_HABIT,
  type NumberHabit,
  plainTerm,
  type ReadValueOptions,
  readAmount,
  readShare,
  scanDate,
} from "../cells/index.ts";
import type { DocumentCode } from "../finding-pages/index.ts";
import { excerpt, findingOf } from "../input/problem.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { agenciesIn, isSameAgency, type NamedAgency, namedAgency } from "../template/agencies.ts";
import { readFocusArea, readMarker, readReportType, readRisk, readYear } from "../template/choices.ts";
import type { FieldKey, Template } from "../template/grammar.ts";
import { normalise } from "../template/normalise.ts";
import { readBudgetTable } from "./budget-table.ts";
import type { Line, Segment } from "./segments.ts";
import { isGuidance, leftOver } from "./table/left-over.ts";

export interface Cover {
  project: Project;
  budget: Budget;
  type: ReportType | null;
  year: number | null;
}

/** Nothing, or not applicable: an answer that gives no value, and none that was not understood. */
const isNothing = (text: string) => {
  const plain = plainTerm(text).replace(/[.]$/, "");
  return (
    CELL_LEXICON.none.includes(plain) ||
    CELL_LEXICON.notApplicable.includes(plain) ||
    /^(?:\$|us\$|usd|%)$/.test(plain)
  );
};

const plain = (text: string): string | null => (text === "" ? null : text);

/** Reads single fields: remembers where each is, and reports each answer that it cannot read. */
class CoverReader {
  readonly findings: Finding[] = [];
  readonly lines: Record<string, number> = {};
  /** Answers that were not understood, as written, by path. */
  readonly unreadAnswers: Record<string, string> = {};
  private readonly segments: readonly Segment[];

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
  }

  find(key: FieldKey): Segment | undefined {
    const found = this.segments.filter((segment) => segment.key === key);
    return found.find(({ lines }) => lines.length > 0) ?? found[0];
  }

  /** The first line of an answer, read by `read`; `null` where there is none or it cannot be read, the latter with a finding. */
  read<T>(key: FieldKey, path: string, read: (text: string) => T | null, expected: string): T | null {
    const segment = this.find(key);
    if (segment === undefined) return null;
    const answer = segment.lines[0];
    this.lines[path] = answer?.line ?? segment.line;
    if (
      answer === undefined ||
      (key !== "title" && key !== "country" && key !== "number" && isNothing(answer.text))
    )
      return null;
    // Boxes to tick may be on lines of their own.
    const boxes = segment.lines.every(({ text }) => /^[☐□☑☒]/.test(text));
    const text = boxes ? segment.lines.map((line) => line.text).join(" ") : answer.text;
    const value = read(text);
    if (value === null) this.unread(path, { ...answer, text }, expected);
    return value;
  }

  /** Reports an agency that has a budget and is not in the list of agencies. */
  unnamed(name: string, line: number, list: number): void {
    const where = { path: `project/agencies/${name}`, line };
    const stated = { path: "project/agencies", line: list };
    const listLocation = { en: formatLocation(stated), fr: formatLocation(stated, { language: "fr" }) };
    const message = bilingual(en.reportAgencyUnnamed, fr.reportAgencyUnnamed, name, listLocation);
    this.findings.push(findingOf("agency-unnamed", "warning", where, message, name, null));
  }

  /** Reports a further amount of an agency or of all agencies. */
  amountRepeated(path: string, name: string, { line, text }: Pick<Line, "line" | "text">): void {
    const message = bilingual(en.amountRepeated, fr.amountRepeated, name, excerpt(text));
    this.findings.push(
      findingOf("amount-repeated", "warning", { path, line }, message, excerpt(text, 400), "one amount"),
    );
  }

  unread(path: string, { line, text }: Pick<Line, "line" | "text">, expected: string): void {
    const message = bilingual(en.fieldUnread, fr.fieldUnread, path, excerpt(text));
    this.unreadAnswers[path] = text;
    this.findings.push(
      findingOf("field-unread", "warning", { path, line }, message, excerpt(text, 400), expected),
    );
  }

  note(rule: DocumentCode, path: string, message: Bilingual, found: string, expected: string): void {
    const line = this.lines[path];
    const where = line === undefined ? { path } : { path, line };
    this.findings.push(findingOf(rule, "info", where, message, found, expected));
  }
}

const EXTENSION =
  /\b(?:nce|no.?cost extension|extension|extended|new end date|revised|prorog|prolong|sans cout|avenant|revis)/;

/** What looks like a date within words. */
const DATES =
  /\d{1,2}(?:st|nd|rd|th|er)?[ -]?(?:of |de )?\p{L}{3,10}\.?[ ,-]+\d{4}|\p{L}{3,10}\.? \d{1,2},? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}|(?:jan|feb|fev|fév|mar|apr|avr|may|mai|ju[inly]|aug|ao|sep|oct|nov|dec|déc)\p{L}* \d{4}/giu;

/** A date field: its day, and the day before an extension where both are named. */
interface ReadDay {
  date: string;
  original?: string;
  assumed?: string;
}

/** `31 August 2021 (NCE)`, `14 July 2021 (NCE approved: 14 January 2022)`, `December 2020`. */
function readDay(
  text: string,
  order: DayOrder,
  end: boolean,
): ReadDay | { ambiguous: [string, string] } | null {
  const whole = scanDate(text.replace(/^(?:le|on|the|au) /i, ""), order);
  if (whole?.kind === "day") return { date: whole.date };
  if (whole?.kind === "ambiguous") return { ambiguous: whole.readings };
  if (whole?.kind === "month") return { ...monthDay(whole.month, end), assumed: whole.month };
  const [, first = "", inside = ""] =
    /^([^()]+?) ?\(([^()]*)\)[.*]?$/.exec(text) ??
    /^(.+?)[,;–-] ?((?:NCE|extended|extension|prorog).*)$/i.exec(text) ??
    [];
  const outer = first === "" ? null : readDay(first, order, end);
  if (outer === null || "ambiguous" in outer) return outer;
  if (!/\d/.test(inside)) return EXTENSION.test(plainTerm(inside)) || !/\d/.test(inside) ? outer : null;
  const dates = inside.match(DATES) ?? [];
  const extended = dates.length === 1 ? readDay(dates[0], order, end) : null;
  if (extended === null || "ambiguous" in extended) return EXTENSION.test(plainTerm(inside)) ? null : outer;
  if (/\b(?:original|initial|previous|au lieu|instead|was|initialement)/.test(plainTerm(inside)))
    return { ...outer, original: extended.date };
  return EXTENSION.test(plainTerm(inside)) ? { ...extended, original: outer.date } : null;
}

function monthDay(month: string, end: boolean): { date: string } {
  const [year = 2000, number = 1] = month.split("-").map(Number);
  const day = end ? new Date(Date.UTC(year, number, 0)).getUTCDate() : 1;
  return { date: `${month}-${String(day).padStart(2, "0")}` };
}

function readDateField(reader: CoverReader, key: "start-date" | "end-date", order: DayOrder): ReadDay | null {
  const path = key === "start-date" ? "project/startDate" : "project/endDate";
  let expected = "a date";
  const read = reader.read(
    key,
    path,
    (text) => {
      const found = readDay(text, order, key === "end-date");
      if (found === null || !("ambiguous" in found)) return found;
      expected = found.ambiguous.join(" | ");
      return null;
    },
    expected,
  );
  const last = reader.findings.at(-1);
  if (read === null && last?.where.path === path && last.code === "field-unread") last.expected = expected;
  if (read?.assumed !== undefined)
    reader.note(
      "date-day-assumed",
      path,
      bilingual(en.dayAssumed, fr.dayAssumed, read.assumed, read.date),
      read.assumed,
      read.date,
    );
  return read;
}

const TOTAL = /^\W*(?:grand |sub-?|sous-?)?total/;
const hasAmount = (text: string) => /\d/.test(text);
const AMOUNT = "an amount, such as $ 1 200 000";
/** A line of the table of budgets without an amount is its head, or a name; what is longer is neither. */
const LONGEST_NAME = 80;

function readAgencies(
  reader: CoverReader,
  template: Template,
  habit: NumberHabit,
): { agencies: Agency[]; total: Money | null } {
  const naming = reader.find("agencies");
  const list: (NamedAgency & { line: number; budget: Money | null })[] = [];
  /** The agency of a name in the list: by the name itself, else however it is written. */
  const listed = (name: string, exact: boolean) =>
    list.find((each) => each.name === name) ??
    (exact ? undefined : list.find((each) => isSameAgency(each.name, name)));
  const add = (agency: NamedAgency, line: number, exact: boolean) => {
    const known = listed(agency.name, exact);
    if (known !== undefined) {
      known.convening ||= agency.convening;
      return known;
    }
    const added = { ...agency, line, budget: null };
    list.push(added);
    return added as (typeof list)[number];
  };
  if (naming !== undefined) reader.lines["project/agencies"] = naming.line;
  for (const { text, line } of naming?.lines ?? []) {
    for (const agency of agenciesIn(text)) {
      if (agency.name === "" || TOTAL.test(plainTerm(agency.name))) continue;
      const found = add(agency, line, true);
      reader.lines[`project/agencies/${found.name}`] ??= line;
    }
  }
  // The wording of 2018 asks for the convening agency first.
  const [first] = list;
  if (
    first !== undefined &&
    /starting with|en commencant par/.test(normalise(naming?.label ?? "")) &&
    list.every(({ convening }) => !convening)
  )
    first.convening = true;
  let total: Money | null = null;
  const table = reader.find("total-budget");
  if (table !== undefined) reader.lines["budget/total"] = table.line;
  for (const { name, amount, line, unread } of readBudgetTable(table?.lines ?? [], habit)) {
    if (isGuidance(line.text, template)) continue;
    if (unread || (amount === null && line.text.length > LONGEST_NAME && hasAmount(line.text))) {
      const agency = namedAgency(name);
      const path =
        TOTAL.test(plainTerm(agency.name)) || agency.name === ""
          ? "budget/total"
          : `project/agencies/${agency.name}`;
      reader.unread(path, line, AMOUNT);
    }
    const agency = namedAgency(name);
    const isTotal = agency.name === "" || TOTAL.test(plainTerm(agency.name));
    if (amount === null) {
      if (!unread && isTotal && hasAmount(line.text)) reader.unread("budget/total", line, AMOUNT);
      else if (!unread && !isTotal && listed(agency.name, false) === undefined)
        reader.findings.push(...leftOver([line], template, "file"));
      continue;
    }
    if (isTotal) {
      if (total !== null) reader.amountRepeated("budget/total", agency.name || template.total, line);
      else reader.lines["budget/total"] = line.line;
      total ??= amount;
      continue;
    }
    const known = listed(agency.name, false) !== undefined;
    const found = add(agency, line.line, false);
    if (found.budget !== null) reader.amountRepeated(`project/agencies/${found.name}`, found.name, line);
    else reader.lines[`project/agencies/${found.name}`] = line.line;
    found.budget ??= amount;
    if (!known && naming !== undefined) reader.unnamed(found.name, line.line, naming.line);
  }
  const agencies = list.map(
    ({ name, kind, convening, budget }): Agency => ({
      name,
      ...(kind !== undefined && { kind }),
      convening,
      budget,
    }),
  );
  return { agencies, total };
}

/** A field that asks for an amount in US dollars, or for none of them; a share beside it is left to its own field. */
const amountIn = (habit: NumberHabit) => (text: string) =>
  CELL_LEXICON.zero.includes(plainTerm(text).replace(/[.]$/, ""))
    ? { minor: 0, currency: "USD" }
    : (readAmount(text, habit)?.amount ?? null);
/** The implementation rate: a share, alone or beside its amount. */
const rateIn = (habit: NumberHabit) => (text: string) => {
  const cleaned = text.replace(/^(?:approximately|approx\.?|about|around|environ|~) ?/i, "");
  const share = readShare(cleaned) ?? readAmount(cleaned, habit)?.share ?? null;
  // The field asks for a percentage: `7.5` is one without its sign; `0.64` may be a fraction.
  const bare = /^\d{1,2}(?:[.,]\d{1,2})?$|^100$/.test(cleaned) && !/^[01](?:[.,]|$)/.test(cleaned);
  return share ?? (bare ? readShare(`${cleaned} %`) : null);
};

/** The cover page: project, money, kind of report. What it cannot read is `null`, with a finding. */
export function readCover(
  segments: readonly Segment[],
  template: Template,
  { habit = NO_HABIT, dayOrder = null }: ReadValueOptions,
): { cover: Cover; lines: Record<string, number>; findings: Finding[]; unread: Record<string, string> } {
  const reader = new CoverReader(segments);
  const amount = amountIn(habit);
  const { agencies, total } = readAgencies(reader, template, habit);
  const start = readDateField(reader, "start-date", dayOrder);
  const end = readDateField(reader, "end-date", dayOrder);
  const cover: Cover = {
    project: {
      title: reader.read("title", "project/title", plain, "text"),
      country: reader.read("country", "project/country", plain, "text"),
      number: reader.read("number", "project/number", plain, "text"),
      startDate: start?.date ?? null,
      endDate: end?.date ?? null,
      ...(end?.original !== undefined && { originalEndDate: end.original }),
      agencies,
      genderMarker: reader.read("gender-marker", "project/genderMarker", readMarker, "GM0 | GM1 | GM2 | GM3"),
      riskMarker: reader.read("risk-marker", "project/riskMarker", readRisk, "low | medium | high"),
      focusArea: reader.read("focus-area", "project/focusArea", readFocusArea, "1.1 to 4.3"),
    },
    budget: {
      total,
      deliveryRate: reader.read("delivery-rate", "budget/deliveryRate", rateIn(habit), "a percentage"),
      gewe: {
        allocated: reader.read("gewe-allocated", "budget/gewe/allocated", amount, "an amount"),
        spent: reader.read("gewe-spent", "budget/gewe/spent", amount, "an amount"),
      },
      covidAdjustment: reader.read("covid-adjustment", "budget/covidAdjustment", amount, "an amount"),
      evaluation: reader.read("evaluation-budget", "budget/evaluation", amount, "an amount"),
    },
    type: reader.read("report-type", "report/type", readReportType, "semi-annual | annual | final"),
    year: reader.read("year", "report/year", readYear, "a year"),
  };
  return { cover, lines: reader.lines, findings: reader.findings, unread: reader.unreadAnswers };
}
