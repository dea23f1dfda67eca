import { describe, expect, it } from "vitest";
import { rawWorkbook } from "../../test/raw-workbook.ts";
import { readAnnex } from "./read-annex.ts";

const HEAD = ["Activity", "Agency", "Amount", "% GEWE"];
const refusal = async (bytes: Uint8Array) => {
  const result = await readAnnex(bytes);
  return result.ok ? null : result.problems[0];
};
/** Rows that a zip cannot pack a hundredfold. */
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `<row><c><v>${Math.imul(index, 2654435761) >>> 0}</v></c><c><v>${index}</v></c></row>`,
  ).join("");

describe("a hostile workbook", () => {
  it.each([
    ["an entity", '<!DOCTYPE x [<!ENTITY a "b">]>', "xml-doctype"],
    ["an external entity", '<!DOCTYPE x SYSTEM "file:///etc/passwd">', "xml-doctype"],
  ])("with %s is refused", async (_, doctype, code) => {
    const sheet = `<?xml version="1.0"?>${doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`;
    expect(
      await refusal(rawWorkbook([{ name: "A", rows: [HEAD] }], { "xl/worksheets/sheet1.xml": sheet })),
    ).toMatchObject({ code });
  });

  it("whose parts lead out of it is refused", async () => {
    expect(
      await refusal(rawWorkbook([{ name: "A", rows: [HEAD] }], { "xl/../../evil.xml": "x" })),
    ).toMatchObject({ code: "package-name" });
  });

  it("takes names of prototypes for names", async () => {
    const names = ["__proto__", "constructor", "toString"];
    const result = await readAnnex(
      rawWorkbook([{ name: "__proto__", rows: [HEAD, ...names.map((name) => ["1.1.1", name, 10, 0])] }]),
    );
    if (!result.ok) throw new Error("refused");
    expect(result.value.budget.lines?.map(({ agency }) => agency)).toEqual(names);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("with a cell longer than any program makes is refused", async () => {
    const long = "a".repeat(40_000);
    expect(await refusal(rawWorkbook([{ name: "A", rows: [HEAD, [long]] }]))).toMatchObject({
      code: "cell-too-long",
    });
  });

  it("with more rows than an annex has is refused", async () => {
    expect(await refusal(rawWorkbook([{ name: "A", rows: rows(21_000) }]))).toMatchObject({
      code: "sheet-too-large",
    });
  });
});
