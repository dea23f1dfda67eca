import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "periods-overlap",
  severity: "warning",
  check: (document) => {
    const sorted = [...(document.periods ?? [])].sort((a, b) => (a.start + a.end < b.start + b.end ? -1 : 1));
    // Of several that a period overlaps, the first: thousands of periods would have millions of pairs.
    return sorted.flatMap((period, index) => {
      const before = sorted
        .slice(0, index)
        .find(({ start, end }) => end >= period.start && end < period.end && start !== period.start);
      if (before === undefined) return [];
      const message = bilingual(en.periodsOverlap, fr.periodsOverlap, before.id, period.id);
      return [hit(document, `periods/${period.id}`, message, period.start, `after ${before.end}`)];
    });
  },
};
