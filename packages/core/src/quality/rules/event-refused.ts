import { placeIn } from "../../framework/index.ts";
import { replay } from "../../lifecycle/index.ts";
import { messages } from "../../locale/index.ts";
import type { Rule } from "../rule.ts";

export const eventRefused: Rule = {
  id: "event-refused",
  severity: "warning",
  about: {
    en: "Each event of an activity is one that its state admits",
    fr: "Chaque événement d’une activité est admis par son état",
  },
  source: "The activity machine",
  check: (document) =>
    document.activities.flatMap(({ code, events }) =>
      replay(events).refusals.map(({ event, state, admits }) => ({
        where: event.evidence?.[0]?.where ?? placeIn(document, `activities/${code}`),
        message: messages.eventRefused(code, event.type, state),
        found: event.type,
        expected: admits.join(" | "),
      })),
    ),
};
