import { inspect } from "node:util";
import { parseHTML } from "linkedom";
import { afterEach, describe, expect, it } from "vitest";
import { large, mali } from "../../test/documents.ts";
import { indicatorTable, nodeOf, type View } from "../index.ts";

const language = "en";
const table = () => indicatorTable(mali(), { language });
const kernel = "__tslab__";

describe("a value in a notebook", () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, kernel);
  });

  it("gives Deno's kernel its HTML and its text", () => {
    const view = table();
    const display = Reflect.get(view, Symbol.for("Jupyter.display")) as () => Record<string, string>;
    expect(display.call(view)).toEqual({ "text/html": view.html, "text/plain": view.text });
  });

  it("shows itself where tslab prints it, and leaves its title in the cell's text", () => {
    const shown: string[] = [];
    const display = { html: (markup: string) => shown.push(markup) };
    Reflect.set(globalThis, kernel, {
      require: (name: string) => (name === "tslab" ? { display } : undefined),
    });
    const view = table();
    expect(inspect(view)).toBe("Indicators");
    expect(shown).toEqual([view.html]);
  });

  it.each([
    ["no kernel", undefined],
    ["a kernel of another kind", {}],
    ["a kernel without a display", { require: () => ({}) }],
  ])("prints its text where there is %s", (_, other) => {
    if (other !== undefined) Reflect.set(globalThis, kernel, other);
    const view = table();
    expect(inspect(view)).toBe(view.text);
    expect(view.text).not.toContain("<");
  });

  it("makes Observable a node, and says where there is no document to make one in", () => {
    const { document } = parseHTML("<!doctype html><html><body></body></html>");
    const node = nodeOf(table(), document as unknown as Parameters<typeof nodeOf>[1]);
    expect(node.innerHTML).toContain("<table");
    expect(() => nodeOf(table())).toThrow(TypeError);
  });

  it("stays plain data to everything else", () => {
    expect(Object.keys(JSON.parse(JSON.stringify(table())) as View).sort()).toEqual(["html", "svg", "text"]);
  });
});

describe("a long table", () => {
  const rows = (markup: string) =>
    parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document.querySelectorAll(
      "tbody tr:not(.cadre-group)",
    ).length;

  it("prints 500 rows and says how many it leaves out, however many there are", () => {
    const view = indicatorTable(large(10_000, 0), { language, findings: [] });
    expect(rows(view.html)).toBe(500);
    expect(view.html).toContain("9,500");
    expect(view.html.length).toBeLessThan(2_000_000);
    expect(view.text.split("\n").length).toBeLessThan(520);
  });

  it("shows a page and folds the others", () => {
    const { document } = parseHTML(
      `<!doctype html><html><body>${indicatorTable(large(80, 0), { language, findings: [], pageSize: 10 }).html}</body></html>`,
    );
    const open = [...document.querySelectorAll("tbody tr:not(.cadre-group)")].filter(
      (row) => row.closest("details") === null,
    );
    expect(open).toHaveLength(10);
    expect(document.querySelectorAll("details.cadre-page").length).toBeGreaterThan(0);
  });

  it("says of every column what it means", () => {
    const { document } = parseHTML(`<!doctype html><html><body>${table().html}</body></html>`);
    const heads = [...document.querySelectorAll("thead th")];
    expect(heads.length).toBeGreaterThan(5);
    for (const head of heads)
      expect(head.querySelector("[role=tooltip]")?.textContent?.length ?? 0).toBeGreaterThan(15);
  });
});
