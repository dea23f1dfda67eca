import type { Bilingual, Finding } from "@cadre/core";
import type { ExchangeCode } from "../../finding-pages/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { finding } from "../../reading.ts";

/** Collects what one side cannot carry of the other. */
export interface Losses {
  /** What was collected, in the order of its collection. */
  findings: Finding[];
  /** Notes that something at a path is lost. */
  lose: (path: string, what: Bilingual, found?: string | number | null) => void;
  /** Notes each of these that has a value and that IATI has no field for, by path. */
  loseEach: (fields: Readonly<Record<string, unknown>>) => void;
  /** Something under a code of its own. */
  warn: (code: ExchangeCode, path: string, what: Bilingual, found: string, expected: string) => void;
}

/** A collector. `code`: `iati-cannot-carry` on the way out, `iati-not-understood` on the way in. */
export function losses(code: "iati-cannot-carry" | "iati-not-understood"): Losses {
  const findings: Finding[] = [];
  const at = (path: string, { en, fr }: Bilingual) => ({ en: `${path}: ${en}`, fr: `${path} : ${fr}` });
  const severity = code === "iati-cannot-carry" ? "warning" : "info";
  const lose: Losses["lose"] = (path, what, found = null) =>
    findings.push(finding(severity, code, path, at(path, what), found, null));
  return {
    findings,
    lose,
    loseEach: (fields) => {
      for (const [path, value] of Object.entries(fields))
        if ((value ?? null) !== null)
          lose(path, message(en.noField, fr.noField), typeof value === "object" ? null : String(value));
    },
    warn: (own, path, what, found, expected) =>
      findings.push(finding("warning", own, path, at(path, what), found, expected)),
  };
}
