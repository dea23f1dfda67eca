import { type Indicator, indicatorsOf } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

/** A sentence rather than a number with a word or two: it begins with a word and has at least six. */
const isProse = (text: string) => /^\s*\p{L}/u.test(text) && (text.match(/\p{L}{2,}/gu) ?? []).length >= 6;
const isBareNumber = (text: string) => /^\s*(?:\d[\d\s.,]*%?|tbd|-|n\/a)\s*$/i.test(text);

/** Which way the row's kinds of values fit the neighbouring columns. */
function shiftOf({ baseline, actual, remark = "" }: Indicator): "left" | "right" | null {
  const textOf = ({ value }: Indicator["actual"]) => (value.kind === "text" ? value.text : "");
  if (isProse(textOf(actual)) && remark.trim() === "") return "left";
  return isBareNumber(remark) && isProse(textOf(baseline)) ? "right" : null;
}

export const rule: Rule = {
  id: "columns-shifted",
  severity: "warning",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const shift = shiftOf(indicator);
      if (shift === null) return [];
      const path = `indicators/${indicator.code}`;
      return [
        shift === "left"
          ? hit(
              document,
              `${path}/actual`,
              bilingual(en.columnsShiftedLeft, fr.columnsShiftedLeft, indicator.code),
              "prose",
              "a value",
            )
          : hit(
              document,
              `${path}/remark`,
              bilingual(en.columnsShiftedRight, fr.columnsShiftedRight, indicator.code),
              indicator.remark ?? null,
              "a remark",
            ),
      ];
    }),
};
