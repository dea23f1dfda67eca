import type { Finding } from "@cadre/core";

/** Collects what one side cannot carry of the other. */
export interface Losses {
  findings: Finding[];
  lose: (path: string, en: string, fr: string, found?: string | number | null) => void;
}

/** A collector. `rule`: `iati-cannot-carry` on the way out, `iati-not-understood` on the way in. */
export function losses(rule: "iati-cannot-carry" | "iati-not-understood"): Losses {
  const findings: Finding[] = [];
  return {
    findings,
    lose: (path, en, fr, found = null) =>
      findings.push({
        rule,
        severity: rule === "iati-cannot-carry" ? "warning" : "info",
        where: { path },
        message: { en: `${path}: ${en}`, fr: `${path} : ${fr}` },
        found,
        expected: null,
      }),
  };
}
