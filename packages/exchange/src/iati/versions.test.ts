import { describe, expect, it } from "vitest";
import { validateIati } from "./xsd.ts";

const period = (values: string) =>
  `<period><period-start iso-date="2015-01-01"/><period-end iso-date="2015-12-31"/>${values}</period>`;
const file = (version: string, { attributes = "", baseline = "", values = "", more = "", own = "" } = {}) =>
  `<iati-activities version="${version}"><iati-activity${attributes}><iati-identifier>A</iati-identifier><reporting-org ref="XX" type="22"><narrative>E</narrative></reporting-org><title><narrative>T</narrative></title><description><narrative>D</narrative></description><participating-org role="4" type="22"><narrative>E</narrative></participating-org><activity-status code="2"/><activity-date type="2" iso-date="2015-01-01"/>${more}<result type="1"><title><narrative>R</narrative></title><indicator measure="1"${own}><title><narrative>I</narrative></title>${baseline}${period(values)}</indicator></result></iati-activity></iati-activities>`;
const violations = async (version: string, content: Parameters<typeof file>[1]) =>
  (await validateIati(new TextEncoder().encode(file(version, content)))).map(({ code, found }) => [
    code,
    found,
  ]);

const DIMENSION = '<actual value="1"><dimension name="sex" value="f"/></actual>';

describe("a file of an earlier version", () => {
  it.each([
    [
      "what every version has",
      { baseline: '<baseline year="2014" value="0"/>', values: '<actual value="1"/>' },
      [0, 0, 0],
    ],
    ["a dimension", { values: DIMENSION }, [1, 0, 0]],
    ["two actuals", { values: '<actual value="1"/><actual value="2"/>' }, [1, 1, 0]],
    ["an actual without a value", { values: "<actual/>" }, [1, 1, 0]],
    [
      "two baselines",
      { baseline: '<baseline year="1" value="0"/><baseline year="2" value="0"/>' },
      [1, 1, 0],
    ],
    ["a tag", { more: '<tag vocabulary="1" code="1"><narrative>x</narrative></tag>' }, [1, 1, 0]],
    ["a humanitarian flag", { attributes: ' humanitarian="1"' }, [1, 0, 0]],
    ["the aggregation of an indicator", { own: ' aggregation-status="1"' }, [1, 1, 0]],
  ] as const)("is held to its own schema: %s", async (_, content, counts) => {
    for (const [index, version] of ["2.01", "2.02", "2.03"].entries()) {
      const found = await violations(version, content);
      expect([version, found.length]).toEqual([version, counts[index]]);
      for (const [rule] of found) expect(rule).toBe("iati-xsd");
    }
  });

  it("names the element and its line", async () => {
    const xml = file("2.01", { values: `\n${DIMENSION}` });
    const [first] = await validateIati(new TextEncoder().encode(xml));
    expect(first).toMatchObject({
      severity: "error",
      found: expect.stringContaining("dimension"),
      expected: "IATI 2.01",
      where: { line: 2 },
    });
    expect(first?.message.fr).toBe(
      "Non valide en version 2.01 : élément « dimension » : cet élément n’est pas attendu. Attendu, l’un de : comment, ##other*.",
    );
  });
});
