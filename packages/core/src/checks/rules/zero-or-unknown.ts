import { indicatorsOf } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

const DATA = "(?:donn[ée]es|chiffres|retours|r[ée]sultats|d[ée]tails?|data|figures|numbers|returns)";
const AWAITED = new RegExp(
  `(?:attend(?:ant|ons|us)?|en attente|await(?:ing|ed)?)(?: \\p{L}+['’]?){0,3} ?${DATA}|` +
    `${DATA}[^.;]{0,40}(?:pas (?:encore )?disponible|non disponible|attendu|manquant|not (?:yet )?available|awaited|missing|encore venir|still to come)`,
  "iu",
);

export const rule: Rule = {
  id: "zero-or-unknown",
  severity: "info",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator: { code, actual, remark = "" } }) => {
      const [quote] = AWAITED.exec(remark) ?? [];
      if (quote === undefined || numberOf(actual.value) !== 0) return [];
      const message = bilingual(en.zeroOrUnknown, fr.zeroOrUnknown, code, quote);
      return [hit(document, `indicators/${code}/actual`, message, 0, en.expectedTbd)];
    }),
};
