import type { Patch } from "../../diagnostics/problem.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import { differByOneSlip, plain } from "../plain.ts";
import type { Hit, Rule } from "../rule.ts";

/** Agencies that are listed as what is expected. */
const MAX_LISTED = 20;

export const rule: Rule = {
  id: "line-unknown-agency",
  severity: "warning",
  check: (document) => {
    const known = document.project.agencies.map(({ name }) => ({ name, plain: plain(name) }));
    const names = new Set(known.map(({ name }) => name));
    const expected = known.length > MAX_LISTED ? en.expectedCoverAgency : [...names].join(" | ");
    const look = (where: string, path: Patch["path"], agency: string): Hit[] => {
      if (known.length === 0 || names.has(agency)) return [];
      const own = plain(agency);
      const same = known.filter((each) => each.plain === own).map(({ name }) => name);
      const near = agency.length < 5 ? undefined : known.find((each) => differByOneSlip(each.plain, own));
      const meant = same[0] ?? near?.name;
      const message = bilingual(
        en.lineUnknownAgency,
        fr.lineUnknownAgency,
        where,
        agency,
        meant === undefined ? "" : bilingual(en.maybeMeant, fr.maybeMeant, meant),
      );
      const found = hit(document, `${where}/agency`, message, agency, meant ?? expected);
      const [only, another] = same;
      if (only === undefined || another !== undefined) return [found];
      const correction = bilingual(en.lineUnknownAgencyFix, fr.lineUnknownAgencyFix, where, agency, only);
      return [{ ...found, fix: { message: correction, patches: [{ op: "replace", path, value: only }] } }];
    };
    const { lines = [], tranches = [] } = document.budget;
    return [
      ...lines.flatMap(({ id, agency }, index) =>
        look(`budget/lines/${id}`, ["budget", "lines", index, "agency"], agency),
      ),
      ...tranches.flatMap(({ number, agency }, index) =>
        look(`budget/tranches/${agency}/${number}`, ["budget", "tranches", index, "agency"], agency),
      ),
    ];
  },
};
