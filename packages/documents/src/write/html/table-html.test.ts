import { sampleDocument, sampleDocuments } from "@cadre/testkit";
import { describe, expect, it } from "vitest";
import { writeTableHtml } from "./table-html.ts";

const page = async (document = sampleDocument(), language: "fr" | "en" = "en") =>
  new TextDecoder().decode((await writeTableHtml(document, { language })).bytes);

describe("the framework as one page", () => {
  it("has a head for each column and row, and every indicator once", async () => {
    const html = await page();
    expect(html).toContain('<html lang="en">');
    expect(html.match(/<th scope="col" title="[^"]+">/g)).toHaveLength(8);
    expect([...html.matchAll(/<th scope="row">([^<]*)/g)].map(([, code]) => code)).toEqual([
      "1.1",
      "1.1.1",
      "1.1.2",
      "2.1.1",
    ]);
    expect(html).toContain('<td class="number">75%</td>');
    expect(html).toContain("30 (i.e. 18 women, 12 men)");
    expect(html).toContain("<caption>Results framework (2 outcomes)</caption>");
  });

  it.each(["fr", "en"] as const)(
    "says what each column means, for readers and on document (%s)",
    async (language) => {
      const html = await page(sampleDocument(), language);
      const headers = [...html.matchAll(/<th scope="col" title="([^"]+)">([^<]+)<\/th>/g)];
      for (const [, meaning, name] of headers) expect(html).toContain(`<dt>${name}</dt><dd>${meaning}</dd>`);
    },
  );

  it("runs nothing that is in the document", async () => {
    const html = await page(sampleDocuments().hostile, "fr");
    expect(html).not.toMatch(/<script|onerror=|<img/i);
    expect(html).toContain("&lt;script&gt;");
    expect(html.replace(/<[^>]*>/g, "")).not.toContain('"x")</script>');
  });

  it("distinguishes what it has no field for, and shows zero, nothing and to be determined", async () => {
    const { findings } = await writeTableHtml(sampleDocument(), { language: "fr" });
    expect(findings.map(({ where }) => where.path)).toEqual(["activities"]);
    const html = await page();
    expect(html).toContain("<td>Tbd</td>");
    expect(html).toContain("<td>–</td>");
    expect(html).toContain('<td class="number">0</td>');
  });
});
