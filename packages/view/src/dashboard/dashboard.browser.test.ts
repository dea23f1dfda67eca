import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { axeFindings, findChromium, HOW_TO_INSTALL, launch } from "@cadre/test-services/browser";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mali } from "../../test/documents.ts";
import { assetText } from "../assets/bundle.ts";
import { dashboardModel } from "./model.ts";
import { dashboardHtml } from "./page.ts";

const chromium = findChromium();
const suite = `the dashboard in a browser${chromium === null ? ` (${HOW_TO_INSTALL})` : ""}`;

describe.skipIf(chromium === null)(suite, () => {
  const folder = mkdtempSync(join(tmpdir(), "cadre-dashboard-"));
  const file = join(folder, "mali.html");
  const url = pathToFileURL(file).href;
  let browser: Browser;
  let requests: string[] = [];
  let errors: string[] = [];

  beforeAll(async () => {
    writeFileSync(file, dashboardHtml(dashboardModel(mali()), { language: "en" }));
    browser = await launch(chromium ?? "");
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (width: number, hash = "", height = 900): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height } });
    [requests, errors] = [[], []];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(url + hash);
    await page.waitForSelector("html[data-ready]");
    return page;
  };
  const hash = (page: Page) => page.evaluate(() => location.hash);
  const codes = async (page: Page, table: string) => {
    await page.waitForSelector("html[data-ready]");
    return page.$$eval(`#body-${table} .opener`, (buttons) =>
      buttons.map((button) => button.textContent?.trim()),
    );
  };

  it("opens from disk, asks the network for nothing, and runs without an error under its own policy", async () => {
    const page = await open(1280);
    expect(requests).toEqual([url]);
    expect(errors).toEqual([]);
    expect(await page.title()).toContain("Mali");
    expect(await page.$$eval("h1", (all) => all.length)).toBe(1);
    await page.close();
  });

  it("is smaller than 400 kB with its style, its program and all of the example", () => {
    expect(statSync(file).size).toBeLessThan(400_000);
    // Zod alone is 400 kB: a schema that slips into the program shows here.
    expect(assetText("client.js").length).toBeLessThan(120_000);
  });

  it.each([360, 768, 1280, 1920])("has no horizontal scroll at %d px, rows open", async (width) => {
    const page = await open(width, "#open=i2.1.1+a1.4.1+i1.1.2");
    // What is far below is laid out too, which a browser puts off.
    await page.addStyleTag({ content: ".sheet { content-visibility: visible !important }" });
    const [scroll, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(scroll).toBeLessThanOrEqual(inner ?? 0);
    await page.close();
  });

  it.each([360, 1280])("breaks words that are longer than their place at %d px", async (width) => {
    const word = "Wirtschaftsentwicklungsgenossenschaft".repeat(4);
    const project = mali();
    const long = join(folder, "long.html");
    const model = dashboardModel({
      ...project,
      project: {
        ...project.project,
        title: word,
        country: word,
        agencies: project.project.agencies.map((agency) => ({ ...agency, name: word })),
      },
      outcomes: project.outcomes.map((outcome) => ({
        ...outcome,
        title: word,
        indicators: outcome.indicators.map((indicator) => ({ ...indicator, text: word, remark: word })),
      })),
      activities: project.activities.map((activity) => ({ ...activity, title: word })),
    });
    writeFileSync(long, dashboardHtml(model, { language: "en" }));
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${pathToFileURL(long).href}#open=a1.1.1`);
    await page.waitForSelector("html[data-ready]");
    await page.addStyleTag({ content: ".sheet { content-visibility: visible !important }" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  it("shows the state that an activity is in, where its diagram is wider than the screen", async () => {
    const page = await open(360, "#open=a1.1.1");
    await page.click(".whole summary");
    await page.waitForFunction(() => (document.querySelector("[data-centre]")?.scrollLeft ?? 0) > 0);
    const seen = await page.$eval("[data-centre]", (picture) => {
      const { left, right } = picture.getBoundingClientRect();
      const state = [...picture.querySelectorAll("text")].find((text) => text.textContent === "! delayed");
      const box = state?.getBoundingClientRect();
      return box !== undefined && box.left >= left && box.right <= right;
    });
    expect(seen).toBe(true);
    await page.close();
  });

  // Each takes seconds: two by default, which differ in all of width, language and what is open.
  const looked = [
    [360, "#lang=fr&outcome=2.1&open=i2.1.1+a2.1.1", "light"],
    [1280, "#lang=fr&open=i2.1.1+a1.4.1", "dark"],
    [360, "", "dark"],
    [1280, "", "light"],
  ] as const;
  it.each(process.env.CADRE_FULL === "1" ? looked : looked.slice(0, 2))(
    "axe finds nothing at %d px with “%s” in %s colours",
    async (width, chosen, colorScheme) => {
      const page = await open(width, chosen);
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
      await page.close();
    },
  );

  it("writes what is chosen into the address, and finds it there again after a reload and going back", async () => {
    const page = await open(1280);
    const all = await codes(page, "indicators");
    await page.selectOption("select[name=outcome]", "2");
    const some = await codes(page, "indicators");
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    expect(await hash(page)).toBe("#outcome=2");
    await page.selectOption("select[name=status]", "unknown");
    await page.fill("input[name=q]", "personnes");
    expect(await hash(page)).toBe("#q=personnes&outcome=2&status=unknown");
    const few = await codes(page, "indicators");
    expect(await page.textContent("#count-indicators")).toContain(`${few.length} of ${all.length}`);
    await page.reload();
    await page.waitForSelector("html[data-ready]");
    expect(await codes(page, "indicators")).toEqual(few);
    expect(await page.inputValue("select[name=status]")).toBe("unknown");
    await page.goBack();
    expect(await codes(page, "indicators")).toEqual(some);
    await page.click("[data-clear]");
    expect(await codes(page, "indicators")).toEqual(all);
    await page.close();
  });

  it("leads from a count to the rows that it counts", async () => {
    const page = await open(1280);
    await page.click(".late .chip, .cards a[data-go=activities]:has-text('delayed')");
    expect(await hash(page)).toBe("#state=delayed");
    expect(await codes(page, "activities")).toHaveLength(8);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("activities");
    await page.click(".severities a[data-go=findings] >> nth=0");
    expect(await hash(page)).toBe("#severity=error");
    await page.close();
  });

  it("is used by keyboard alone: filters, details, meanings of columns", async () => {
    const page = await open(1280);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("indicators");
    // The legend, then the first column's meaning.
    await page.keyboard.press("Tab");
    let meaning: string | null = null;
    for (let step = 0; step < 4 && meaning === null; step += 1) {
      await page.keyboard.press("Tab");
      meaning = await page.evaluate(() => {
        const tip = document.activeElement?.getAttribute("aria-describedby");
        const element = tip == null ? null : document.getElementById(tip);
        return element !== null && getComputedStyle(element).display !== "none" ? element.textContent : null;
      });
    }
    expect(meaning).toContain("results framework");
    await page.keyboard.press("Escape");
    expect(
      await page.$$eval(
        "[role=tooltip]",
        (tips) => tips.filter((tip) => getComputedStyle(tip).display !== "none").length,
      ),
    ).toBe(0);
    await page.focus("[data-open='i2.1.1']");
    await page.keyboard.press("Enter");
    expect(await page.getAttribute("[data-open='i2.1.1']", "aria-expanded")).toBe("true");
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.open)).toBe("i2.1.1");
    expect(await page.textContent("tr.details")).toContain("300");
    expect(await hash(page)).toBe("#open=i2.1.1");
    await page.close();
  });

  it("sorts by keyboard: what is not known last, both ways; the address remembers", async () => {
    const page = await open(1280);
    const all = await codes(page, "indicators");
    const shares = () =>
      page.$$eval("#body-indicators [data-label='% of target']", (cells) =>
        cells.map((cell) => /^\s*(-?\d+)%/.exec(cell.textContent ?? "")?.[1] ?? null),
      );
    const sort = "[data-sort='indicators percentOfTarget']";
    await page.focus(sort);
    for (const [direction, sign] of [
      ["descending", -1],
      ["ascending", 1],
    ] as const) {
      await page.keyboard.press("Enter");
      await page.waitForSelector("html[data-ready]");
      const seen = await shares();
      const known = seen.flatMap((share) => (share === null ? [] : [Number(share)]));
      expect(known.length).toBeGreaterThan(0);
      expect(known).toEqual([...known].sort((a, b) => sign * (a - b)));
      expect(seen.slice(known.length).every((share) => share === null)).toBe(true);
      expect(await page.$$eval(`#indicators [aria-sort=${direction}]`, (heads) => heads.length)).toBe(1);
      expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.sort)).toBe(
        "indicators percentOfTarget",
      );
    }
    expect(await hash(page)).toBe("#sort-indicators=percentOfTarget");
    const ascending = await codes(page, "indicators");
    await page.reload();
    expect(await codes(page, "indicators")).toEqual(ascending);
    // A third press restores the document's order and its headings.
    await page.click(sort);
    expect(await codes(page, "indicators")).toEqual(all);
    expect(await page.$$eval("#body-indicators .cadre-group", (groups) => groups.length)).toBeGreaterThan(1);
    await page.close();
  });

  it("sorts on a phone too, where rows are cards", async () => {
    const page = await open(360);
    await page.click("[data-sort='activities state']");
    await page.waitForSelector("html[data-ready]");
    expect(await hash(page)).toBe("#sort-activities=state");
    expect(await page.getAttribute("#activities [data-column=state]", "aria-sort")).toBe("ascending");
    await page.close();
  });

  it.each(["indicators", "activities", "findings"])(
    "hands out the table of %s as the filters leave it",
    async (name) => {
      const page = await open(1280, "#lang=fr&outcome=2");
      await page.waitForSelector("html[data-ready][lang=fr]");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.click(`[data-download=${name}]`),
      ]);
      expect(download.suggestedFilename()).toMatch(/^00119645-.*-(indicateurs|activites|constats)\.csv$/);
      const [head = "", ...lines] = readFileSync(await download.path(), "utf8")
        .trimEnd()
        .split("\r\n");
      expect(head.startsWith("\ufeff")).toBe(true);
      expect(head.split(";").length).toBeGreaterThan(7);
      const counted = /^\d+/.exec((await page.textContent(`#count-${name}`)) ?? "")?.[0];
      expect(lines).toHaveLength(Number(counted));
      await page.close();
    },
  );

  it("hands out the budget, with its currency and what is not reported left empty", async () => {
    const page = await open(1280);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click("[data-download=money]"),
    ]);
    expect(
      readFileSync(await download.path(), "utf8")
        .split("\r\n")
        .slice(0, 2),
    ).toEqual([
      "\ufeffGroup,Concerns,Budget,Currency,GEWE,GEWE share (%),Spent",
      "Agency,PAM,1200000,USD,,,",
    ]);
    await page.close();
  });

  it("works without its program: rows are there, and no control that does nothing in the tables' heads", async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(url);
    expect(await page.locator("#body-indicators .opener").count()).toBe(40);
    expect(await page.locator("[data-sort]:enabled, [data-download]:enabled").count()).toBe(0);
    await page.close();
  });

  it("has a meaning for every column, in the heading and in a list for print", async () => {
    const page = await open(1280);
    const columns = await page.$$eval(".sheet thead th", (heads) =>
      heads.map((head) => {
        const id = head.querySelector("[aria-describedby]")?.getAttribute("aria-describedby") ?? "";
        return [head.getAttribute("abbr"), document.getElementById(id)?.textContent?.length ?? 0] as const;
      }),
    );
    expect(columns).toHaveLength(22);
    for (const [name, length] of columns) expect([name, length > 15]).toEqual([name, true]);
    const listed = await page.$$eval(".cadre-legend dt", (terms) => terms.map((term) => term.textContent));
    expect(listed).toEqual(columns.map(([name]) => name));
    await page.close();
  });

  it("changes its language, and the address remembers", async () => {
    const page = await open(1280, "#outcome=1");
    await page.click("[data-language=fr]");
    // The page is drawn in several tasks, the table after its form.
    await page.waitForSelector("html[data-ready]");
    expect(await page.textContent("#h-indicators")).toContain("Indicateurs");
    expect(await page.getAttribute("html", "lang")).toBe("fr");
    expect(await hash(page)).toBe("#lang=fr&outcome=1");
    await page.reload();
    await page.waitForSelector("html[data-ready]");
    expect(await page.textContent("#h-indicators")).toContain("Indicateurs");
    await page.close();
  });

  it("has no bar where a number is missing, and a mark where it is zero", async () => {
    const page = await open(1280);
    const rows = await page.$$eval("#body-indicators tr:not(.cadre-group)", (all) =>
      all.map((row) => ({
        text: row.textContent ?? "",
        bar: row.querySelector(".cadre-bar") !== null,
        reason: row.querySelector(".cadre-reason") !== null,
      })),
    );
    expect(rows.filter(({ bar }) => bar).length).toBeGreaterThan(0);
    expect(rows.filter(({ reason }) => reason).length).toBeGreaterThan(0);
    for (const { bar, reason } of rows) expect(bar).toBe(!reason);
    await page.close();
  });

  it("prints all rows with the columns' meanings, and no controls", async () => {
    const page = await open(1280);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const shown = (selector: string) =>
      page.$$eval(
        selector,
        (all) => all.filter((element) => (element as HTMLElement).offsetParent !== null).length,
      );
    // Of every column that is printed: a finding's message says what was found and expected, and its rule is for the screen.
    expect(await shown(".cadre-legend dd")).toBe(19);
    expect(await shown(".sheet thead th")).toBe(19);
    expect(await shown("#filters, .tools, .pager")).toBe(0);
    expect(await shown("#body-indicators .opener")).toBe(40);
    await page.close();
  });

  it.each(["en", "fr"])(
    "prints on four to five pages of A4 in %s, without a sentence about filters",
    async (language) => {
      const page = await open(1280, language === "en" ? "" : "#lang=fr");
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const pages = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pages.length).toBeGreaterThanOrEqual(4);
      expect(pages.length).toBeLessThanOrEqual(5);
      expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
      await page.close();
    },
  );
});
