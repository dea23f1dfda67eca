import type { Finding } from "@cadre/core";

/** Collects what one side cannot carry of the other. */
export interface Losses {
  findings: Finding[];
  lose: (path: string, en: string, fr: string, found?: string | number | null) => void;
  /** Something under a rule of its own. */
  warn: (rule: string, path: string, en: string, fr: string, found: string, expected: string) => void;
}

/** A collector. `rule`: `iati-cannot-carry` on the way out, `iati-not-understood` on the way in. */
export function losses(rule: "iati-cannot-carry" | "iati-not-understood"): Losses {
  const findings: Finding[] = [];
  const add = (
    own: string,
    severity: Finding["severity"],
    path: string,
    [en, fr]: [string, string],
    found: string | number | null,
    expected: string | null,
  ) =>
    findings.push({
      code: own,
      severity,
      where: { path },
      message: { en: `${path}: ${en}`, fr: `${path} : ${fr}` },
      found,
      expected,
    });
  const severity = rule === "iati-cannot-carry" ? "warning" : "info";
  return {
    findings,
    lose: (path, en, fr, found = null) => add(rule, severity, path, [en, fr], found, null),
    warn: (own, path, en, fr, found, expected) => add(own, "warning", path, [en, fr], found, expected),
  };
}
