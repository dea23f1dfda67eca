import {
  type Bilingual,
  bilingual,
  type CalendarDate,
  type Code,
  decimalsOf,
  type Finding,
  type Money,
  NONE,
  numberValue,
  type ReportedValue,
  type Severity,
} from "@cadre/core";
import { fold } from "../blocks/fold.ts";
import { readDate } from "../cells/date.ts";
import { readMoney } from "../cells/money.ts";
import { scanNumber } from "../cells/number.ts";
import { readValue } from "../cells/value.ts";
import type { DocumentCode } from "../finding-pages/index.ts";
import { excerpt, findingOf } from "../input/problem.ts";
import { type Cell, type Sheet, valueAt } from "../input/workbook/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { normalise } from "../template/normalise.ts";
import { CellLocations } from "./locations.ts";
import { perHundred, plainThousands, timesHundred } from "./numbers.ts";

const CODE = /^\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?$/;
/** What is expected of a cell. */
const EXPECTED = {
  amount: bilingual(en.expectedAmount, fr.expectedAmount),
  share: bilingual(en.expectedShare, fr.expectedShare),
  date: bilingual(en.expectedDate, fr.expectedDate),
  code: bilingual(en.expectedCode, fr.expectedCode),
  number: bilingual(en.expectedNumber, fr.expectedNumber),
  choice: bilingual(en.expectedChoice, fr.expectedChoice),
};
/** A cell of a spreadsheet holds binary fractions: what is so near to a cent is that cent. */
const NEAR = 1e-4;

/** Days from the day that a workbook counts from to 1 January 1970. The 29 February 1900 that Excel has makes one of them. */
const DAYS_TO_1970 = { from1900: 25_569, from1904: 24_107 };
const DAYS = { first: 32_874, last: 80_000 };

/** The day of a serial number, between 1990 and 2119; its time of day does not count. */
function dayOf(serial: number, from1904: boolean): CalendarDate | null {
  const day = Math.floor(serial);
  if (day < DAYS.first - (from1904 ? 1462 : 0) || day > DAYS.last) return null;
  const since1970 = day - (from1904 ? DAYS_TO_1970.from1904 : DAYS_TO_1970.from1900);
  return new Date(since1970 * 86_400_000).toISOString().slice(0, 10);
}

/** Reads cells of one workbook: remembers where everything is, and reports each cell that it cannot read. */
export class CellReader {
  readonly findings: Finding[] = [];
  readonly locations = new CellLocations();
  private readonly from1904: boolean;
  private readonly texts = new Set<string>();
  private readonly normalised = new Map<string, string>();

  constructor(from1904: boolean) {
    this.from1904 = from1904;
  }

  notice(
    rule: DocumentCode,
    severity: Severity,
    path: string,
    cell: string | undefined,
    message: Finding["message"],
    found: string | number | null,
    expected: string | number | null,
  ): void {
    const where = cell === undefined ? { path } : { path, cell };
    this.findings.push({ ...findingOf(rule, severity, where, message, found, expected), where });
  }

  /** The cell behind a path, remembered; `null` where it holds nothing, with a finding for an error or a formula without value. */
  take(sheet: Sheet, row: number, column: number | undefined, path: string): Cell | null {
    if (column === undefined) return null;
    const cell = valueAt(sheet, row, column);
    if (cell === undefined) return null;
    this.locations.add(path, sheet.name, row, column);
    if (cell.kind === "error") {
      this.notice(
        "cell-error",
        "error",
        path,
        this.locations.cellOf(path),
        bilingual(en.cellError, fr.cellError, excerpt(cell.text, 20)),
        excerpt(cell.text, 20),
        "a value",
      );
      return null;
    }
    if (cell.kind !== "empty") return cell;
    if (cell.formula) {
      this.notice(
        "formula-without-value",
        "warning",
        path,
        this.locations.cellOf(path),
        bilingual(en.formulaWithoutValue, fr.formulaWithoutValue),
        null,
        "a value",
      );
    }
    return null;
  }

  private unread(path: string, raw: string, expected: Bilingual): null {
    const message = bilingual(en.annexCellUnread, fr.annexCellUnread, excerpt(raw), expected);
    this.notice(
      "cell-unread",
      "warning",
      path,
      this.locations.cellOf(path),
      message,
      excerpt(raw),
      expected.en,
    );
    return null;
  }

  /** The text of a cell unchanged; a number as stored. `null`: nothing. */
  text(sheet: Sheet, row: number, column: number | undefined, path: string): string | null {
    const cell = this.take(sheet, row, column, path);
    return cell === null || cell.text.trim() === "" ? null : cell.text;
  }

  code(sheet: Sheet, row: number, column: number | undefined, path: string): Code | null {
    const text = this.text(sheet, row, column, path);
    if (text === null) return null;
    const code = fold(text).replace(/[.:]$/, "");
    return CODE.test(code) ? code : this.unread(path, text, EXPECTED.code);
  }

  /** A plain number, or one stored as text. */
  number(sheet: Sheet, row: number, column: number | undefined, path: string): number | null {
    const cell = this.take(sheet, row, column, path);
    if (cell === null) return null;
    if (cell.kind === "number") return cell.number;
    const text = fold(cell.text);
    const scanned = scanNumber(text);
    if (scanned === null || scanned === "ambiguous" || scanned.end < text.length)
      return this.unread(path, cell.text, EXPECTED.number);
    return scanned.value;
  }

  money(sheet: Sheet, row: number, column: number | undefined, path: string, currency: string): Money | null {
    const cell = this.take(sheet, row, column, path);
    if (cell === null) return null;
    const units = 10 ** decimalsOf(currency);
    if (cell.kind === "number") {
      const exact = cell.number * units;
      const minor = Math.round(exact);
      if (!Number.isSafeInteger(minor)) return this.unread(path, cell.text, EXPECTED.amount);
      if (Math.abs(exact - minor) > NEAR) {
        const message = bilingual(en.amountRounded, fr.amountRounded, excerpt(cell.text, 30));
        this.notice(
          "amount-rounded",
          "info",
          path,
          this.locations.cellOf(path),
          message,
          cell.number,
          minor / units,
        );
      }
      return { minor: minor === 0 ? 0 : minor, currency };
    }
    const text = fold(cell.text);
    if (/^[-–—]?$/.test(text)) return null;
    // An amount below zero: `-10 000`, `(10,000)`.
    const negative = /^[-–−]\s*(?=[\d$€])|^\((?=[^()]*\d[^()]*\)$)/.test(text);
    const written = plainThousands(negative ? text.replace(/^[-–−(]\s*|\)$/g, "") : text);
    const bare = /^[\d .,]+$/.test(written);
    const read = readMoney(bare ? `${written} ${currency}` : written);
    if (read === null) return this.unread(path, cell.text, EXPECTED.amount);
    this.asText(path, text);
    return negative ? { ...read, minor: -read.minor } : read;
  }

  /** A fraction. A number over 1 in a column of percentages is in points: {@link inPoints} says so of the whole column. */
  share(sheet: Sheet, row: number, column: number | undefined, path: string, points: boolean): number | null {
    const cell = this.take(sheet, row, column, path);
    if (cell === null) return null;
    const text = fold(cell.text);
    if (["-", "–", "—"].includes(text)) return null;
    let share: number | null = null;
    if (cell.kind === "number")
      share = points && cell.format !== "percent" ? perHundred(cell.number) : cell.number;
    else {
      const scanned = scanNumber(text);
      if (scanned !== null && scanned !== "ambiguous") {
        const rest = text.slice(scanned.end).trim();
        if (rest === "%") share = perHundred(scanned.value);
        else if (rest === "") share = points ? perHundred(scanned.value) : scanned.value;
        if (share !== null) this.asText(path, text);
      }
    }
    return share === null || share < 0 || share > 1 ? this.unread(path, cell.text, EXPECTED.share) : share;
  }

  date(sheet: Sheet, row: number, column: number | undefined, path: string): CalendarDate | null {
    const cell = this.take(sheet, row, column, path);
    if (cell === null) return null;
    const date =
      cell.kind === "number" && cell.format === "date"
        ? dayOf(cell.number, this.from1904)
        : readDate(cell.text);
    return date ?? this.unread(path, cell.text, EXPECTED.date);
  }

  /** One of the words that a column may hold. */
  choice<T>(
    sheet: Sheet,
    row: number,
    column: number | undefined,
    path: string,
    choose: (normalised: string) => T | null | undefined,
  ): T | null {
    const cell = this.take(sheet, row, column, path);
    if (cell === null || cell.text.trim() === "") return null;
    // A column of choices repeats a few texts.
    let text = this.normalised.get(cell.text);
    if (text === undefined) {
      text = normalise(cell.text);
      if (this.normalised.size < 1000) this.normalised.set(cell.text, text);
    }
    return choose(text) ?? this.unread(path, cell.text, EXPECTED.choice);
  }

  /** A value of the indicator table: a number, a percentage, or text that is read as in the report. */
  reportedValue(sheet: Sheet, row: number, column: number | undefined, path: string): ReportedValue {
    const cell = this.take(sheet, row, column, path);
    if (cell === null) {
      const shown = column === undefined ? undefined : valueAt(sheet, row, column);
      return shown?.kind === "error"
        ? { value: { kind: "text", text: shown.text }, raw: shown.text }
        : { value: NONE };
    }
    if (cell.kind === "number") {
      if (cell.format === "date") {
        this.unread(path, cell.text, EXPECTED.number);
        return { value: { kind: "text", text: cell.text }, raw: cell.text };
      }
      return {
        value:
          cell.format === "percent"
            ? numberValue(timesHundred(cell.number), { unit: "%" })
            : numberValue(cell.number),
      };
    }
    const { reported, remark } = readValue(cell.text);
    if (remark !== null) {
      const message = bilingual(en.annexCellUnread, fr.annexCellUnread, excerpt(cell.text), EXPECTED.number);
      this.notice(
        `cell-${remark}`,
        "warning",
        path,
        this.locations.cellOf(path),
        message,
        excerpt(cell.text),
        "one number",
      );
    }
    return reported;
  }

  /** A number that a spreadsheet program does not treat as one: reported once a column, at the first. */
  private asText(path: string, raw: string): void {
    const column = `${path.split("/").at(-1)} ${this.locations.cellOf(path)?.replace(/\d+$/, "")}`;
    if (this.texts.has(column)) return;
    this.texts.add(column);
    const message = bilingual(en.annexNumberAsText, fr.annexNumberAsText, excerpt(raw, 30));
    this.notice(
      "number-as-text",
      "info",
      path,
      this.locations.cellOf(path),
      message,
      excerpt(raw, 30),
      "a number",
    );
  }
}

/** Whether a column of shares is written in points (30) and not in fractions (0.3): where a number over 1 is not shown as a percentage. */
export function inPoints(sheet: Sheet, rows: readonly number[], column: number | undefined): boolean {
  if (column === undefined) return false;
  return rows.some((row) => {
    const cell = sheet.rows.get(row)?.[column];
    return cell?.kind === "number" && cell.format !== "percent" && cell.number > 1;
  });
}
