import { bilingual, type Result, refuse } from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { readXml } from "../ooxml/index.ts";
import { cellTooLong, MAX_CELL_CHARACTERS, sheetTooLarge, WorkbookRefusal } from "./limits.ts";

/** The texts that a workbook's cells share, by the number that cells name them by; at most so many. Pronunciations are left out. */
export function readStrings(part: string, bytes: Uint8Array, limit: number): Result<string[]> {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let pronunciation = 0;
  try {
    const read = readXml(part, bytes, {
      open: (name) => {
        if (name === "x:si") text = "";
        else if (name === "x:rPh") pronunciation += 1;
        else if (name === "x:t") inText = pronunciation === 0;
      },
      close: (name) => {
        if (name === "x:si") {
          if (strings.length >= limit)
            throw new WorkbookRefusal(
              sheetTooLarge(part, bilingual(en.sizeTexts, fr.sizeTexts, String(limit))),
            );
          strings.push(text);
        }
        if (name === "x:rPh") pronunciation -= 1;
        else if (name === "x:t") inText = false;
      },
      text: (chunk) => {
        if (!inText) return;
        if (text.length + chunk.length > MAX_CELL_CHARACTERS) throw new WorkbookRefusal(cellTooLong(part));
        text += chunk;
      },
    });
    return read.ok ? { ok: true, value: strings.map(unescaped), findings: [] } : read;
  } catch (error) {
    if (error instanceof WorkbookRefusal) return refuse(error.problem);
    throw error;
  }
}

/** Characters that XML cannot hold are written `_x0007_` (ECMA-376, part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
