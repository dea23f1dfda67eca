import { portfolioOf } from "@cadre/core/portfolio";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { mali } from "../../test/documents.ts";
import { gallery } from "../../test/gallery.ts";
import { boundsChart, indicatorTable, statusChart } from "../index.ts";

describe("a picture as a file", () => {
  it.each(["en", "fr"] as const)(
    "has title, subtitle, legend, source and date within its frame, in %s",
    (language) => {
      for (const [name, view] of gallery(language)) {
        const { document } = parseHTML(
          `<!doctype html><body>${view.file({ source: "a source", date: "2021-06-30" })}</body>`,
        );
        const svg = document.querySelector("svg");
        const width = Number(svg?.getAttribute("width"));
        const texts = [...(svg?.children ?? [])].flatMap((child) =>
          child.localName === "text"
            ? [child]
            : child.localName === "g"
              ? [...child.querySelectorAll("text")]
              : [],
        );
        const said = texts.map((text) => text.textContent).join(" ");
        expect([name, said]).toEqual([
          name,
          expect.stringMatching(/a source · (on 30 June 2021|au 30 juin 2021)$/),
        ]);
        expect(said.startsWith(view.text.split("\n")[0]?.slice(0, 30) ?? "?")).toBe(true);
        // By widths that are wider than those of common fonts.
        for (const text of texts) {
          const moved =
            /translate\(([\d.]+)/.exec(text.parentElement?.getAttribute("transform") ?? "")?.[1] ?? "0";
          const size = Number(text.getAttribute("font-size"));
          const right =
            Number(moved) + Number(text.getAttribute("x")) + (text.textContent?.length ?? 0) * size * 0.58;
          expect([name, text.textContent, right <= width]).toEqual([name, text.textContent, true]);
        }
      }
    },
  );

  it("wraps a title that is longer than the picture, and refuses where there is no picture", () => {
    const title = "Nombre de personnes formées à la médiation et au dialogue ".repeat(4);
    const view = boundsChart([{ label: "a", value: 1, bounds: null }], { language: "fr", name: title });
    const { document } = parseHTML(`<!doctype html><body>${view.file()}</body>`);
    expect(document.querySelectorAll('svg > text[font-weight="700"]').length).toBeGreaterThan(2);
    expect(() => indicatorTable(mali(), { language: "en" }).file()).toThrow(TypeError);
  });
});

it("is also drawn as PNG, of the size that is asked for", async () => {
  const view = boundsChart([{ label: "Women trained", value: 80, bounds: null }], {
    language: "en",
    unit: "people",
  });
  const png = Buffer.from(await view.png({ scale: 1 }));
  const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(view.file()) ?? [];
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(width), Number(height)]);
});

describe("statuses", () => {
  const named = (name: string, country: string) => {
    const document = structuredClone(mali());
    Object.assign(document.project, { number: name, title: `Project ${name}`, country });
    return { name, document };
  };
  const portfolio = portfolioOf([named("1001", "Mali"), named("1002", "Niger"), named("1003", "Niger")]);

  it("are drawn for each project, or for each country, and every indicator is in one of them", () => {
    const view = statusChart(portfolio, { language: "en" });
    expect(view.text.match(/Project 100\d/g)).toHaveLength(3);
    const { document } = parseHTML(`<!doctype html><body>${view.html}</body>`);
    const counts = [...document.querySelectorAll("td.cadre-numeric")].map((cell) => Number(cell.textContent));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(portfolio.total.indicatorCount);
    expect(statusChart(portfolio, { language: "fr", by: "country" }).text).toContain("Niger");
    expect(view.file()).toContain("number of indicators");
  });
});
