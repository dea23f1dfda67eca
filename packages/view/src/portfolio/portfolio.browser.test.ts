import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { portfolioOf } from "@cadre/core/portfolio";
import { axeFindings, findChromium, HOW_TO_INSTALL, launch } from "@cadre/test-services/browser";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mali } from "../../test/documents.ts";
import { portfolioHtml } from "./index.ts";

const chromium = findChromium();
const suite = `the portfolio in a browser${chromium === null ? ` (${HOW_TO_INSTALL})` : ""}`;
const COUNTRIES = ["Mali", "Niger", "Liberia", "Sierra Leone"];

describe.skipIf(chromium === null)(suite, () => {
  let browser: Browser;
  let page: Page;
  let address = "";
  const folder = mkdtempSync(join(tmpdir(), "cadre-portfolio-"));
  beforeAll(async () => {
    const reports = Array.from({ length: 30 }, (_, index) => {
      const document = structuredClone(mali());
      Object.assign(document.project, {
        number: String(100_000 + index),
        title: `Project ${index}`,
        country: COUNTRIES[index % COUNTRIES.length],
      });
      document.budget.deliveryRate = index % 7 === 0 ? null : (index % 10) / 10;
      return { name: `report-${index}.txt`, document };
    });
    const file = join(folder, "portfolio.html");
    writeFileSync(file, portfolioHtml(portfolioOf(reports, { on: "2021-06-30" }), { language: "en" }));
    address = pathToFileURL(file).href;
    browser = await launch(chromium ?? "");
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const titles = () => page.locator("table.portfolio tbody tr:not([hidden]) .title").allTextContents();
  const open = async (hash = "") => {
    await page.goto("about:blank");
    await page.goto(address + hash);
    await page.waitForSelector("html[data-ready]");
  };

  it("sorts by a column, largest first, what is not known last, and says so", async () => {
    await open();
    const money = page.getByRole("button", { name: "Money spent" });
    await money.click();
    const shares = await page
      .locator("table.portfolio tbody tr td:nth-child(3)")
      .evaluateAll((cells) => cells.map((cell) => /(\d+)%/.exec(cell.textContent ?? "")?.[1] ?? null));
    const known = shares.filter((share) => share !== null).map(Number);
    expect(known.length).toBeGreaterThan(0);
    expect(known).toEqual([...known].sort((a, b) => b - a));
    expect(shares.slice(known.length).every((share) => share === null)).toBe(true);
    expect(await page.locator("th[aria-sort=descending]").textContent()).toContain("Money spent");
  });

  it("sorts a comparison by keyboard, and back to the first order", async () => {
    await open();
    const countries = () => page.locator("[data-table=country] tbody th").allTextContents();
    const first = await countries();
    const head = page.locator("[data-table=country] th[data-column=key] button");
    await head.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await countries()).toEqual([...first].reverse());
    expect(page.url()).toContain("sort-country=-key");
    await page.keyboard.press("Enter");
    expect(await countries()).toEqual(first);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Country");
  });

  it("hands out the rows that the filters leave, in their order", async () => {
    await open("#country=Niger&sort-projects=-money");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("[data-download=projects]").click(),
    ]);
    expect(download.suggestedFilename()).toBe("portfolio.csv");
    const [head = "", ...lines] = readFileSync(await download.path(), "utf8")
      .trimEnd()
      .split("\r\n");
    expect(head).toContain("Money spent (%)");
    expect(lines.map((line) => line.split(",")[0])).toEqual(await titles());
    expect(lines).toHaveLength(8);
  });

  it("works without its program: no control that does nothing", async () => {
    const still = await browser.newPage({ javaScriptEnabled: false });
    await still.goto(address);
    expect(await still.locator("table.portfolio tbody tr").count()).toBe(30);
    expect(await still.locator("[data-sort]:enabled, [data-download]:enabled").count()).toBe(0);
    await still.close();
  });

  it("filters by words and country; the address remembers, going back goes back", async () => {
    await open();
    await page.locator("select[name=country]").selectOption("Niger");
    expect(await page.locator("#count").textContent()).toBe("8 of 30 projects");
    await page.getByRole("searchbox").fill("project 13");
    expect(await titles()).toEqual(["Project 13"]);
    expect(page.url()).toContain("country=Niger");
    await page.reload();
    await page.waitForSelector("html[data-ready]");
    expect(await titles()).toEqual(["Project 13"]);
    await page.getByRole("button", { name: "Clear filters" }).click();
    expect(await titles()).toHaveLength(30);
    await page.goBack();
    expect(await titles()).toEqual(["Project 13"]);
  });

  it("says so where no project matches", async () => {
    await open("#q=nothing+like+it");
    expect(await page.locator("#empty").isVisible()).toBe(true);
  });

  it.each([
    [360, "light"],
    [768, "dark"],
    [1366, "light"],
    [1920, "dark"],
  ] as const)(
    "has no horizontal scroll at %d px in %s colours, and axe finds nothing",
    async (width, colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await open();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});
