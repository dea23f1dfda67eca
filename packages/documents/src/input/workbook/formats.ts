import type { Result } from "@cadre/core";
import { readXml } from "../ooxml/index.ts";
import type { CellFormat } from "./cell.ts";

/** Formats that have a number and no code in the file (ECMA-376, part 1, 18.8.30). */
const BUILT_IN = new Map<number, CellFormat>([
  [9, "percent"],
  [10, "percent"],
  ...[14, 15, 16, 17, 22].map((id): [number, CellFormat] => [id, "date"]),
]);

/** What a format's code says that its numbers are. Times of day alone are no dates. */
export function formatOf(code: string): CellFormat {
  // What is in quotes, brackets or behind a backslash is shown as it is and says nothing.
  const shown = code.slice(0, 255).replace(/"[^"]*"?|\[[^\]]*\]?|\\.|_./g, "");
  if (shown.includes("%")) return "percent";
  return /[yd]/i.test(shown) ? "date" : "plain";
}

/** Signs of currencies in formats: `[$€-40C]`, `"$"#,##0`, `#,##0 "FCFA"`. A bare `$` is the dollar of the program's own country. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/FCFA|CFA|XOF/i, "XOF"],
  [/XAF/i, "XAF"],
  [/€|EUR/i, "EUR"],
  [/£|GBP/i, "GBP"],
  [/\$(?!-)|USD/i, "USD"],
];

/** The currency that a format shows; `undefined`: none. */
export function currencyOfFormat(code: string): string | undefined {
  const shown = code.slice(0, 255).replace(/\[(?:Red|Black|Blue|Color\d+)\]/gi, "");
  // `[$-40C]` names a locale; `[$€-40C]` a sign and a locale.
  const signs = shown.replace(/\[\$-[^\]]*\]/g, "").replace(/\[\$([^\]-]+)(?:-[^\]]*)?\]/g, '"$1"');
  return SIGNS.find(([sign]) => sign.test(signs))?.[1];
}

/** How cells show numbers. */
export interface NumberFormat {
  format: CellFormat;
  currency?: string;
}

const numberFormat = (code: string): NumberFormat => {
  const currency = currencyOfFormat(code);
  return { format: formatOf(code), ...(currency === undefined ? {} : { currency }) };
};

/** The formats of a workbook's cells, by the number that cells name them by. */
export function readFormats(part: string, bytes: Uint8Array): Result<NumberFormat[]> {
  const codes = new Map<string, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  const read = readXml(part, bytes, {
    open: (name, { numFmtId = "", formatCode = "" }) => {
      if (name === "x:numFmt") codes.set(numFmtId, numberFormat(formatCode));
      else if (name === "x:cellXfs") inCells = true;
      else if (name === "x:xf" && inCells)
        formats.push(codes.get(numFmtId) ?? { format: BUILT_IN.get(Number(numFmtId)) ?? "plain" });
    },
    close: (name) => {
      if (name === "x:cellXfs") inCells = false;
    },
    text: () => undefined,
  });
  return read.ok ? { ok: true, value: formats, findings: [] } : read;
}
