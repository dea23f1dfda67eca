import { portfolioOf } from "@cadre/core/portfolio";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { mali } from "../../test/documents.ts";
import { portfolioHtml } from "./index.ts";

const named = (name: string, change: (project: ReturnType<typeof mali>["project"]) => void) => {
  const document = structuredClone(mali());
  change(document.project);
  return { name, document };
};

describe("the portfolio's page", () => {
  const portfolio = portfolioOf([
    named("one", () => {}),
    named("two", (project) => {
      Object.assign(project, { number: "00200000", country: "NIGER", title: "<b>& “two”</b>" });
    }),
  ]);

  it.each(["en", "fr"] as const)(
    "has one row a project and a comparison by what differs, in %s",
    (language) => {
      const { document } = parseHTML(portfolioHtml(portfolio, { language }));
      expect(document.documentElement.lang).toBe(language);
      expect(document.querySelectorAll("table.portfolio tbody tr")).toHaveLength(2);
      expect(document.querySelectorAll(".compare")).toHaveLength(1);
      for (const cell of document.querySelectorAll("table.portfolio tbody td"))
        expect(cell.getAttribute("data-label")).toBeTruthy();
    },
  );

  it("escapes what documents say, and leads to a project's page where it has one", () => {
    const html = portfolioHtml(portfolio, {
      language: "en",
      href: ({ name }) => (name === "two" ? "/v1/projects/two/dashboard" : null),
    });
    expect(html).not.toContain("<b>&");
    const { document } = parseHTML(html);
    const links = [...document.querySelectorAll("table.portfolio a")];
    expect(links.map((link) => [link.getAttribute("href"), link.textContent])).toEqual([
      ["/v1/projects/two/dashboard", "<b>& “two”</b>"],
    ]);
  });

  it("asks the network for nothing", () => {
    expect(portfolioHtml(portfolio, { language: "en" })).not.toMatch(/(src|href)="https?:/);
  });
});
