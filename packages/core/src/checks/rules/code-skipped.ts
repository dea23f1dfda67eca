import { indicatorsOf } from "../../document/index.ts";
import { bilingual, rowName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { compareCodes, parentCode } from "../../values/code.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

const last = (code: string) => Number(code.slice(code.lastIndexOf(".") + 1));
const next = (code: string) => code.slice(0, code.lastIndexOf(".") + 1) + (last(code) + 1);

/** Codes that are missing before one that is there. A project may select its indicators, so that the first need not be 1. */
function gaps(codes: readonly string[]): { missing: string; before: string }[] {
  const sorted = [...codes].sort(compareCodes);
  return sorted.flatMap((code, index) => {
    const previous = sorted[index - 1];
    if (previous === undefined || parentCode(previous) !== parentCode(code)) return [];
    return last(code) > last(previous) + 1 ? [{ missing: next(previous), before: code }] : [];
  });
}

export const rule: Rule = {
  id: "code-skipped",
  severity: "info",
  check: (document) => {
    const spaces = {
      outcome: document.outcomes.map(({ code }) => code),
      output: document.outcomes.flatMap(({ outputs }) => outputs.map(({ code }) => code)),
      indicator: indicatorsOf(document).map(({ indicator }) => indicator.code),
    };
    return (Object.keys(spaces) as (keyof typeof spaces)[]).flatMap((kind) =>
      gaps(spaces[kind]).map(({ missing, before }) =>
        hit(
          document,
          `${kind}s/${before}`,
          bilingual(en.codeSkipped, fr.codeSkipped, rowName(kind), before, missing),
          before,
          missing,
        ),
      ),
    );
  },
};
