import { indicatorsOf } from "../../document/index.ts";
import { bilingual, rowName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { parentCode } from "../../values/code.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "code-misplaced",
  severity: "error",
  check: (document) => {
    const placed = [
      ...document.outcomes.flatMap((outcome) =>
        outcome.outputs.map(({ code }) => ({ kind: "output", code, under: outcome.code })),
      ),
      ...indicatorsOf(document).map(({ indicator, parent }) => ({
        kind: "indicator",
        code: indicator.code,
        under: parent,
      })),
    ];
    return placed
      .filter(({ code, under }) => parentCode(code) !== under)
      .map(({ kind, code, under }) =>
        hit(
          document,
          `${kind}s/${code}`,
          bilingual(en.codeMisplaced, fr.codeMisplaced, rowName(kind), code, under),
          code,
          `${under}.n`,
        ),
      );
  },
};
