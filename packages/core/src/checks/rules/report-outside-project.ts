import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { projectSpan } from "../span.ts";

export const rule: Rule = {
  id: "report-outside-project",
  severity: "error",
  check: (document) => {
    const span = projectSpan(document);
    const year = document.report?.year ?? null;
    if (span === null || year === null) return [];
    const [first, last] = [Number(span.start.slice(0, 4)), Number(span.end.slice(0, 4)) + 1];
    if (year >= first && year <= last) return [];
    const message = bilingual(
      en.reportOutsideProject,
      fr.reportOutsideProject,
      String(year),
      span.start,
      span.end,
    );
    return [hit(document, "report/year", message, year, `${first} to ${last}`)];
  },
};
