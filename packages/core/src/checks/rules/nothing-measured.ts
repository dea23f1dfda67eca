import { isAnnexAlone } from "../../budget/index.ts";
import { bilingual, rowName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "nothing-measured",
  severity: "info",
  check: (document) =>
    // A budget annex names outcomes and outputs without their indicators.
    (isAnnexAlone(document) ? [] : document.outcomes)
      .flatMap((outcome) => [
        { kind: "outcome", ...outcome },
        ...outcome.outputs.map((output) => ({ kind: "output", ...output })),
      ])
      .filter(({ indicators }) => indicators.length === 0)
      .map(({ kind, code }) =>
        hit(
          document,
          `${kind}s/${code}`,
          bilingual(en.nothingMeasured, fr.nothingMeasured, rowName(kind), code),
          0,
          "at least 1",
        ),
      ),
};
