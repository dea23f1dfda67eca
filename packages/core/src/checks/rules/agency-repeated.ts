import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import { plain } from "../plain.ts";
import type { Rule } from "../rule.ts";

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
