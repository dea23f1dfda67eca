import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { OURS } from "../sources.ts";
import { textsOf } from "../texts.ts";

export const page: RulePage = {
  about: {
    en: "Numbers in texts are written as the report's language writes them: 9,937 in French, or 9.937 in English, can be read in two ways",
    fr: "Les nombres du texte suivent la langue du rapport : 9,937 en français, ou 9.937 en anglais, se lit de deux façons",
  },
  source: OURS,
};

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
