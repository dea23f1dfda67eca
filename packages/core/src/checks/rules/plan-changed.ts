import { indicatorsOf } from "../../document/index.ts";
import { bilingual, columnName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { numberOf } from "../../values/value-number.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "plan-changed",
  severity: "info",
  check: (document, { previous }) => {
    const before = new Map(
      (previous === null ? [] : indicatorsOf(previous)).map(({ indicator }) => [indicator.code, indicator]),
    );
    return indicatorsOf(document).flatMap(({ indicator }) =>
      (["baseline", "target"] as const).flatMap((column) => {
        const was = before.get(indicator.code)?.[column].value;
        const [then, now] = [was === undefined ? null : numberOf(was), numberOf(indicator[column].value)];
        if (then === null || now === null || then === now) return [];
        const message = bilingual(
          en.planChanged,
          fr.planChanged,
          indicator.code,
          columnName(column),
          then,
          now,
        );
        return [hit(document, `indicators/${indicator.code}/${column}`, message, now, then)];
      }),
    );
  },
};
