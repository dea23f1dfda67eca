import { bilingual, type Result, refuse } from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { type OfficePackage, openPackage, readXml, relationshipsOf } from "../ooxml/index.ts";
import { problem } from "../problem.ts";
import type { Sheet, Workbook } from "./cell.ts";
import { type NumberFormat, readFormats } from "./formats.ts";
import { WORKBOOK_LIMITS, type WorkbookLimits } from "./limits.ts";
import { readSheet, type SheetContext } from "./read-sheet.ts";
import { readStrings } from "./strings.ts";

export { WORKBOOK_LIMITS, type WorkbookLimits } from "./limits.ts";

interface Listed {
  name: string;
  state: Sheet["state"];
  relationship: string;
}

const STATES: Readonly<Record<string, Sheet["state"]>> = { hidden: "hidden", veryHidden: "very-hidden" };

function readList(part: string, bytes: Uint8Array): Result<{ sheets: Listed[]; from1904: boolean }> {
  const sheets: Listed[] = [];
  let from1904 = false;
  const read = readXml(part, bytes, {
    open: (element, attributes) => {
      if (element === "x:workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (element !== "x:sheet") return;
      const { name = "", state = "", "r:id": relationship = "" } = attributes;
      sheets.push({
        name,
        state: Object.hasOwn(STATES, state) ? (STATES[state] ?? "visible") : "visible",
        relationship,
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return read.ok ? { ok: true, value: { sheets, from1904 }, findings: [] } : read;
}

const notAWorkbook = () =>
  refuse(
    problem(
      "not-a-workbook",
      { path: "file" },
      bilingual(en.notAWorkbook, fr.notAWorkbook),
      "a package without sheets",
      "xl/workbook.xml",
    ),
  );

/** A part that a workbook may do without. */
function optional<T>(
  pack: OfficePackage,
  name: string | undefined,
  read: (part: string, bytes: Uint8Array) => Result<T[]>,
): Result<T[]> {
  if (name === undefined || !pack.has(name)) return { ok: true, value: [], findings: [] };
  const bytes = pack.part(name);
  return bytes.ok ? read(name, bytes.value) : bytes;
}

/**
 * Reads a workbook (.xlsx, .xlsm) from untrusted bytes: the sheets' cells and nothing else. Formulas are not computed: the
 * values that the spreadsheet program kept are read. Macros and links to other files are ignored and listed in `ignoredParts`.
 *
 * Refused: what `openPackage` and `readXml` refuse, a package without a list of sheets, more rows or cells than the limits allow, a cell
 * longer than a spreadsheet program makes any.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  { limits = WORKBOOK_LIMITS }: { limits?: WorkbookLimits | undefined } = {},
): Promise<Result<Workbook>> {
  const pack = await openPackage(bytes, limits.package);
  if (!pack.ok) return pack;
  const top = relationshipsOf(pack.value, "");
  if (!top.ok) return top;
  const main = top.value.find(({ kind, external }) => kind === "officeDocument" && !external)?.target;
  if (main === undefined || !pack.value.has(main)) return notAWorkbook();
  const part = pack.value.part(main);
  if (!part.ok) return part;
  const list = readList(main, part.value);
  if (!list.ok) return list;
  if (list.value.sheets.length === 0) return notAWorkbook();
  const related = relationshipsOf(pack.value, main);
  if (!related.ok) return related;
  const targetOf = (kind: string) =>
    related.value.find((each) => each.kind === kind && !each.external)?.target;
  const strings = optional<string>(pack.value, targetOf("sharedStrings"), (name, data) =>
    readStrings(name, data, limits.cells),
  );
  if (!strings.ok) return strings;
  const formats = optional<NumberFormat>(pack.value, targetOf("styles"), readFormats);
  if (!formats.ok) return formats;
  const context: SheetContext = { strings: strings.value, formats: formats.value, limits, cells: 0 };
  const sheets: Sheet[] = [];
  for (const listed of list.value.sheets) {
    const found = related.value.find(({ id, external }) => id === listed.relationship && !external);
    // Sheets of charts and dialogs have no cells.
    if (found?.kind !== "worksheet") continue;
    const data = pack.value.part(found.target);
    if (!data.ok) return data;
    const sheet = readSheet(found.target, data.value, listed, context);
    if (!sheet.ok) return sheet;
    sheets.push(sheet.value);
  }
  const ignoredParts: Workbook["ignoredParts"][number][] = [];
  if (pack.value.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))) ignoredParts.push("macros");
  if (related.value.some(({ kind }) => kind === "externalLink")) ignoredParts.push("external-links");
  return { ok: true, findings: [], value: { sheets, from1904: list.value.from1904, ignoredParts } };
}
