import { portfolioOf } from "@cadre/core/portfolio";
import { findChromium, HOW_TO_INSTALL, launch } from "@cadre/test-services/browser";
import { portfolioHtml } from "@cadre/view";
import { large } from "../../packages/view/test/documents.ts";
import { serve } from "./dashboard.ts";
import { type Bench, median } from "./harness.ts";

const ROUNDS = 5;
const INDICATORS = 40;
const COUNTRIES = ["Mali", "Niger", "Liberia", "Sierra Leone", "Guatemala"];

/** In the page: sorts by every column, twice each, then filters; the longest task of each step. */
const STEPS = `(async () => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  const settled = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 150)));
  const longest = async (step) => { tasks.length = 0; step(); await settled(); return Math.max(0, ...tasks); };
  const sorting = [];
  for (const button of document.querySelectorAll("[data-sort]"))
    for (let time = 0; time < 2; time += 1) sorting.push(await longest(() => button.click()));
  const filtering = [];
  const q = document.querySelector("[name=q]");
  for (const text of ["p", "pr", "project 1", "", "project 19", ""])
    filtering.push(await longest(() => { q.value = text; q.dispatchEvent(new Event("input", { bubbles: true })); }));
  return { sorting: Math.max(...sorting), filtering: Math.max(...filtering) };
})()`;

/** The page of a portfolio of n projects with forty indicators each, in a browser of this machine. */
export const portfolioPage: Bench = {
  about: "the portfolio's page in a browser: first paint, longest task while sorting and filtering",
  n: 200,
  run: async (n) => {
    const chromium = findChromium();
    if (chromium === null) throw new Error(HOW_TO_INSTALL);
    const reports = Array.from({ length: n }, (_, index) => {
      const document = large(INDICATORS, 16);
      document.project.number = String(100_000 + index);
      document.project.title = `Project ${index} ${document.project.title}`;
      document.project.country = COUNTRIES[index % COUNTRIES.length] ?? null;
      document.budget.deliveryRate = index % 7 === 0 ? null : (index % 100) / 100;
      return { name: `report-${index}`, document };
    });
    const page = portfolioHtml(portfolioOf(reports), { language: "fr" });
    const { url, close } = await serve(page);
    const browser = await launch(chromium);
    const visits: { paint: number; sorting: number; filtering: number }[] = [];
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const tab = await browser.newPage({ viewport: { width: 1366, height: 768 } });
        await tab.goto(url);
        await tab.waitForSelector("html[data-ready]");
        const paint = (await tab.evaluate(
          `performance.getEntriesByName("first-contentful-paint")[0].startTime`,
        )) as number;
        const steps = (await tab.evaluate(STEPS)) as { sorting: number; filtering: number };
        visits.push({ paint, ...steps });
        await tab.close();
      }
    } finally {
      await browser.close();
      close();
    }
    const rows: [string, number][] = [
      ["first contentful paint", median(visits.map(({ paint }) => paint))],
      ["longest task while sorting (0: under 50)", Math.max(...visits.map(({ sorting }) => sorting))],
      ["longest task while filtering (0: under 50)", Math.max(...visits.map(({ filtering }) => filtering))],
    ];
    const first = rows[0]?.[1] ?? Number.NaN;
    return {
      name: "portfolio-page",
      n,
      results: rows.map(([impl, medianMs]) => ({ impl, medianMs, ratio: medianMs / first })),
      notes: [`${n} projects, ${n * INDICATORS} indicators; page of ${(page.length / 1e6).toFixed(1)} MB`],
    };
  },
};
