import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import { plain } from "../plain.ts";
import type { Rule, RulePage } from "../rule.ts";
import { COVER } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "Each recipient organisation is listed once",
    fr: "Chaque agence récipiendaire figure une fois",
  },
  source: COVER,
};

export const rule: Rule = {
  id: "agency-repeated",
  severity: "error",
  check: (document) => {
    const names = new Set<string>();
    return document.project.agencies.flatMap(({ name }) =>
      names.size < names.add(plain(name)).size
        ? []
        : [
            hit(
              document,
              `project/agencies/${name}`,
              bilingual(en.agencyRepeated, fr.agencyRepeated, name),
              name,
              "once",
            ),
          ],
    );
  },
};
