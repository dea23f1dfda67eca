import { activityLifecycle, defineProfile, extendLifecycle } from "@cadre/core/lifecycle";
import * as z from "zod";
import { portuguese } from "./portuguese.ts";

/** Ways out of “on hold” that end the activity, whatever held it up. */
const over = { target: "none", actions: "releaseAll" };

/** Activities are put on hold for elections, which is neither a delay nor a suspension, and the donor may ask for it. */
export const river = defineProfile({
  id: "river-1",
  activity: extendLifecycle(
    activityLifecycle,
    {
      id: "river-activity",
      regions: {
        "hold-ups": {
          states: {
            none: {
              on: {
                "river:put-on-hold": {
                  guard: "live",
                  target: "river:on-hold",
                  actions: { type: "hold", params: { kind: "suspended" } },
                },
              },
            },
            "river:on-hold": {
              on: {
                "river:taken-up": over,
                completed: over,
                cancelled: over,
                merged: over,
                split: over,
              },
            },
          },
        },
      },
    },
    {
      context: {},
      guards: { live: ({ context }) => context.over === null },
      stateOf: (value, base) => (value[1] === "river:on-hold" ? "river:on-hold" : base(value)),
    },
  ),
  states: {
    "river:on-hold": { name: { en: "on hold", fr: "en pause", pt: "em pausa" }, broader: "suspended" },
  },
  events: {
    "river:put-on-hold": {
      name: { en: "put on hold", fr: "mise en pause", pt: "colocada em pausa" },
      details: z.strictObject({ ballot: z.enum(["presidential", "local"]) }),
    },
    "river:taken-up": { name: { en: "taken up", fr: "reprise après la pause", pt: "retomada após a pausa" } },
  },
  causes: { "river:elections": { name: { en: "elections", fr: "élections", pt: "eleições" } } },
  roles: {
    "river:donor": {
      name: { en: "donor", fr: "bailleur", pt: "doador" },
      may: ["project.read", "activity.river:put-on-hold"],
      scope: "any",
    },
  },
  languages: [portuguese],
});
