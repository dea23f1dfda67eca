import {
  coreMessages,
  defineLanguage,
  type NamedField,
  type OwnLanguage,
  type TranslatedMessages,
} from "@cadre/core/locale";
import * as en from "../src/messages.en.ts";

type Message = string | ((...values: never[]) => string);
type Group = { readonly [name: string]: Message | Group };

/** A message of every catalogue, marked: ⟦colon⟧, ⟦more: {0}⟧. */
function marked(group: Group, path: string): TranslatedMessages {
  return Object.fromEntries(
    Object.entries(group).map(([name, message]) => {
      const text = `${path}${name}`;
      if (typeof message === "string") return [name, `⟦${text}⟧`];
      if (typeof message !== "function") return [name, marked(message, `${text}.`)];
      const values = Array.from({ length: message.length }, (_, index) => `⟧{${index}}⟦`);
      return [name, `⟦${[text, ...values].join(" ")}⟧`];
    }),
  );
}

/** Fields that findings are about: all that the core has a name for. */
const NAMED: Record<NamedField, true> = {
  ...{ title: true, baseline: true, target: true, milestone: true, actual: true, text: true, remark: true },
  ...{ sex: true, age: true, "socio-economic-group": true, type: true },
  ...{ "overall-status": true, "next-six-months": true, "structural-change": true, "human-impact": true },
  ...{
    "outcome-progress": true,
    "gender-and-youth": true,
    monitoring: true,
    "evaluation-preparations": true,
  },
  ...{ "other-issues": true, "covid-adjustments": true, "covid-success-story": true },
  ...{
    "last-six-months": true,
    "secretariat-review": true,
    "outcome-baselines": true,
    "evaluation-done": true,
  },
  ...{ country: true, number: true, startDate: true, endDate: true, agencies: true, genderMarker: true },
  ...{ riskMarker: true, focusArea: true, total: true, deliveryRate: true, covidAdjustment: true },
  ...{ evaluation: true, lines: true, tranches: true, rating: true, categories: true },
};

/** What a function of a message prints without its values. */
const part = (name: string, values: number) =>
  `⟦${[name, ...Array.from({ length: values }, (_, index) => `⟧{${index}}⟦`)].join(" ")}⟧`;

/**
 * A made-up language in which every message is its own name between ⟦ and ⟧: what is outside of these is not from the catalogues. Its numbers
 * and dates are Portuguese.
 */
export const MARKED: OwnLanguage = defineLanguage({
  code: "pt",
  name: "⟦pt⟧",
  locale: "pt-BR",
  fallback: "fr",
  messages: {
    core: coreMessages({
      verdict: {
        time: part("time", 1),
        money: part("money", 1),
        late: part("late", 2),
        noStatus: part("noStatus", 1),
        achieved: part("achieved", 2),
        onTrack: part("onTrack", 1),
        behind: part("behind", 1),
        notDue: part("notDue", 1),
        unknown: part("unknown", 1),
        errors: part("errors", 1),
      },
    }),
    view: {
      ...marked(en.english as unknown as Group, ""),
      names: Object.fromEntries(Object.keys(NAMED).map((name) => [name, `⟦names.${name}⟧`])),
      plurals: {},
    },
    charts: marked(en.charts as unknown as Group, "charts/"),
    portfolio: marked(en.portfolio as unknown as Group, "portfolio/"),
  },
});
