import { sampleDocument } from "@cadre/testkit";
import { describe, expect, it } from "vitest";
import { readReportDocx } from "../../report-docx.ts";
import { ENGLISH_REPORT, FRENCH_REPORT } from "../../template/index.ts";
import { choicesOf } from "./choices.ts";
import { writeReport } from "./write-report.ts";

const field = (key: "windows" | "trust-fund", { fields } = ENGLISH_REPORT) => {
  const found = fields.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no field ${key}`);
  return found;
};

describe("an answer given by ticking boxes", () => {
  it("keeps which were ticked, and the text beside them", () => {
    const answer = "☒ Country Trust Fund\n☐ Regional Trust Fund\nName of Recipient Fund: Peace Fund";
    expect(choicesOf(field("trust-fund"), answer)).toEqual({
      choices: [
        { text: "Country Trust Fund", box: true },
        { text: "Regional Trust Fund", box: false },
        { text: "Name of Recipient Fund: Peace Fund", box: null },
      ],
      unknown: false,
    });
  });

  it("says where nobody knows which were ticked, in a form of the other language, too", () => {
    const { choices, unknown } = choicesOf(field("windows"), "Initiative de promotion du genre");
    expect(choices).toEqual([{ text: "Initiative de promotion du genre", box: false }]);
    expect(unknown).toBe(true);
  });

  it.each([FRENCH_REPORT, ENGLISH_REPORT])("stays open where there is none ($language)", (template) => {
    const { choices, unknown } = choicesOf(field("windows", template), "");
    expect(choices).toHaveLength(4);
    expect(choices.every(({ box }) => box === false)).toBe(true);
    expect(unknown).toBe(false);
  });

  it.each(["fr", "en"] as const)("reads back from the document (%s)", async (language) => {
    const document = sampleDocument();
    const answers = {
      windows: "☐ Youth promotion initiative\n☒ Projet transfrontalier ou régional",
      "trust-fund": "☒ Country Trust Fund\nName: =Fund",
    };
    document.report = {
      type: "annual",
      year: 2020,
      language,
      asOf: null,
      narratives: [],
      covidCategories: {},
      answers,
      claims: [],
      lines: {},
    };
    const { bytes, findings } = await writeReport(document, { language });
    expect(findings.map(({ code }) => code)).not.toContain("boxes-unknown");
    const read = await readReportDocx(bytes);
    expect(read.ok && read.value.report?.answers).toMatchObject(answers);
  });
});
