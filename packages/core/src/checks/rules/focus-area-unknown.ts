import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { FOCUS_AREAS } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "The focus area is one of the fund's (1.1 to 4.3). Fix: a code with other words or brackets round it",
    fr: "Le domaine de priorité est un de ceux du fonds (1.1 à 4.3). Correction : un code entouré d’autres mots ou de parenthèses",
  },
  source: FOCUS_AREAS,
};

export const rule: Rule = {
  id: "focus-area-unknown",
  severity: "error",
  check: (document, { focusAreas }) => {
    const { focusArea } = document.project;
    if (focusArea === null || focusAreas.includes(focusArea)) return [];
    const message = bilingual(en.focusAreaUnknown, fr.focusAreaUnknown, focusArea);
    const found = hit(document, "project/focusArea", message, focusArea, focusAreas.join(" | "));
    const codes = focusArea.match(/\d+(?:\.\d+)*/g) ?? [];
    const [code, another] = codes;
    if (code === undefined || another !== undefined || !focusAreas.includes(code)) return [found];
    const correction = bilingual(en.focusAreaUnknownFix, fr.focusAreaUnknownFix, focusArea, code);
    const path = ["project", "focusArea"];
    return [
      { ...found, fix: { message: correction, patches: [{ op: "replace" as const, path, value: code }] } },
    ];
  },
};
