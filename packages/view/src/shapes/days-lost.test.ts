import { expect, it } from "vitest";
import { textOf, trusted } from "../markup/index.ts";
import { daysLostBars } from "./days-lost.ts";

const row = (cause: "covid-19" | "season", low: number, high: number | null) => ({
  ...{ cause, days: { low, high }, shared: { low, high } },
});

it("bars of the days lost name each cause with its bounds, the gravest first, and the total once", () => {
  const lost = {
    causes: [row("season", 93, 152), row("covid-19", 2057, 3622)],
    total: { low: 2057, high: 3622 },
  };
  const labels = (language: "en" | "fr") =>
    [...textOf(daysLostBars(lost, language) ?? trusted("")).matchAll(/aria-label="([^"]+)"/g)].map(
      ([, label]) => label,
    );
  expect(labels("en")).toEqual([
    "COVID-19: 2,057 to 3,622 days",
    "season: 93 to 152 days",
    "all, each day once: 2,057 to 3,622 days",
  ]);
  expect(labels("fr")[0]).toMatch(/^COVID-19 : 2\s057 à 3\s622 jours$/);
});

it("bars of days that nothing bounds run to the end; of nothing lost there are none", () => {
  const open = { causes: [row("season", 30, null)], total: { low: 30, high: null } };
  expect(textOf(daysLostBars(open, "en") ?? trusted(""))).toContain("at least 30 days, end unknown");
  expect(daysLostBars({ causes: [], total: { low: 0, high: 0 } }, "en")).toBeNull();
});
