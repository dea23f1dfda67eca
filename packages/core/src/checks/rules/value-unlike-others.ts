import { type FrameworkDocument, type Indicator, indicatorsOf } from "../../document/index.ts";
import { bilingual, columnName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";

const COLUMNS = ["baseline", "milestone", "actual"] as const;
/** So many rows show what is usual. */
const FEWEST = 6;

/** Whether a text of the report gives the indicator's progress too. */
const saidElsewhere = ({ report }: FrameworkDocument, { code, actual }: Indicator) =>
  report?.claims.some(({ indicator, value }) => indicator === code && value === numberOf(actual.value));

export const rule: Rule = {
  id: "value-unlike-others",
  severity: "info",
  check: (document) =>
    COLUMNS.flatMap((column) => {
      const groups = new Map<string, { code: string; said: string | number }[]>();
      for (const { indicator } of indicatorsOf(document)) {
        const { value } = indicator[column];
        if (column === "actual" && (saidElsewhere(document, indicator) || "unit" in value || "text" in value))
          continue;
        const like = COLUMNS.map((other) => other === column || indicator[other].value.kind).join();
        const said = numberOf(value) ?? ("text" in value ? value.text : value.kind === "tbd" ? "Tbd" : "-");
        const cells = groups.get(like) ?? [];
        cells.push({ code: indicator.code, said });
        groups.set(like, cells);
      }
      return [...groups.values()].flatMap((cells): Hit[] => {
        const [one, two, three] = cells;
        const usual = one?.said === two?.said ? one : three;
        const [unlike, ...more] = cells.filter(({ said }) => said !== usual?.said);
        if (cells.length < FEWEST || usual === undefined || unlike === undefined || more.length > 0)
          return [];
        const message = bilingual(
          en.valueUnlikeOthers,
          fr.valueUnlikeOthers,
          unlike.code,
          columnName(column),
          unlike.said,
          cells.length - 1,
          usual.said,
        );
        return [hit(document, `indicators/${unlike.code}/${column}`, message, unlike.said, usual.said)];
      });
    }),
};
