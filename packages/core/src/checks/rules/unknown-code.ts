import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "unknown-code",
  severity: "warning",
  check: (document) => {
    const outputs = new Set(document.outcomes.flatMap((outcome) => outcome.outputs.map(({ code }) => code)));
    const activities = new Set(document.activities.map(({ code }) => code));
    const { lines = [] } = document.budget;
    const { schedule } = document;
    const named: [path: string, code: string | null, among: Set<string>][] = [
      ...lines.flatMap(({ id, output, activity }): typeof named => [
        [`budget/lines/${id}/output`, output, outputs],
        [`budget/lines/${id}/activity`, activity, activities],
      ]),
      ...(schedule?.activities ?? []).map(({ code }): (typeof named)[number] => [
        `schedule/activities/${code}`,
        code,
        activities,
      ]),
      ...(schedule?.dependencies ?? []).flatMap(({ from, to }): typeof named => [
        [`schedule/dependencies/${from}`, from, activities],
        [`schedule/dependencies/${to}`, to, activities],
      ]),
    ];
    return named.flatMap(([path, code, among]) => {
      // A framework that names none at all cannot miss one.
      if (code === null || among.size === 0 || among.has(code)) return [];
      const message = bilingual(en.unknownCode, fr.unknownCode, path, code);
      return [hit(document, path, message, code, en.expectedFrameworkCode)];
    });
  },
};
