import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { textsOf } from "../texts.ts";

const FOREIGN = {
  fr: /(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,.]*\d)/gu,
  en: /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d,.]*\d)/gu,
};

export const rule: Rule = {
  id: "number-format",
  severity: "info",
  check: (document) => {
    const language = document.report?.language;
    if (language === undefined) return [];
    return textsOf(document).flatMap(({ path, text }) =>
      [...new Set(text.match(FOREIGN[language]))].map((written) =>
        hit(
          document,
          path,
          bilingual(en.numberFormat, fr.numberFormat, written),
          written,
          written.replaceAll(language === "fr" ? "," : ".", language === "fr" ? " " : ","),
        ),
      ),
    );
  },
};
