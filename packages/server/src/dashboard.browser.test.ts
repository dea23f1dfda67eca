import { findChromium, HOW_TO_INSTALL, launch } from "@cadre/test-services/browser";
import { sampleDocument } from "@cadre/testkit";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KEYS, testServer } from "../test/server.ts";
import { type Listening, listen } from "./node/index.ts";

const chromium = findChromium();
const suite = `the dashboard of a server in a browser${chromium === null ? ` (${HOW_TO_INSTALL})` : ""}`;
const document = {
  ...sampleDocument(),
  periods: [
    { id: "2020-Q1", start: "2020-01-01", end: "2020-03-31" },
    { id: "2020-Q2", start: "2020-04-01", end: "2020-06-30" },
  ],
};
const plan = {
  title: "Dialogue",
  endDate: "2022-07-15",
  agencies: [{ name: "PAM", convening: true }],
  activities: document.activities.map(({ code, title }) => ({
    code,
    title: title ?? null,
    agencies: ["PAM"],
  })),
  genderMarker: null,
  lines: [],
  schedule: { activities: [], dependencies: [] },
};

describe.skipIf(chromium === null)(suite, () => {
  const server = testServer();
  let listening: Listening;
  let browser: Browser;
  const send = async (who: "pbso" | "convening", body: object) => {
    const answer = await server.ask(who, "POST", "/v1/projects/p1/commands", body);
    expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
  };

  beforeAll(async () => {
    await server.ask("convening", "PUT", "/v1/projects/p1/framework", document);
    await send("pbso", { type: "project.open", key: "open", plan });
    await send("pbso", { type: "project.start", key: "start" });
    listening = await listen(server, { port: 0 });
    browser = await launch(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    await listening?.close();
  });

  it("draws from its address and shows what happens without being reloaded", async () => {
    const context = await browser.newContext({
      httpCredentials: { username: "key", password: KEYS.viewer.secret, send: "always" },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const [errors, asked]: [string[], string[]] = [[], []];
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    let loads = 0;
    page.on("load", () => {
      loads += 1;
    });
    const code = document.activities[0]?.code ?? "";
    await page.goto(`${listening.address}/v1/projects/p1/dashboard?lang=en#open=a${code}`);
    await page.waitForSelector("html[data-ready]");
    expect(asked).toContain("/v1/projects/p1/dashboard/data");
    expect(await page.textContent("#data")).toBe("null");
    const row = `#body-activities tr:has([data-open="a${code}"])`;
    const before = await page.textContent(row);
    expect(before).not.toContain("in progress");
    await page.focus(`[data-open="a${code}"]`);

    await send("convening", { type: "activity.start", activity: code, key: "s1" });
    await page.waitForSelector(`${row}:has-text("in progress")`);
    await page.waitForSelector("#news:has-text('Updated')");
    await page.waitForSelector("html[data-ready]");
    // What was open and where one was is as it was; the path goes one step further.
    expect(await page.textContent("#activities tr.details desc")).toContain("started");
    expect(await page.evaluate(() => window.document.activeElement?.getAttribute("data-open"))).toBe(
      `a${code}`,
    );
    expect(loads).toBe(1);

    // Values that are reported show too, and so does a document that is saved.
    const rows = ["2020-Q1", "2020-Q2"].map((period, index) => ({
      indicator: "1.1.1",
      period,
      value: 4321 * (index + 1),
      recordedAt: "2020-07-10",
    }));
    const reported = await server.ask("convening", "POST", "/v1/projects/p1/observations", rows);
    expect(await reported.json()).toMatchObject({ accepted: 2 });
    const results = (await (await server.ask("viewer", "GET", "/v1/projects/p1/results")).json()) as {
      code: string;
      value: number;
    }[];
    const value = results.find((result) => result.code === "1.1.1")?.value.toLocaleString("en-GB");
    expect(value).toMatch(/^\d+,\d{3}$/);
    await page.waitForSelector(`#body-indicators tr:has-text("${value}") .cadre-spark`);
    const project = { ...document.project, title: "Another title" };
    await server.ask("convening", "PUT", "/v1/projects/p1/framework", { ...document, project });
    await page.waitForSelector("h1:has-text('Another title')");
    expect([errors, loads]).toEqual([[], 1]);
    await context.close();
  });
});
