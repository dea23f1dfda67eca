import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FrameworkDocument } from "@cadre/core";
import { axeFindings, findChromium, HOW_TO_INSTALL, launch } from "@cadre/test-services/browser";
import { describe, expect, it } from "vitest";
import { served } from "../test/serve.ts";
import { FRAMEWORK } from "../test/terminal.ts";

const chromium = findChromium();
const suite = `a folder of reports in a browser${chromium === null ? ` (${HOW_TO_INSTALL})` : ""}`;
const COUNTRIES = ["Mali", "Niger", "Liberia"] as const;

/** A folder of thirty reports: the example, each with a number, a country and money spent of its own. */
async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cadre-folder-"));
  try {
    for (let index = 0; index < 30; index += 1) {
      const document = JSON.parse(readFileSync(FRAMEWORK, "utf8")) as FrameworkDocument;
      Object.assign(document.project, {
        number: String(100_000 + index),
        title: `Project ${index}`,
        country: COUNTRIES[index % COUNTRIES.length],
      });
      document.budget.deliveryRate = index / 100;
      writeFileSync(join(folder, `report-${index}.json`), JSON.stringify(document));
    }
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(chromium === null)(suite, () => {
  it(
    "is sorted, filtered, left for a project and one of its indicators, and found again by going back",
    () =>
      withFolder(async (folder) => {
        const browser = await launch(chromium ?? "");
        try {
          const exit = await served([folder], async (address) => {
            const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
            const errors: string[] = [];
            page.on("pageerror", ({ message }) => errors.push(message));
            const ready = () => page.waitForSelector("html[data-ready]");
            const titles = () =>
              page.locator("table.portfolio tbody tr:not([hidden]) .title").allTextContents();

            await page.goto(`${address}/?lang=en`);
            await ready();
            expect(await titles()).toHaveLength(30);
            expect(await axeFindings(page)).toEqual([]);

            await page.getByRole("button", { name: "Money spent" }).click();
            expect((await titles()).slice(0, 2)).toEqual(["Project 29", "Project 28"]);
            await page.locator("select[name=country]").selectOption("Niger");
            expect(await page.textContent("#count")).toBe("10 of 30 projects");
            const filtered = await titles();
            expect(filtered.slice(0, 2)).toEqual(["Project 28", "Project 25"]);
            const portfolio = page.url();

            await page.getByRole("link", { name: "Project 28" }).click();
            await page.waitForSelector("h1:has-text('Project 28')");
            await ready();
            expect(await axeFindings(page)).toEqual([]);
            // The indicator's own link opens it, also as the first address of a new page.
            await page.click("[data-open='i2.1.1']");
            expect(await page.getAttribute("[data-open='i2.1.1']", "aria-expanded")).toBe("true");
            const deep = page.url();
            expect(deep).toContain("#open=i2.1.1");
            const other = await browser.newPage();
            await other.goto(deep);
            await other.waitForSelector("tr.details:has-text('200')");
            expect(await other.getAttribute("[data-open='i2.1.1']", "aria-expanded")).toBe("true");
            const shown = await other.locator("[data-open='i2.1.1']").evaluate((opener) => {
              const { top, bottom } = opener.getBoundingClientRect();
              return top >= 0 && bottom <= innerHeight;
            });
            expect(shown).toBe(true);
            await other.close();

            await page.goBack();
            await ready();
            expect(page.url()).toBe(portfolio);
            expect(await titles()).toEqual(filtered);
            expect(errors).toEqual([]);
          });
          expect(exit).toBe(0);
        } finally {
          await browser.close();
        }
      }),
    90_000,
  );
});
