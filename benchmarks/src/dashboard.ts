import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { findChromium, HOW_TO_INSTALL, launch } from "@cadre/test-services/browser";
import { dashboardHtml, dashboardModel } from "@cadre/view";
import { large } from "../../packages/view/test/documents.ts";
import { type Bench, median } from "./harness.ts";

const ROUNDS = 5;

/** What one visit to the page takes, in milliseconds. */
interface Visit {
  paint: number;
  ready: number;
  /** The longest task of the main thread while filtering, under 50 where the browser calls none long. */
  longest: number;
  language: number;
}

/** Serves a page on loopback. */
export async function serve(page: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) =>
    response.setHeader("content-type", "text/html; charset=utf-8").end(page),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** In the page: filters as a person does, and states the longest task that each step caused. */
const FILTER = `(async () => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
  // What a step leads to is drawn in several tasks; the observer is called afterwards.
  const settled = async () => { while (document.documentElement.dataset.ready === undefined) await pause(20); await pause(200); };
  const field = (name) => document.querySelector("[name=" + name + "]");
  const type = async (text) => { const q = field("q"); q.value = text; q.dispatchEvent(new Event("input", { bubbles: true })); await frame(); };
  const pick = async (name, value) => { const s = field(name); s.value = value; s.dispatchEvent(new Event("change", { bubbles: true })); await frame(); };
  for (const text of ["m", "me", "med", "medi", "mediation", "mediation 12", "", "d", "dialogue"]) await type(text);
  for (const [name, value] of [["outcome", "2"], ["outcome", "2.1"], ["outcome", ""], ["status", "off-track"], ["status", ""], ["state", "late"], ["cause", "season"]]) await pick(name, value);
  document.querySelector("[data-clear]").click(); await frame();
  for (let page = 0; page < 5; page += 1) { document.querySelector("#pager-indicators button:last-of-type").click(); await frame(); }
  document.querySelector("#body-indicators .opener").click(); await frame();
  await settled();
  const longest = Math.max(0, ...tasks);
  tasks.length = 0;
  document.querySelector("[data-language=fr]").click(); await frame(); await settled();
  return { longest, language: Math.max(0, ...tasks) };
})()`;

/** The dashboard of n indicators and two fifths as many activities, in a browser of this machine. */
export const dashboard: Bench = {
  about: "the dashboard in a browser: first paint, longest task while filtering",
  n: 5000,
  run: async (n) => {
    const chromium = findChromium();
    if (chromium === null) throw new Error(HOW_TO_INSTALL);
    const document = large(n, Math.round((n * 2) / 5));
    const began = performance.now();
    const model = dashboardModel(document);
    const modelled = performance.now();
    const page = dashboardHtml(model, { language: "en" });
    const drawn = performance.now();
    const { url, close } = await serve(page);
    const browser = await launch(chromium);
    const visits: Visit[] = [];
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const tab = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
        await tab.goto(url);
        await tab.waitForSelector("html[data-ready]");
        const [paint, ready] = (await tab.evaluate(
          `[performance.getEntriesByName("first-contentful-paint")[0].startTime, performance.now()]`,
        )) as [number, number];
        const filtered = (await tab.evaluate(FILTER)) as Pick<Visit, "longest" | "language">;
        visits.push({ paint, ready, ...filtered });
        await tab.close();
      }
    } finally {
      await browser.close();
      close();
    }
    const over = (pick: (visit: Visit) => number) => median(visits.map(pick));
    const rows: [string, number][] = [
      ["first contentful paint", over(({ paint }) => paint)],
      ["ready to filter", over(({ ready }) => ready)],
      ["longest task while filtering (0: under 50)", over(({ longest }) => longest)],
      ["longest task of a change of language", over(({ language }) => language)],
      ["the model, on the server", modelled - began],
      ["the page, on the server", drawn - modelled],
    ];
    const first = rows[0]?.[1] ?? Number.NaN;
    return {
      name: "dashboard",
      n,
      results: rows.map(([impl, medianMs]) => ({ impl, medianMs, ratio: medianMs / first })),
      notes: [
        `${model.indicators.length} indicators, ${model.activities.length} activities, ${model.findings.length} findings; page of ${(page.length / 1e6).toFixed(1)} MB`,
        `longest task of each visit: ${visits.map(({ longest }) => Math.round(longest)).join(", ")}`,
      ],
    };
  },
};
