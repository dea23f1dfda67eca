import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { defineProfile } from "@cadre/core/lifecycle";
import { axeFindings, findChromium, HOW_TO_INSTALL, launch } from "@cadre/test-services/browser";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mali } from "../../test/documents.ts";
import { MARKED } from "../../test/marked.ts";
import { dashboardModel } from "./model.ts";
import { dashboardHtml } from "./page.ts";

const chromium = findChromium();
const suite = `the dashboard in an agency's language${chromium === null ? ` (${HOW_TO_INSTALL})` : ""}`;

describe.skipIf(chromium === null)(suite, () => {
  const folder = mkdtempSync(join(tmpdir(), "cadre-language-"));
  const model = dashboardModel(mali(), { profile: defineProfile({ id: "marked", languages: [MARKED] }) });
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium ?? "");
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = async (language: "en" | typeof MARKED, hash = "") => {
    const file = join(folder, "page.html");
    writeFileSync(file, dashboardHtml(model, { language }));
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(pathToFileURL(file).href + hash);
    await page.waitForSelector("html[data-ready]");
    return { page, errors };
  };

  it("is drawn again in it by the page's program, with rows, details and files, and back in English", async () => {
    const { page, errors } = await open("en");
    await page.click("[data-language=pt]");
    await page.waitForSelector("html[data-ready][lang=pt-BR]");
    expect(await page.evaluate(() => location.hash)).toBe("#lang=pt");
    expect(await page.textContent(".headline")).toContain("⟦time ⟧33%");
    expect(await page.textContent("#h-indicators")).toContain("⟦dashboard.indicators⟧");
    await page.click('[data-open="i2.1.1"]');
    await page.waitForSelector("html[data-ready] tr.details");
    expect(await page.textContent("tr.details")).toContain("⟦columns.baseline.name⟧");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.click("[data-download=indicators]"),
    ]);
    expect(file.suggestedFilename()).toContain("dashboard-indicators");
    expect(await axeFindings(page)).toEqual([]);
    await page.click("[data-language=en]");
    await page.waitForSelector("html[data-ready][lang=en]");
    expect(await page.textContent("#app")).not.toContain("⟦dashboard");
    expect(errors).toEqual([]);
    await page.close();
  });

  it("opens in it where it was drawn in it, or where the address says so", async () => {
    const drawn = await open(MARKED, "#outcome=1");
    expect(await drawn.page.getAttribute("html", "lang")).toBe("pt-BR");
    expect(await drawn.page.getAttribute("[data-language=pt]", "aria-pressed")).toBe("true");
    expect(await drawn.page.textContent("#count-indicators")).toMatch(/⟦count\.indicators\.some ⟧\d+⟦ ⟧40⟦⟧/);
    await drawn.page.close();
    const { page, errors } = await open("en", "#lang=pt");
    expect(await page.getAttribute("html", "lang")).toBe("pt-BR");
    expect(errors).toEqual([]);
    await page.close();
  });
});
