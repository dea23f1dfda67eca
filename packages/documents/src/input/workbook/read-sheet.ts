import { bilingual, type Result, refuse } from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { type Attributes, readXml } from "../ooxml/index.ts";
import { type Area, readAreas, readCellName } from "./address.ts";
import type { Cell, Sheet } from "./cell.ts";
import type { NumberFormat } from "./formats.ts";
import {
  cellTooLong,
  MAX_CELL_CHARACTERS,
  sheetTooLarge,
  type WorkbookLimits,
  WorkbookRefusal,
} from "./limits.ts";
import { unescaped } from "./strings.ts";

/** What the cells of a sheet refer to, and what of it all sheets share. */
export interface SheetContext {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  limits: WorkbookLimits;
  /** Cells read so far, in this workbook. */
  cells: number;
}

const isTrue = (value: string | undefined) => value === "1" || value === "true";

const PLAIN: NumberFormat = { format: "plain" };

/** Takes the elements of a sheet's part one by one. */
class SheetReader {
  readonly rows = new Map<number, (Cell | undefined)[]>();
  readonly merged: Area[] = [];
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: { left: number; right: number }[] = [];
  private readonly name: string;
  private readonly context: SheetContext;
  private row = -1;
  private column = -1;
  private cells: (Cell | undefined)[] = [];
  private type = "n";
  private format: NumberFormat = PLAIN;
  private formula = false;
  private hasValue = false;
  private value = "";
  private taking = false;

  constructor(name: string, context: SheetContext) {
    this.name = name;
    this.context = context;
  }

  open(element: string, attributes: Attributes): void {
    switch (element) {
      case "x:c":
        this.openCell(attributes);
        return;
      case "x:v":
      case "x:t":
        this.taking = element === "x:v" || this.type === "inlineStr";
        if (this.taking) this.hasValue = true;
        return;
      case "x:f":
        this.formula = true;
        return;
      case "x:rPh":
        // Its texts are how to pronounce the cell's own.
        this.type = "pronunciation";
        return;
      case "x:row":
        this.openRow(attributes);
        return;
      case "x:col":
        if (isTrue(attributes.hidden))
          this.hiddenColumns.push({
            left: Number(attributes.min) - 1,
            right: Number(attributes.max) - 1,
          });
        return;
      case "x:mergeCell":
        if (this.merged.length < this.context.limits.rows)
          this.merged.push(...readAreas(attributes.ref ?? ""));
    }
  }

  close(element: string): void {
    if (element === "x:c") this.closeCell();
    else if (element === "x:v" || element === "x:t") this.taking = false;
    else if (element === "x:rPh") this.type = "inlineStr";
  }

  text(text: string): void {
    if (!this.taking) return;
    if (this.value.length + text.length > MAX_CELL_CHARACTERS)
      throw new WorkbookRefusal(cellTooLong(this.name));
    this.value += text;
  }

  private refuse(what: "rows" | "cells"): never {
    const count = String(this.context.limits[what]);
    const limit =
      what === "rows"
        ? bilingual(en.sizeRows, fr.sizeRows, count)
        : bilingual(en.sizeCells, fr.sizeCells, count);
    throw new WorkbookRefusal(sheetTooLarge(this.name, limit));
  }

  private openRow({ r, hidden }: Attributes): void {
    const index = r === undefined ? Number.NaN : Number(r) - 1;
    this.row = Number.isInteger(index) && index >= 0 ? index : this.row + 1;
    this.column = -1;
    this.cells = [];
    if (isTrue(hidden) && this.hiddenRows.length < this.context.limits.rows) this.hiddenRows.push(this.row);
  }

  private openCell({ r, t = "n", s }: Attributes): void {
    const named = r === undefined ? null : readCellName(r);
    this.column = named?.column ?? this.column + 1;
    this.type = t;
    this.format = this.context.formats[Number(s ?? 0)] ?? PLAIN;
    this.formula = false;
    this.hasValue = false;
    this.value = "";
  }

  private closeCell(): void {
    // Styled cells without content are no cells: a sheet may have a million of them.
    if (!this.hasValue && !this.formula) return;
    const { limits } = this.context;
    this.context.cells += 1;
    if (this.context.cells > limits.cells) this.refuse("cells");
    if (this.cells.length === 0) {
      this.cells = this.rows.get(this.row) ?? [];
      this.rows.set(this.row, this.cells);
      if (this.rows.size > limits.rows) this.refuse("rows");
    }
    this.cells[this.column] = this.cell();
  }

  private cell(): Cell {
    const { type, value, formula } = this;
    const { format, currency } = this.format;
    const make = (kind: Cell["kind"], number: number, text: string): Cell =>
      currency === undefined
        ? { kind, number, text, format, formula }
        : { kind, number, text, format, formula, currency };
    if (!this.hasValue) return make("empty", 0, "");
    switch (type) {
      case "s":
        return make("text", 0, this.context.strings[Number(value)] ?? "");
      case "str":
      case "inlineStr":
        return make("text", 0, unescaped(value));
      case "b":
        return make("boolean", isTrue(value) ? 1 : 0, value);
      case "e":
        return make("error", 0, value);
      case "d":
        return { ...make("text", 0, value.slice(0, 10)), format: "plain" };
      default: {
        const number = value.trim() === "" ? Number.NaN : Number(value);
        return Number.isFinite(number) ? make("number", number, value) : make("text", 0, value);
      }
    }
  }
}

/** Reads a sheet's part. Refused: what is no well-formed XML, and more rows or cells than the limits allow. */
export function readSheet(
  part: string,
  bytes: Uint8Array,
  { name, state }: Pick<Sheet, "name" | "state">,
  context: SheetContext,
): Result<Sheet> {
  const reader = new SheetReader(name, context);
  try {
    const read = readXml(part, bytes, {
      open: (element, attributes) => reader.open(element, attributes),
      close: (element) => reader.close(element),
      text: (text) => reader.text(text),
    });
    if (!read.ok) return read;
  } catch (error) {
    if (error instanceof WorkbookRefusal) return refuse(error.problem);
    throw error;
  }
  const { rows, merged, hiddenRows, hiddenColumns } = reader;
  return { ok: true, findings: [], value: { name, state, rows, merged, hiddenRows, hiddenColumns } };
}
