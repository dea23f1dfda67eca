import { readFileSync } from "node:fs";
import { check } from "@cadre/core/checks";
import { defineProfile } from "@cadre/core/lifecycle";
import { languageOf } from "@cadre/core/locale";
import { portfolioOf } from "@cadre/core/portfolio";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { large, mali } from "../test/documents.ts";
import { gallery } from "../test/gallery.ts";
import { MARKED } from "../test/marked.ts";
import { dashboardBody } from "./dashboard/body.ts";
import { emptyIndex, NO_FILTERS } from "./dashboard/filters.ts";
import {
  activityTable,
  type DashboardModel,
  dashboardHtml,
  dashboardModel,
  findingTable,
  indicatorTable,
  portfolioHtml,
  type View,
} from "./index.ts";
import { textOf } from "./markup/index.ts";

const profile = defineProfile({ id: "marked", languages: [MARKED] });

/** Fields of a document that hold what people wrote, beside the names of agencies. */
const PROSE = new Set(
  "title country number text remark reason quote unit label note name agency agencies narrative body answer to".split(
    " ",
  ),
);
const GREEK = "αβγδεζηθικλμνξοπρστυφχψωςϑ";
const greek = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[a-z]/gi, (letter) => GREEK[letter.toLowerCase().charCodeAt(0) - 97] ?? letter);
/** A document whose every prose is in Greek letters: what is in Latin ones was not in the document. */
function inGreek<T>(value: T, key = ""): T {
  if (typeof value === "string") return (PROSE.has(key) ? greek(value) : value) as T;
  if (Array.isArray(value)) return value.map((each) => inGreek(each, key)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inGreek(each, name)])) as T;
}
const documents = { example: inGreek(mali()), "made-up": inGreek(large(80, 60)) };

/** What is not language: currencies, codes of markers, signs, what each language calls itself, the product's name. */
const NO_LANGUAGE = /\b(USD|GM[0-3]|n|English|Français|Cadre|COVID)\b/g;
/** Words of dates and numbers of days in the locale of the made-up language. */
const OF_LOCALE =
  /\b(de|dias?|mil|mi|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b/g;

/** Texts that somebody reads or hears, without codes of rules and without what is marked as another language. */
function visible(page: string): string[] {
  const { document } = parseHTML(page.includes("<html") ? page : `<html><body>${page}</body></html>`);
  for (const hidden of document.querySelectorAll("script, style, code, body [lang=fr]")) hidden.remove();
  const texts: string[] = [];
  const walk = (node: { nodeType: number; textContent: string | null; childNodes: Iterable<unknown> }) => {
    if (node.nodeType === 3) texts.push(node.textContent ?? "");
    for (const child of node.childNodes) walk(child as typeof node);
  };
  walk(document.documentElement);
  for (const element of document.querySelectorAll("*"))
    for (const name of ["title", "aria-label", "placeholder", "alt", "data-all", "data-some"])
      if (element.hasAttribute(name)) texts.push(element.getAttribute(name) ?? "");
  return texts;
}

/** Texts with words in Latin letters that come neither from the language nor from the document. */
const foreign = (texts: readonly string[], fallback: readonly string[] = []): string[] => [
  ...new Set(
    texts.flatMap((text) => {
      let rest = text;
      for (const known of fallback) rest = rest.replaceAll(known, " ");
      // A text that was cut has no closing mark.
      rest = rest
        .replace(/⟦[^⟦⟧]*(⟧|…)/g, " ")
        .replaceAll(OF_LOCALE, " ")
        .replaceAll(NO_LANGUAGE, " ");
      return /\p{Script=Latin}{2}/u.test(rest) ? [text.trim().replace(/\s+/g, " ")] : [];
    }),
  ),
];
const textsOf = (view: View): string[] => [...visible(view.html), ...view.text.split("\n")];

/** What stays in the fallback language: the messages of findings, and what they say was expected. */
const inFallback = ({ findings }: Pick<DashboardModel, "findings">): string[] =>
  findings
    .flatMap(({ message, expected }) => [
      message.fr,
      ...(typeof expected === "object" && expected !== null ? [expected.fr] : []),
      ...(typeof expected === "string" ? [expected] : []),
    ])
    .filter((text) => /\p{Script=Latin}{2}/u.test(text))
    .sort((a, b) => b.length - a.length);

describe.each(Object.entries(documents))(
  "in a language whose every text is marked, the %s document",
  (_, document) => {
    const model = dashboardModel(document, { profile });
    const open = [
      ...model.indicators.map(({ code }) => `i${code}`),
      ...model.activities.map(({ code }) => `a${code}`),
    ];
    const findings = check(document);
    const pages: Record<string, () => string[]> = {
      "the dashboard": () => visible(dashboardHtml(model, { language: MARKED })),
      "the dashboard with every row open": () =>
        visible(textOf(dashboardBody(model, MARKED, { ...NO_FILTERS, open }, emptyIndex()))),
      "the portfolio": () =>
        visible(
          portfolioHtml(portfolioOf([{ name: "α", document }]), { language: MARKED, languages: [MARKED] }),
        ),
      "the table of indicators": () => textsOf(indicatorTable(document, { language: MARKED })),
      "the table of activities": () => textsOf(activityTable(document, { language: MARKED })),
      "the table of findings": () => textsOf(findingTable(findings, { language: MARKED })),
    };
    it.each(Object.keys(pages))("has no other text: %s", (name) => {
      const texts = pages[name]?.() ?? [];
      expect(texts.filter((text) => text.includes("⟦")).length).toBeGreaterThan(20);
      expect(foreign(texts, inFallback(model))).toEqual([]);
    });

    it("marks the messages of findings as the fallback language", () => {
      const { document: page } = parseHTML(dashboardHtml(model, { language: MARKED }));
      const cells = [...page.querySelectorAll("#body-findings th, #body-findings td [lang=fr]")];
      expect(page.documentElement.getAttribute("lang")).toBe("pt-BR");
      expect(cells.filter((cell) => cell.querySelector("[lang=fr]") !== null).length).toBeGreaterThan(10);
    });
  },
);

/** Names that the gallery's charts are given, and what the example's activities and outputs are called. */
const GIVEN = [
  ...readFileSync(new URL("../test/gallery.ts", import.meta.url), "utf8").matchAll(
    /"([A-Z][\w ]+|[\w.]+ [\w ]+|PBF[^"]*|people|agree|disagree|neither)"/g,
  ),
].map(([, text = ""]) => text);
const TITLES = [...mali().outcomes.flatMap(({ outputs }) => outputs), ...mali().activities].map(
  ({ title }) => title ?? "",
);

describe("in a language whose every text is marked", () => {
  it.each([...gallery(MARKED)])("has no other text: the chart %s", (_, view) => {
    const given = [...GIVEN, ...TITLES].sort((a, b) => b.length - a.length);
    // A title may be cut: then its beginning goes with the rest of the line.
    const without = (text: string, title: string) => {
      const start = text.indexOf(title.slice(0, 20));
      return start >= 0 && text.includes("…", start) && !text.includes(title)
        ? text.slice(0, start)
        : text.replaceAll(title, " ");
    };
    const texts = textsOf(view).map((text) => given.reduce(without, text));
    expect(texts.filter((text) => text.includes("⟦")).length).toBeGreaterThan(1);
    expect(foreign(texts)).toEqual([]);
  });

  it("writes numbers, days and dates as its locale does, and picks plural forms by it", () => {
    const text = visible(dashboardHtml(dashboardModel(mali(), { profile }), { language: MARKED })).join(" ");
    expect(text).toContain("USD 1.072.749,17".replace(" ", "\u00a0"));
    expect(text).toContain("15 de novembro de 2020");
  });
});

describe("a page that can be shown in an agency's language", () => {
  const model = dashboardModel(mali(), { profile });
  it("carries its messages as data, and no page without the profile does", () => {
    const sent: DashboardModel = JSON.parse(JSON.stringify(model));
    expect(sent.languages?.map(({ code }) => code)).toEqual(["pt"]);
    expect(Object.keys(sent.languages?.[0]?.messages ?? {})).toEqual(["view"]);
    expect(dashboardModel(mali()).languages).toBeUndefined();
    // What the page's program draws of the data is what was drawn of the language.
    const language = languageOf("pt", sent);
    expect(language === undefined ? null : dashboardHtml(sent, { language })).toBe(
      dashboardHtml(model, { language: MARKED }),
    );
  });

  it("offers it beside English and French", () => {
    for (const page of [
      dashboardHtml(model, { language: "en" }),
      portfolioHtml(portfolioOf([]), { language: "en", languages: [MARKED] }),
    ]) {
      const { document: drawn } = parseHTML(page);
      const names = [...drawn.querySelectorAll(".tools [lang]")].map((each) => [
        each.getAttribute("lang"),
        each.textContent,
      ]);
      expect(names).toEqual([
        ["en", "English"],
        ["fr", "Français"],
        ["pt", "⟦pt⟧"],
      ]);
    }
  });
});
