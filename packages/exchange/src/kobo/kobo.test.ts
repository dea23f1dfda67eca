import { computeResults, type MeasurementFramework, resultRows } from "@cadre/core/aggregate";
import { addObservations, createTable, periodsBetween } from "@cadre/core/observations";
import { describe, expect, it } from "vitest";
import { type KoboForm, parseKoboForm } from "./form.ts";
import { explainKoboMapping, type KoboMapping, parseKoboMapping } from "./mapping.ts";
import { readKobo, withdrawals } from "./read.ts";
import { type SheetRow, submissionsOfSheets } from "./submissions.ts";

// A made-up form: a training session with its participants.
const asset = {
  uid: "made-up",
  content: {
    survey: [
      { type: "today", name: "today" },
      { type: "begin_group", name: "session" },
      { type: "select_one", select_from_list_name: "region", name: "region", label: ["Region", "Région"] },
      { type: "integer", name: "hours", label: ["Hours"] },
      { type: "end_group" },
      { type: "begin_repeat", name: "participants", label: ["Participants"] },
      { type: "select_one sex", name: "sex", label: ["Sex"] },
      { type: "integer", name: "age", label: ["Age"] },
      { type: "select_multiple groups", name: "groups", label: ["Groups"] },
      { type: "select_one yesno or_other", name: "satisfied", label: ["Satisfied?"] },
      { type: "begin repeat", name: "children" },
      { type: "integer", name: "child_age" },
      { type: "end repeat" },
      { type: "end_repeat" },
      { type: "note", name: "thanks", label: ["Thank you"] },
    ],
    choices: [
      ...["mopti", "segou"].map((name) => ({ list_name: "region", name })),
      ...["f", "m"].map((name) => ({ list_name: "sex", name })),
      ...["youth", "displaced", "herder"].map((name) => ({ list_name: "groups", name })),
      ...["yes", "no"].map((name) => ({ list_name: "yesno", name })),
    ],
  },
};
const form = ((): KoboForm => {
  const parsed = parseKoboForm(asset);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
})();

const framework: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [
    { name: "sex", kind: "partition", categories: ["female", "male"] },
    { name: "age", kind: "partition", categories: ["0-17", "18-35", "36+"] },
    { name: "group", kind: "overlapping", categories: ["youth", "displaced"] },
  ],
  periods: periodsBetween("2020-01-01", "2020-12-31", "quarter"),
  indicators: [
    {
      code: "1.1",
      text: "People trained",
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
    },
    {
      code: "1.2",
      measure: "percentage",
      accumulation: "latest",
      combination: { sources: "sum", places: "sum" },
    },
    {
      code: "1.3",
      text: "Hours of training",
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
    },
  ],
};
const document = {
  format: "cadre/kobo-mapping",
  version: 1,
  date: "today",
  place: { question: "session/region", names: { mopti: "Mopti", segou: "Ségou" } },
  source: "PAM",
  indicators: [
    {
      indicator: "1.1",
      each: "participants",
      value: { count: true },
      categories: {
        sex: { question: "participants/sex", categories: { f: "female", m: "male" } },
        age: { question: "participants/age", bands: ["0-17", "18-35", "36+"] },
        group: { question: "participants/groups", categories: { youth: "youth", displaced: "displaced" } },
      },
    },
    {
      indicator: "1.2",
      each: "participants",
      where: [{ question: "participants/groups", is: ["displaced"] }],
      value: { shareOf: [{ question: "participants/satisfied", is: ["yes"] }] },
    },
    { indicator: "1.3", value: { sum: "session/hours" } },
  ],
};
const mapping = ((): KoboMapping => {
  const parsed = parseKoboMapping(document, form, framework);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
})();

const person = (sex: string, age: string, groups: string, satisfied: string) => ({
  "participants/sex": sex,
  "participants/age": age,
  "participants/groups": groups,
  "participants/satisfied": satisfied,
});
const submissions = [
  {
    _id: 1,
    today: "2020-02-10",
    _submission_time: "2020-02-10T18:00:00",
    "session/region": "mopti",
    "session/hours": "0.1",
    participants: [person("f", "19", "youth displaced", "yes"), person("m", "40", "", "no")],
  },
  {
    _id: 2,
    today: "2020-03-05",
    _submission_time: "2020-03-06T08:30:00Z",
    "session/region": "mopti",
    "session/hours": "0.2",
    participants: [person("", "17", "displaced herder", "no"), person("f", "", "displaced", "")],
  },
  { _id: 3, _submission_time: "2020-03-07T08:30:00", "session/region": "segou", "session/hours": "4" },
  { _id: 4, today: "2021-03-07", "session/region": "segou", "session/hours": "4" },
  { _id: 5, today: "2020-03-08", "session/region": "segou", "session/hours": "" },
  {
    _id: 6,
    today: "2020-03-09",
    "session/region": "segou",
    "session/hours": "8",
    _validation_status: { uid: "validation_status_not_approved" },
  },
];
const reading = (input: unknown = submissions) => {
  const result = readKobo(input, { mapping, framework });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { ...result.value, findings: result.findings };
};

describe("a form", () => {
  it("gives its questions with their paths, kinds and repeat groups", () => {
    expect(form.repeats).toEqual(["participants", "participants/children"]);
    expect(form.questions.map(({ path, kind, repeat }) => [path, kind, repeat])).toEqual([
      ["today", "date", null],
      ["session/region", "choice", null],
      ["session/hours", "number", null],
      ["participants/sex", "choice", "participants"],
      ["participants/age", "number", "participants"],
      ["participants/groups", "choices", "participants"],
      ["participants/satisfied", "choice", "participants"],
      ["participants/children/child_age", "number", "participants/children"],
      ["thanks", "none", null],
    ]);
    expect(form.questions[5]?.choices).toEqual(["youth", "displaced", "herder"]);
  });

  it("is the same from an XLSForm's sheets", () => {
    const survey = asset.content.survey.map(({ label, ...row }: Record<string, unknown>) => ({
      ...row,
      type: row.select_from_list_name === undefined ? row.type : `select_one ${row.select_from_list_name}`,
      select_from_list_name: undefined,
      "label::English (en)": Array.isArray(label) ? label[0] : undefined,
    }));
    const parsed = parseKoboForm({ survey, choices: asset.content.choices });
    // Of one language there are fewer headings that an export may have.
    const plain = ({ questions, ...rest }: KoboForm) => ({
      ...rest,
      questions: questions.map(({ headings: _, ...question }) => question),
    });
    expect(parsed.ok && plain(parsed.value)).toEqual(plain(form));
  });

  it.each([
    ["select one sex", "choice"],
    ["select one from sex", "choice"],
    ["select1 sex", "choice"],
    ["add select one prompt using sex", "choice"],
    ["select all that apply from sex or_other", "choices"],
    ["select multiple sex", "choices"],
    ["select_multiple  sex   or_other", "choices"],
    ["select one from file sex.csv", "text"],
    ["int", "number"],
    ["Integer", "number"],
    ["date time", "date"],
    ["note", "none"],
  ])("of the type “%s” asks for %s", (type, kind) => {
    const parsed = parseKoboForm({
      survey: [
        { Command: "begin lgroup", tag: "people", caption: "People" },
        { type, name: "q", label: 3 },
        { type: "end  looped group" },
      ],
      choices: [{ "list name": "sex", value: 1, "label::English": "Female" }],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const [question] = parsed.value.questions;
    expect(question).toMatchObject({ path: "people/q", kind, repeat: "people", label: "3" });
    if (kind.startsWith("choice"))
      expect(question).toMatchObject({
        choices: ["1"],
        choiceNames: { Female: "1" },
        headings: ["people/q", "People/3"],
        orOther: type.includes("or_other"),
      });
  });

  it.each([
    ["kobo-form-invalid", { survey: "none" }],
    ["kobo-form-unbalanced", { survey: [{ type: "end_group" }] }],
    ["kobo-form-unbalanced", { survey: [{ type: "begin_repeat", name: "a" }, { type: "end_group" }] }],
    ["kobo-form-unbalanced", { survey: [{ type: "begin_group", name: "a" }] }],
  ])("is refused where it is none: %s", (code, input) => {
    expect(parseKoboForm(input)).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

describe("submissions", () => {
  it("are counted by the entries of a repeat group, whose groups may overlap", () => {
    const { observations } = reading();
    const trained = observations.filter(({ indicator, value }) => indicator === "1.1" && value !== 0);
    expect(trained.map(({ categories, value }) => [categories, value])).toEqual([
      [{ sex: "female", age: "18-35" }, 1],
      [undefined, 4],
      [{ sex: "female", age: "18-35", group: "youth" }, 1],
      [{ sex: "female", age: "18-35", group: "displaced" }, 1],
      [{ sex: "male", age: "36+" }, 1],
      [{ sex: "male", age: "36+", group: "unknown" }, 1],
      [{ sex: "unknown", age: "0-17" }, 1],
      [{ sex: "unknown", age: "0-17", group: "displaced" }, 1],
      [{ sex: "unknown", age: "0-17", group: "unknown" }, 1],
      [{ sex: "female", age: "unknown" }, 1],
      [{ sex: "female", age: "unknown", group: "displaced" }, 1],
    ]);
    expect(trained[0]).toMatchObject({
      period: "2020-Q1",
      place: "Mopti",
      source: "PAM",
      recordedAt: "2020-02-10T18:00:00Z",
      evidence: "Kobo: 1 (1)",
    });
  });

  it("are zero in a group that nobody ticked, and the groups of every cut follow: 1 young and 3 displaced of 4", () => {
    const { observations } = reading();
    const men = observations.filter(({ categories }) => categories?.sex === "male" && categories.group);
    expect(men.map(({ categories, value, evidence }) => [categories?.group, value, evidence])).toEqual([
      ["unknown", 1, expect.stringContaining("Kobo: 1")],
      ["youth", 0, undefined],
      ["displaced", 0, undefined],
    ]);
    const table = createTable(framework);
    addObservations(table, observations);
    const cut = { indicators: ["1.1"], by: ["group"] };
    expect(
      resultRows(computeResults(framework, table, cut)).map(({ at, value, bounds }) => [
        at.group,
        value,
        bounds,
      ]),
    ).toEqual([
      ["youth", 1, null],
      ["displaced", 3, null],
      ["unknown", 2, null],
    ]);
  });

  it("make values: nobody is counted twice", () => {
    const table = createTable(framework);
    const { observations } = reading();
    expect(addObservations(table, observations).rejected).toEqual([]);
    const results = resultRows(computeResults(framework, table, {}));
    expect(results).toMatchObject([
      { indicator: "1.1", value: 4 },
      { indicator: "1.2", value: 50 },
      { indicator: "1.3", value: 0.3 },
    ]);
  });

  it("give shares as numerator and denominator; no answer is not a no", () => {
    const { observations, findings } = reading();
    expect(observations.filter(({ indicator }) => indicator === "1.2")).toMatchObject([
      { numerator: 1, denominator: 2, place: "Mopti" },
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: "kobo-no-answer",
        found: expect.stringMatching(/^1 /),
        where: { path: "indicators/1.2" },
      }),
    );
  });

  it("hand back a text where a number should be; none that was ticked is an answer, and a missing sheet is said", () => {
    const people = form.questions.filter(({ repeat }) => repeat === "participants").map(({ path }) => path);
    const all = people.filter((path) => path.endsWith("groups"));
    expect(all).toEqual(["participants/groups"]);
    const share = parseKoboMapping(
      {
        ...document,
        indicators: [
          {
            indicator: "1.2",
            each: "participants",
            value: { shareOf: [{ question: all[0], is: ["youth"] }] },
          },
          { indicator: "1.3", value: { sum: "session/hours" } },
        ],
      },
      form,
      framework,
    );
    if (!share.ok) throw new Error(JSON.stringify(share.problems));
    const main = [
      { today: "2020-02-10", "session/hours": "1,5", "session/region": "mopti", _id: 7, _index: 1 },
    ];
    const split = (youth: string, displaced: string) => ({
      ...{ "participants/groups/youth": youth, "participants/groups/displaced": displaced, _parent_index: 1 },
    });
    const read = (sheets: Record<string, SheetRow[]>) => {
      const joined = submissionsOfSheets(sheets, form);
      const result = joined.ok ? readKobo(joined.value, { mapping: share.value, framework }) : joined;
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      return result;
    };
    const whole = read({ main, participants: [split("1", "0"), split("0", "0"), split("", "")] });
    expect(whole.value.observations).toMatchObject([{ indicator: "1.2", numerator: 1, denominator: 2 }]);
    expect(whole.value.unreadable).toMatchObject([{ row: 0, code: "not-a-number", found: "1,5" }]);
    expect(read({ main }).findings).toContainEqual(
      expect.objectContaining({ code: "kobo-unanswered", found: "participants" }),
    );
  });

  it("state what did not count, and of which submissions", () => {
    const { observations, findings } = reading();
    const hours = observations.filter(({ indicator }) => indicator === "1.3");
    expect(hours.map(({ place, value }) => [place, value])).toEqual([["Mopti", 0.3]]);
    const leftOut = findings.filter(({ where }) => where.path === "indicators/1.3");
    expect(leftOut.map(({ code, found }) => [code, found])).toEqual([
      ["kobo-no-date", "1 (3)"],
      ["kobo-no-period", "1 (4)"],
      ["kobo-no-number", "1 (5)"],
      ["kobo-not-approved", "1 (6)"],
    ]);
  });

  it("are the same from the sheets of an export, choices in columns of their own included", () => {
    const main: SheetRow[] = submissions.map(
      ({ participants: _, _validation_status: status, ...row }, index) => ({
        ...row,
        _index: index + 1,
        ...(status !== undefined && { _validation_status: status.uid }),
      }),
    );
    const participants: SheetRow[] = submissions.flatMap((submission, index) =>
      (submission.participants ?? []).map((each) => ({
        "participants/sex": each["participants/sex"],
        "participants/age": each["participants/age"],
        "participants/satisfied": each["participants/satisfied"],
        // What was not answered is empty; 0 is another choice's row.
        ...(each["participants/groups"] !== "" && {
          "participants/groups/youth": Number(each["participants/groups"].includes("youth")),
          "participants/groups/displaced": Number(each["participants/groups"].includes("displaced")),
          "participants/groups/herder": Number(each["participants/groups"].includes("herder")),
        }),
        _parent_table_name: "Training",
        _parent_index: index + 1,
      })),
    );
    const joined = submissionsOfSheets({ Training: main, participants }, form);
    if (!joined.ok) throw new Error(JSON.stringify(joined.problems));
    expect(reading(joined.value).observations).toEqual(reading().observations);
    const lost = submissionsOfSheets({ Training: main, participants: [{ _parent_index: 99 }] }, form);
    expect(lost).toMatchObject({ ok: false, problems: [{ where: { path: "participants/0" }, found: "99" }] });
  });

  it("of nested repeat groups see what is around them", () => {
    const nested = parseKoboMapping(
      {
        ...document,
        indicators: [
          {
            indicator: "1.1",
            each: "participants/children",
            where: [{ question: "participants/sex", is: ["f"] }],
            value: { count: true },
            categories: { age: { question: "participants/children/child_age", bands: ["0-17"] } },
          },
        ],
      },
      form,
      framework,
    );
    if (!nested.ok) throw new Error(JSON.stringify(nested.problems));
    const child = (age: string) => ({ "participants/children/child_age": age });
    const result = readKobo(
      [
        {
          _id: 1,
          today: "2020-02-10",
          "session/region": "kidal",
          participants: [
            { ...person("f", "30", "", "yes"), "participants/children": [child("3"), child("18")] },
            { ...person("m", "30", "", "yes"), "participants/children": [child("4")] },
          ],
        },
      ],
      { mapping: nested.value, framework, exportedAt: "2020-04-01" },
    );
    expect(result.ok && result.value.observations).toMatchObject([
      { categories: { age: "0-17" }, value: 1, place: "kidal", recordedAt: "2020-04-01" },
      { value: 2 },
      { categories: { age: "unknown" }, value: 1 },
    ]);
  });

  it("that were corrected withdraw what they said before", () => {
    const corrected = structuredClone(submissions);
    const [first] = corrected[0]?.participants ?? [];
    Object.assign(first ?? {}, { "participants/sex": "m" });
    const [before, after] = [reading().observations, reading(corrected).observations];
    const table = createTable(framework);
    addObservations(table, before);
    addObservations(
      table,
      [...after, ...withdrawals(before, after, "2020-05-01")].map((each) => ({
        ...each,
        recordedAt: "2020-05-01",
      })),
    );
    const results = resultRows(computeResults(framework, table, { by: ["sex"] }));
    const trained = results.filter(({ indicator }) => indicator === "1.1");
    expect(
      Object.fromEntries(trained.map(({ at, value, bounds }) => [at.sex, value ?? bounds?.low])),
    ).toEqual({
      female: 1,
      male: 2,
      unknown: 1,
    });
  });

  it.each([
    ["nothing", null],
    ["a text", "submissions"],
    ["a list of numbers", [1]],
  ])("are refused where they are none: %s", (_, input) => {
    expect(readKobo(input, { mapping, framework })).toMatchObject({
      ok: false,
      problems: [{ code: "kobo-submissions-invalid" }],
    });
  });

  it("cannot reach what is not theirs", () => {
    const hostile = JSON.parse(
      '[{"__proto__": {"today": "2020-02-01"}, "_id": 7, "participants": [{"__proto__": {"participants/sex": "f"}}]}]',
    );
    const { observations, findings } = reading(hostile);
    expect(observations).toEqual([]);
    const leftOut = findings.filter(({ code }) => code !== "kobo-unanswered");
    expect(leftOut.map(({ code }) => code)).toEqual(["kobo-no-date", "kobo-no-date"]);
  });
});

describe("a Kobo mapping", () => {
  it("is explained in both languages", () => {
    const sentences = explainKoboMapping(mapping, form, framework);
    expect(sentences.map(({ en }) => en)).toEqual([
      "Indicator 1.1 (People trained) counts entries of participants, by sex (“Sex”), age (“Age”), group (“Groups”).",
      "Indicator 1.2 is the share with “Satisfied?” = yes of entries of participants where “Groups” = displaced.",
      "Indicator 1.3 (Hours of training) adds “Hours” over submissions.",
      "A row belongs to the period of today.",
      "It was observed at “Region”.",
      "Submissions that were marked as not approved are left out.",
    ]);
    expect(sentences[1]?.fr).toBe(
      "L’indicateur 1.2 est la part avec « Satisfied? » = yes parmi les entrées de participants où « Groups » = displaced.",
    );
  });

  it.each([
    ["mapping-unknown-indicator", "indicators/0/indicator", { indicator: "9" }],
    ["mapping-unknown-repeat", "indicators/0/each", { each: "people" }],
    [
      "mapping-unknown-question",
      "indicators/0/where/0/question",
      { where: [{ question: "sex", is: ["f"] }] },
    ],
    [
      "mapping-unknown-choice",
      "indicators/0/where/0/is",
      { where: [{ question: "session/region", is: ["gao"] }] },
    ],
    [
      "mapping-question-kind",
      "indicators/0/where/0/question",
      { where: [{ question: "thanks", is: ["x"] }] },
    ],
    ["mapping-question-elsewhere", "indicators/0/value/sum", { value: { sum: "participants/age" } }],
    [
      "mapping-value",
      "indicators/0/value",
      { value: { shareOf: [{ question: "session/region", is: ["mopti"] }] } },
    ],
    [
      "mapping-unknown-category",
      "indicators/0/categories/sex/sex",
      {
        each: "participants",
        categories: { sex: { question: "participants/sex", categories: { f: "woman" } } },
      },
    ],
    [
      "mapping-age-band",
      "indicators/0/categories/size/bands",
      { each: "participants", categories: { size: { question: "participants/age", bands: ["old"] } } },
    ],
  ])("is refused where it does not fit: %s", (code, path, change) => {
    const sized = { ...framework, axes: [...framework.axes, { name: "size", kind: "partition" as const }] };
    const base = { indicator: "1.1", value: { count: true } };
    const result = parseKoboMapping({ ...document, indicators: [{ ...base, ...change }] }, form, sized);
    expect(result.ok ? [] : result.problems.map((each) => [each.code, each.where.path])).toEqual([
      [code, path],
    ]);
  });
});
