import type { Value } from "@cadre/core";
import { forecastTo } from "@cadre/core/indicators";
import { daysLost, sumDaysLost } from "@cadre/core/lifecycle";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { large, mali } from "../../test/documents.ts";
import {
  activityGantt,
  boundsChart,
  breakdownChart,
  delayCausesChart,
  machineDiagram,
  progressChart,
  pyramidChart,
  type View,
} from "../index.ts";
import { textOf } from "../markup/index.ts";
import type { BudgetSlice } from "../results/index.ts";
import { CATEGORY_FILLS, STATUS_FILLS } from "../theme/index.ts";
import { budgetPicture, budgetText } from "./budget.ts";

const language = "en";
/** A picture as elements. */
function drawn(svg: string | null) {
  const picture = parseHTML(`<!doctype html><html><body>${svg ?? ""}</body></html>`).document;
  const said = (element: { textContent: string | null } | null) =>
    (element?.textContent ?? "").replaceAll("\u00a0", " ");
  const messages = [...picture.querySelectorAll("text")].map(said);
  return {
    messages,
    count: (selector: string) => picture.querySelectorAll(selector).length,
    description: said(picture.querySelector("desc")),
    /** Widths of filled rectangles. */
    widths: (fill: (value: string) => boolean) =>
      [...picture.querySelectorAll("rect")]
        .filter((rect) => rect.closest("pattern") === null && fill(rect.getAttribute("fill") ?? ""))
        .map((rect) => Number(rect.getAttribute("width"))),
  };
}
const number = (value: number): Value => ({ kind: "number", value });
/** Cells of the table that says the same as the picture, row by row. */
const rowsOf = ({ html }: View) =>
  [
    ...parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.querySelectorAll("tbody tr"),
  ].map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? ""));

describe("progress against time", () => {
  const data = {
    name: "1.1.1",
    start: "2020-01-01",
    end: "2021-12-31",
    baseline: number(0),
    target: number(300),
    points: [
      { date: "2020-06-30", value: 55 },
      { date: "2020-12-31", value: 126 },
    ],
  } as const;

  it("has a dot for each reported value and one table row for each thing drawn", () => {
    const view = progressChart(data, { language });
    expect(drawn(view.svg).count("circle")).toBe(2);
    expect(rowsOf(view).map(([what, date, value]) => [what, date, value])).toEqual([
      ["baseline", "1 January 2020", "0"],
      ["actual", "30 June 2020", "55"],
      ["actual", "31 December 2020", "126"],
      ["target", "31 December 2021", "300"],
    ]);
  });

  it("draws neither line nor label of a target that is to be determined, and the table says so", () => {
    const target: Value = { kind: "tbd", note: "DTM" };
    const view = progressChart({ ...data, target }, { language });
    expect(drawn(view.svg).messages.some((word) => word.startsWith("target"))).toBe(false);
    expect(drawn(progressChart(data, { language }).svg).messages).toContain("target 300");
    expect(rowsOf(view).at(-1)?.[2]).not.toMatch(/^\d/);
  });

  it("draws no projection where too little is known, and says why", () => {
    const forecast = forecastTo(data.points.slice(0, 1), data.end);
    expect(forecast.reason).not.toBeNull();
    const view = progressChart({ ...data, forecast }, { language });
    expect(drawn(view.svg).messages.some((word) => word.startsWith("forecast"))).toBe(false);
    const [last] = rowsOf(view).slice(-1);
    expect(last?.[0]).toBe("forecast");
    expect(last?.[2]).not.toMatch(/\d/);
  });

  it("distinguishes a reported zero from no report", () => {
    const zero = progressChart({ ...data, points: [{ date: "2020-06-30", value: 0 }] }, { language });
    const none = progressChart({ ...data, points: [] }, { language });
    expect([drawn(zero.svg).count("circle"), drawn(none.svg).count("circle")]).toEqual([1, 0]);
    expect(zero.text).not.toBe(none.text);
  });
});

describe("a breakdown", () => {
  const chart = (parts: { label: string; value: number | null }[], total: number | null, partition = true) =>
    breakdownChart([{ label: "Trained", total, partition, parts }], { language, name: "x", axis: "sex" });
  const fill = (fill: string) => fill !== "none" && fill !== "";

  it("is a bar as long as its parts together, with what is unknown hollow", () => {
    const view = chart(
      [
        { label: "unknown", value: 20 },
        { label: "female", value: 80 },
        { label: "male", value: 50 },
      ],
      150,
    );
    const { widths, messages } = drawn(view.svg);
    const bars = widths(fill);
    expect(bars).toHaveLength(3);
    // In proportion, and the unknown last, wherever it was.
    expect(bars.map((width) => Math.round((width / (bars[0] ?? 1)) * 80))).toEqual([80, 50, 20]);
    expect(drawn(view.svg).count("rect[fill^=url]")).toBe(1);
    expect(messages).toContain("150");
  });

  it("draws statuses in the colours and with the names that they have everywhere", () => {
    const parts = [
      { label: "achieved", value: 3 },
      { label: "off-track", value: 2 },
      { label: "unknown", value: 1 },
    ];
    const { svg, html } = breakdownChart([{ label: "Mali", total: 6, partition: true, parts }], {
      language: "fr",
      name: "Indicateurs",
      axis: "statut",
    });
    expect(svg).toContain(STATUS_FILLS.achieved.fill);
    expect(svg).not.toContain(CATEGORY_FILLS[0]?.fill);
    expect(html).toContain("en retard");
    expect(html).not.toContain(">off-track<");
  });

  it("frames what the parts leave of the total, and gives a part that was not reported no bar", () => {
    const view = chart(
      [
        { label: "female", value: 60 },
        { label: "male", value: null },
      ],
      120,
    );
    expect(drawn(view.svg).widths(fill)).toHaveLength(1);
    expect(drawn(view.svg).count("[stroke-dasharray] rect")).toBe(1);
    expect(rowsOf(view)).toEqual([
      ["Trained", "120", ""],
      ["Trained: women", "60", "50.0%"],
      ["Trained: men", "not reported", ""],
    ]);
  });

  it("never lets parts replace a total that was not reported", () => {
    const view = chart([{ label: "female", value: 57 }], null);
    expect(drawn(view.svg).messages).toContain("not reported");
    expect(drawn(view.svg).messages).not.toContain("57");
  });

  it("does not stack groups that may overlap, and says where parts disagree with their total", () => {
    const parts = [
      { label: "youth", value: 90 },
      { label: "women", value: 80 },
    ];
    expect(drawn(chart(parts, 100, false).svg).messages.filter((word) => word.startsWith("·"))).toHaveLength(
      2,
    );
    expect(drawn(chart(parts, 100).svg).description).toContain("170");
    expect(drawn(chart(parts, 170).svg).description).not.toContain("(");
  });
});

describe("a pyramid", () => {
  const cell = (age: string, sex: string, value: number | null) => ({
    at: { age, sex },
    value,
    reason: null,
    bounds: null,
  });

  it("has the youngest at the bottom and what is unknown below them", () => {
    const view = pyramidChart(
      ["unknown", "5-9", "60+", "10-17"].map((age) => cell(age, "female", 3)),
      { language, name: "x" },
    );
    const bands = drawn(view.svg).messages.filter((word) => /^(?:\d+-\d+|60\+|unknown)$/.test(word));
    expect(bands.filter((word, index) => bands.indexOf(word) === index && word !== "unknown")).toEqual([
      "60+",
      "10-17",
      "5-9",
    ]);
    expect(bands.at(-1)).toBe("unknown");
  });

  it("gives women and men the fills that a breakdown gives them", () => {
    const pyramid = pyramidChart([cell("0-17", "female", 3), cell("0-17", "male", 4)], {
      language,
      name: "x",
    });
    const breakdown = breakdownChart(
      [
        {
          label: "x",
          total: 7,
          partition: true,
          parts: [
            { label: "female", value: 3 },
            { label: "male", value: 4 },
          ],
        },
      ],
      { language, name: "x", axis: "sex" },
    );
    const fills = ({ svg }: View) =>
      [...(svg ?? "").matchAll(/<rect[^>]* fill="(#[\da-f]{6})"/g)].map(([, fill]) => fill);
    expect(fills(pyramid).length).toBeGreaterThanOrEqual(2);
    expect(fills(pyramid).slice(0, 2)).toEqual(fills(breakdown).slice(0, 2));
  });

  it("has a dash, not a bar, where nothing was reported, and a 0 where zero was", () => {
    const { messages } = drawn(
      pyramidChart([cell("0-17", "female", 0), cell("0-17", "male", null)], { language, name: "x" }).svg,
    );
    expect(messages.filter((word) => word === "0")).toHaveLength(1);
    expect(messages).toContain("–");
  });
});

describe("bounds", () => {
  it("are a dot, a range, an open range and nothing", () => {
    const view = boundsChart(
      [
        { label: "a", value: 80, bounds: null },
        { label: "b", value: null, bounds: { low: 46, high: 80, sharp: true } },
        { label: "c", value: null, bounds: { low: 12, high: null } },
        { label: "d", value: null, bounds: null },
      ],
      { language },
    );
    const { messages, count } = drawn(view.svg);
    expect(count("circle")).toBe(1);
    expect(messages).toEqual(expect.arrayContaining(["80", "46 to 80", "at least 12", "not reported", "▶"]));
    expect(rowsOf(view).map(([, , low, high]) => [low, high])).toEqual([
      ["80", "80"],
      ["46", "80"],
      ["12", ""],
      ["", ""],
    ]);
  });
});

describe("a budget", () => {
  const slice = (key: string | null, amount: number, gewe: number | null, currency = "USD"): BudgetSlice => ({
    key,
    amount: { minor: amount * 100, currency },
    gewe: gewe === null ? null : { minor: gewe * 100, currency },
    spent: null,
    share: gewe === null ? null : gewe / amount,
  });
  const picture = (slices: BudgetSlice[]) => drawn(textOf(budgetPicture(slices, "agency", { language })));

  it("has the share beside each bar, none where it is not reported", () => {
    const { messages } = picture([slice("FAO", 400, 100), slice("PAM", 300, null), slice("OIM", 50, 0)]);
    expect(messages.some((word) => word.includes("25%"))).toBe(true);
    expect(messages.some((word) => word.includes("USD 300") && !word.includes("%"))).toBe(true);
    expect(messages.some((word) => word.includes("USD 50") && word.includes("0%"))).toBe(true);
  });

  it("does not add up currencies", () => {
    expect(picture([slice("FAO", 400, 100), slice("PAM", 300, 30)]).description).toContain("USD 700");
    expect(picture([slice("FAO", 400, 100), slice("PAM", 300, 30, "XOF")]).description).not.toContain("700");
  });

  const sentence = (slices: BudgetSlice[], language: "en" | "fr" = "en") =>
    budgetText(slices, language).replace(/[\u00a0\u202f]/g, " ");

  it("gives a share of the whole only where every part states its own", () => {
    expect(sentence([slice("FAO", 400, 100), slice("PAM", 600, 0)])).toBe(
      "USD 1,000 in all; USD 100 of it, 10%, for gender equality and women's empowerment (GEWE).",
    );
    expect(sentence([slice("FAO", 400, null), slice("PAM", 600, null)])).toBe(
      "USD 1,000 in all; how much of each goes to gender equality is not reported.",
    );
  });

  it("says how many parts state none, and the least that the others come to", () => {
    const two = [slice("FAO", 400, 100), slice("PAM", 600, 0)];
    expect(sentence([...two, slice("OIM", 500, null)])).toBe(
      "USD 1,500 in all; at least USD 100 of it for gender equality and women's empowerment (GEWE): 1 of 3 parts has no share.",
    );
    expect(sentence([...two, slice("OIM", 500, null), slice(null, 100, null)], "fr")).toBe(
      "1 600 USD en tout ; dont au moins 100 USD pour l’égalité des sexes et l’autonomisation des femmes (GEWE) : 2 postes sur 4 n’indiquent pas de part.",
    );
  });
});

describe("activities over time", () => {
  it("are drawn up to a number; the table lists all", () => {
    const document = large(4, 30);
    const view = activityGantt(document, { language, limit: 5 });
    const codes = document.activities.map(({ code }) => code);
    const named = codes.filter((code) =>
      drawn(view.svg).messages.some((word) => word.startsWith(`${code} `)),
    );
    expect(named).toEqual(codes.slice(0, 5));
    expect(rowsOf(view)).toHaveLength(30);
  });
});

describe("a lifecycle", () => {
  const states = (view: View) => drawn(view.svg).description;

  it("shows the path that was taken, in order, and no step that the state refused", () => {
    const late = mali().activities.find(({ events }) => events.some(({ type }) => type === "delayed"));
    const path = states(machineDiagram(late?.events ?? [], { language }));
    expect(path).toContain("planned, delayed (March 2020) → delayed");
    const finished = { type: "completed", date: "2020-02-01" } as const;
    const refused = machineDiagram([{ type: "cancelled", date: "2020-01-01" }, finished], {
      language,
    });
    expect(rowsOf(refused)).toHaveLength(1);
  });

  it("without events is the machine alone", () => {
    expect(rowsOf(machineDiagram([], { language }))).toEqual([]);
  });
});

describe("days lost by cause", () => {
  const held = (cause: "covid-19" | "season", from: string, to: string | null) => ({
    ...{ kind: "delayed" as const, cause, expectedUntil: null, endUnknown: false, certain: true },
    from: { from, to: from },
    to: to === null ? null : { from: to, to },
  });
  const lost = sumDaysLost([
    daysLost([held("covid-19", "2020-03-01", "2020-03-31"), held("season", "2020-03-21", "2020-04-20")], {
      asOf: null,
    }),
    daysLost([held("season", "2020-06-01", null)], { asOf: null }),
  ]);

  it.each([
    ["en", "COVID-19: 30", "at least 30", "all, each day once: at least 50"],
    ["fr", "COVID-19 : 30", "au moins 30", "total, chaque jour une fois : au moins 50"],
  ] as const)("are said in words and drawn, %s", (language, covid, season, all) => {
    const view = delayCausesChart(lost, { language, name: "2020" });
    for (const part of [covid, season, all]) expect(view.text.replaceAll("\u00a0", " ")).toContain(part);
    expect(view.svg).toContain("2020");
  });
});
