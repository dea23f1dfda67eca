import type { FrameworkDocument } from "@cadre/core";
import { describe, expect, it } from "vitest";
import { document, type KeyName, testServer } from "../test/server.ts";

/** Counts that occur nowhere else, so that they are found wherever they are written. */
const [WOMEN, MEN] = [7919, 104_729];

function small(): FrameworkDocument {
  const whole = document();
  const [outcome, ...others] = whole.outcomes;
  const [indicator, ...rest] = outcome?.indicators ?? [];
  if (outcome === undefined || indicator === undefined) throw new Error("no indicator");
  const actual = {
    value: { kind: "number", value: WOMEN + MEN } as const,
    raw: `${WOMEN + MEN} (${WOMEN} women, ${MEN} men)`,
    breakdown: {
      partition: true,
      parts: [
        { label: "women", value: WOMEN },
        { label: "men", value: MEN },
      ],
    },
  };
  return { ...whole, outcomes: [{ ...outcome, indicators: [{ ...indicator, actual }, ...rest] }, ...others] };
}
const numbersIn = (text: string): string => text.replace(/(\d)[\s\u00a0\u202f,](?=\d{3})/g, "$1");
const PAGES = [
  ...["framework", "inspection", "findings", "dashboard", "dashboard/data", "export/json"].map(
    (page) => `/v1/projects/p1/${page}`,
  ),
  "/",
];

describe("a server that withholds small counts", () => {
  const started = async (disclosure: { policy: { threshold: number } }) => {
    const server = testServer({ disclosure });
    const saved = await server.ask("convening", "PUT", "/v1/projects/p1/framework", small());
    expect(saved.status).toBe(200);
    return server;
  };
  it("shows them on no page to those who only read, and all to those who save the document", async () => {
    const { ask } = await started({ policy: { threshold: WOMEN + 1 } });
    const seenBy = async (who: KeyName) => {
      const seen: string[] = [];
      for (const page of PAGES) {
        const answer = await ask(who, "GET", page);
        expect([page, answer.status]).toEqual([page, 200]);
        const text = numbersIn(await answer.text());
        if (text.includes(String(WOMEN)) || text.includes(String(MEN))) seen.push(page);
      }
      return seen;
    };
    const open = await seenBy("convening");
    expect(open).toEqual(
      expect.arrayContaining(PAGES.filter((page) => /framework|inspection|data|json/.test(page))),
    );
    expect(await seenBy("viewer")).toEqual([]);
    // One reader's page is not another's, whoever asked first.
    expect(await seenBy("convening")).toEqual(open);
    const tags = await Promise.all(
      (["viewer", "convening"] as const).map(async (who) =>
        (await ask(who, "GET", "/v1/projects/p1/dashboard/data")).headers.get("etag"),
      ),
    );
    expect(tags[0]).not.toBe(tags[1]);
  });

  it("withholds them from results of observations", async () => {
    const { ask } = await started({ policy: { threshold: 5 } });
    const rows = [
      { period: "2020-Q1", source: "PAM", value: 3, categories: { sex: "female" } },
      { period: "2020-Q1", source: "PAM", value: 40, categories: { sex: "male" } },
    ].map((row) => ({ ...row, recordedAt: "2020-04-10" }));
    const added = await ask(
      "convening",
      "POST",
      "/v1/projects/p1/observations",
      rows.map((row) => ({ ...row, indicator: "1.1.1" })),
    );
    expect([added.status, await added.json()]).toMatchObject([200, { accepted: 2 }]);
    const cellsFor = async (who: KeyName) => {
      const results = await (await ask(who, "GET", "/v1/projects/p1/results?by=sex")).json();
      const found = (results as { code: string; value: number; cells: { value: number | null }[] }[]).find(
        (each) => each.code === "1.1.1",
      );
      return [found?.value, ...(found?.cells ?? []).flatMap(({ value }) => (value === 0 ? [] : [value]))];
    };
    expect(await cellsFor("convening")).toEqual([43, 3, 40]);
    expect(await cellsFor("viewer")).toEqual([43, null, null]);
  });
});
