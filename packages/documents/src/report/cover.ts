import {
  type Agency,
  type Budget,
  type Finding,
  formatLocation,
  type GenderMarker,
  type Money,
  type Project,
  type ReportType,
} from "@cadre/core";
import { readDate } from "../cells/date.ts";
import { readMoney } from "../cells/money.ts";
import { scanNumber } from "../cells/number.ts";
import { excerpt, noticed } from "../input/problem.ts";
import * as messages from "../locale/messages.ts";
import type { FieldKey, Template } from "../template/grammar.ts";
import { normalise, oneOf } from "../template/normalise.ts";
import type { Line, Segment } from "./segments.ts";

export interface Cover {
  project: Project;
  budget: Budget;
  type: ReportType | null;
  year: number | null;
}

/** Reads single fields: remembers where each stood, and tells of each answer that it cannot read. */
class CoverReader {
  readonly findings: Finding[] = [];
  readonly lines: Record<string, number> = {};
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
    if (answer === undefined) return null;
    const value = read(answer.text);
    if (value === null) this.unread(path, answer, expected);
    return value;
  }

  /** Tells of an agency that has a budget and does not stand in the list of agencies. */
  unnamed(name: string, line: number, list: number): void {
    const where = { path: `project/agencies/${name}`, line };
    const message = messages.agencyUnnamed(name, formatLocation({ path: "project/agencies", line: list }));
    this.findings.push(noticed("agency-unnamed", "warning", where, message, name, null));
  }

  unread(path: string, { line, text }: Line, expected: string): void {
    const message = messages.fieldUnread(path, excerpt(text));
    this.findings.push(
      noticed("field-unread", "warning", { path, line }, message, excerpt(text, 400), expected),
    );
  }
}

/** `20%` → 0.2. */
function readShare(text: string): number | null {
  const number = scanNumber(text);
  if (number === null || number === "ambiguous" || text.slice(number.end).trim() !== "%") return null;
  // The digits shifted by two places, so that 35.76 % does not become 0.35759999.
  return Number(`${number.whole}.${number.decimals || "0"}e-2`);
}

/** The words of a table of agencies: `PAM                 $ 1 200 000`, `PAM  (Agence coordinatrice)`. */
function nameAndRest(text: string, template: Template): { name: string; convening: boolean } {
  // The last bracket that says so: the name may have one of its own.
  let open = text.lastIndexOf("(");
  const says = () => normalise(text.slice(open)).includes(normalise(template.convening));
  while (open > 0 && !says()) open = text.lastIndexOf("(", open - 1);
  const convening = open >= 0 && says();
  const name = convening ? text.slice(0, open) : text;
  return {
    name: name
      .trim()
      .replace(/[:;.]+$/, "")
      .trim(),
    convening,
  };
}

/** A line of the table of budgets, cut where its amount begins: at the first sign or digit behind which all is one amount. */
function nameAndAmount(
  text: string,
  template: Template,
): { name: string; sign: number; amount: Money | null } {
  const starts = [...text.matchAll(/[$€]|\bUSD\b|(?<![\d.,]\s?)\d/g)].map(({ index }) => index).slice(0, 20);
  for (const sign of starts) {
    const amount = readMoney(text.slice(sign), template.cells.grouping);
    if (amount !== null) return { ...nameAndRest(text.slice(0, sign), template), sign, amount };
  }
  const sign = starts[0] ?? -1;
  return { ...nameAndRest(sign < 0 ? text : text.slice(0, sign), template), sign, amount: null };
}

/** A line of the table of budgets without an amount is its head, or a name; what is longer is neither. */
const LONGEST_NAME = 60;

function readAgencies(reader: CoverReader, template: Template): { agencies: Agency[]; total: Money | null } {
  const named = (reader.find("agencies")?.lines ?? []).map((line) => ({
    ...line,
    ...nameAndRest(line.text, template),
  }));
  const naming = reader.find("agencies");
  if (naming !== undefined) reader.lines["project/agencies"] = naming.line;
  for (const { name, line } of named) if (name !== "") reader.lines[`project/agencies/${name}`] = line;
  const budgets = new Map<string, Money>();
  let total: Money | null = null;
  const table = reader.find("total-budget");
  if (table !== undefined) reader.lines["budget/total"] = table.line;
  for (const line of table?.lines ?? []) {
    const { name, sign, amount } = nameAndAmount(line.text, template);
    if (amount === null) {
      // The table's own head has no figures; every other line should have an amount.
      if (sign >= 0 || line.text.length > LONGEST_NAME)
        reader.unread("budget/total", line, "an amount, such as $ 1 200 000");
      continue;
    }
    if (normalise(name).startsWith(normalise(template.total))) {
      total = amount;
      reader.lines["budget/total"] = line.line;
    } else {
      if (naming !== undefined && named.every((agency) => agency.name !== name))
        reader.unnamed(name, line.line, naming.line);
      budgets.set(name, amount);
      reader.lines[`project/agencies/${name}`] = line.line;
    }
  }
  const names = new Set([...named.map(({ name }) => name), ...budgets.keys()].filter((name) => name !== ""));
  const agencies = [...names].map((name) => ({
    name,
    convening: named.some((agency) => agency.name === name && agency.convening),
    budget: budgets.get(name) ?? null,
  }));
  return { agencies, total };
}

const plain = (text: string) => (text === "" ? null : text);

/** The cover page: project, money, kind of report. What it cannot read is `null`, with a finding. */
export function readCover(
  segments: readonly Segment[],
  template: Template,
): { cover: Cover; lines: Record<string, number>; findings: Finding[] } {
  const reader = new CoverReader(segments);
  const date = (text: string) => readDate(text, template.language);
  const amount = (text: string) => readMoney(text, template.cells.grouping);
  const { agencies, total } = readAgencies(reader, template);
  const cover: Cover = {
    project: {
      title: reader.read("title", "project/title", plain, "text"),
      country: reader.read("country", "project/country", plain, "text"),
      number: reader.read("number", "project/number", plain, "text"),
      startDate: reader.read("start-date", "project/startDate", date, "a date"),
      endDate: reader.read("end-date", "project/endDate", date, "a date"),
      agencies,
      genderMarker: reader.read(
        "gender-marker",
        "project/genderMarker",
        (text) =>
          (/^GM ?([0-3])\b/i.exec(text)?.[0].toUpperCase().replace(" ", "") ?? null) as GenderMarker | null,
        "GM0 | GM1 | GM2 | GM3",
      ),
      riskMarker: reader.read(
        "risk-marker",
        "project/riskMarker",
        oneOf(template.riskMarkers),
        "low | medium | high",
      ),
      focusArea: reader.read(
        "focus-area",
        "project/focusArea",
        (text) => /\b[1-4]\.[1-4]\b/.exec(text)?.[0] ?? null,
        "1.1 to 4.3",
      ),
    },
    budget: {
      total,
      deliveryRate: reader.read("delivery-rate", "budget/deliveryRate", readShare, "a percentage"),
      gewe: {
        allocated: reader.read("gewe-allocated", "budget/gewe/allocated", amount, "an amount"),
        spent: reader.read("gewe-spent", "budget/gewe/spent", amount, "an amount"),
      },
      covidAdjustment: reader.read("covid-adjustment", "budget/covidAdjustment", amount, "an amount"),
      evaluation: reader.read("evaluation-budget", "budget/evaluation", amount, "an amount"),
    },
    type: reader.read(
      "report-type",
      "report/type",
      oneOf(template.reportTypes),
      "semi-annual | annual | final",
    ),
    year: reader.read(
      "year",
      "report/year",
      (text) => (/^(20\d\d)$/.test(text) ? Number(text) : null),
      "a year",
    ),
  };
  return { cover, lines: reader.lines, findings: reader.findings };
}
