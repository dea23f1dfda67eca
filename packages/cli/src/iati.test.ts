import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cadre, FRAMEWORK, withFile } from "./testing/terminal.ts";

describe("IATI on the command line", () => {
  it("is written, valid, inspected, and told what it cannot carry", () =>
    withFile("empty", "", async (path) => {
      const out = join(dirname(path), "mali.xml");
      const { exit, error } = await cadre("convert", FRAMEWORK, "--to", "iati", "--out", out);
      expect(exit).toBe(0);
      expect(error).toContain("iati-cannot-carry");
      expect(readFileSync(out, "utf8")).toContain(
        "<iati-identifier>00119645 - PBF/MLI/A-1</iati-identifier>",
      );
      const checked = await cadre("check", out, "--xsd", "--json");
      expect(JSON.parse(checked.out).filter(({ rule }: { rule: string }) => rule.startsWith("iati"))).toEqual(
        [],
      );
      const inspected = JSON.parse((await cadre("inspect", out, "--json")).out);
      expect(inspected.project.agencies).toContainEqual({ name: "PAM", convening: true, budget: 1_200_000 });
      expect(inspected.indicators).toHaveLength(40);
    }));

  it("is validated where that is asked for: line, and exit 1", () =>
    withFile(
      "wrong.xml",
      '<iati-activities version="2.03">\n<iati-activity><iati-identifier>A</iati-identifier></iati-activity></iati-activities>',
      async (path) => {
        const { exit, out } = await cadre("check", path, "--xsd", "--json", "--lang", "fr");
        expect(exit).toBe(1);
        const [first] = JSON.parse(out);
        expect(first).toMatchObject({ rule: "iati-xsd", severity: "error" });
        expect(first.where).toContain("line 2");
        expect(first.message).toContain("il manque des éléments");
        const plain = await cadre("check", path, "--json");
        expect(JSON.parse(plain.out).some(({ rule }: { rule: string }) => rule === "iati-xsd")).toBe(false);
      },
    ));
});
