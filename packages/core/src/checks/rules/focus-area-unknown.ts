import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

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
