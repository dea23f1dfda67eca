import type { Result } from "@cadre/core";
import * as z from "zod";
import { isRecord, own } from "../common.ts";
import { parseBounded } from "../mapping/bounded.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { refusal } from "../reading.ts";

/** What a question's answer is. `choices`: any number of them; `none`: a note or a group, which has no answer. */
export type AnswerKind = "number" | "text" | "date" | "choice" | "choices" | "none";

/** A question of a form. */
export interface Question {
  /** Names of its groups and its own, as submissions have them: `household/head/sex`. */
  path: string;
  /** What an answer to it is. */
  kind: AnswerKind;
  /** Path of the innermost repeat group that it is in; `null` where it is asked once a submission. */
  repeat: string | null;
  /** As the form words it, in its first language. */
  label: string | null;
  /** Names of its choices. */
  choices: string[];
  /** The headings that an export may give it: its path, and its labels with those of its groups, in every language. */
  headings: string[];
  /** Names of its choices by their labels, in every language. */
  choiceNames: Record<string, string>;
  /** Whether an answer that is none of the choices is admitted (`or_other`). */
  orOther: boolean;
}

/** A form: what is asked, and what is asked once for each of something. */
export interface KoboForm {
  /** In the order of the form, notes and groups included. */
  questions: Question[];
  /** Paths of its repeat groups. */
  repeats: string[];
}

const Label = z.union([z.string(), z.number(), z.array(z.string().nullable())]).nullish();
/** Other names of columns (XLSForm reference; pyxform reads them). */
const COLUMNS: Readonly<Record<string, string>> = {
  ...{ command: "type", tag: "name", value: "name", caption: "label" },
  ...{ "list name": "list_name", "select from list name": "select_from_list_name" },
};
const columnsOf = (input: unknown): unknown => {
  if (!isRecord(input)) return input;
  const row: [string, unknown][] = [];
  for (const [heading, cell] of Object.entries(input)) {
    const [name = "", ...language] = heading.trim().split(/(?=::?)/);
    const key = name.trim().toLowerCase();
    row.push([[own(COLUMNS, key) ?? key, ...language].join(""), cell]);
  }
  // A column's own name comes before another one for it.
  const ownNames = ["name", "type", "label", "list_name"].filter((name) => name in input);
  return Object.fromEntries([...row, ...ownNames.map((name) => [name, input[name]])]);
};
/** A cell of a sheet may be a number where a name is meant. */
const Text = z.preprocess((cell) => (typeof cell === "number" ? String(cell) : cell), z.string().nullish());
const Row = z.preprocess(
  columnsOf,
  z.looseObject({
    type: z.string().nullish(),
    name: Text,
    $autoname: z.string().nullish(),
    select_from_list_name: z.string().nullish(),
    list_name: Text,
    label: Label,
  }),
);
const Sheets = z.object({ survey: z.array(Row), choices: z.array(Row).nullish() });
const Asset = z.union([z.object({ content: Sheets }), Sheets]);

const KINDS: Readonly<Record<string, AnswerKind>> = {
  ...{ integer: "number", int: "number", decimal: "number", range: "number", calculate: "text" },
  ...{ date: "date", datetime: "date", today: "date", start: "date", end: "date", note: "none" },
  ...{ select_one: "choice", select_multiple: "choices", rank: "choices" },
  ...{ select_one_from_file: "text", select_multiple_from_file: "text" },
};

type Row = z.infer<typeof Row>;

/** Other terms for types, as pyxform reads them. */
const TYPES: readonly [written: RegExp, type: string][] = [
  [/^(begin|end)[ _]+(lgroup|looped group|repeat)$/, "$1_repeat"],
  [/^(begin|end)[ _]+(group|loop)$/, "$1_group"],
  [/^select one from file\b/, "select_one_from_file"],
  [/^select multiple from file\b/, "select_multiple_from_file"],
  [/^(?:add select one prompt using|select one from|select1|select one)\b/, "select_one"],
  [
    /^(?:add select multiple prompt using|select all that apply from|select all that apply|select multiple)\b/,
    "select_multiple",
  ],
  [/^(?:date time)\b/, "datetime"],
];

/** The type of a row and what follows it: the name of a list of choices, `or_other`. */
function typeOf(written: string): string[] {
  const text = written.trim().replace(/\s+/g, " ");
  for (const [pattern, type] of TYPES)
    if (pattern.test(text.toLowerCase()))
      return (type + text.slice(pattern.exec(text.toLowerCase())?.[0].length ?? 0))
        .replace("$1", /^begin/i.test(text) ? "begin" : "end")
        .split(" ");
  const [type = "", ...rest] = text.split(" ");
  return [type.toLowerCase(), ...rest];
}

const nameOf = (row: Row): string => row.name ?? row.$autoname ?? "";
/** Labels in the order of the languages: those of an asset, or of a sheet's columns. */
function labelsOf(row: Row): string[] {
  const { label } = row;
  if (Array.isArray(label)) return label.map((text) => text ?? "");
  const translated = Object.entries(row).filter(([key]) => /^label::?./.test(key));
  return [
    ...(label === null || label === undefined ? [] : [String(label)]),
    ...translated.map(([, value]) => (typeof value === "string" ? value : "")),
  ];
}

/** Groups within groups: each question's path names them all. */
const MAX_DEPTH = 50;
const tooDeep = (row: number) => {
  const what = message(en.formTooDeep, fr.formTooDeep, row + 1, MAX_DEPTH);
  return refusal("kobo-form-too-deep", `survey/${row}`, what, MAX_DEPTH + 1, `at most ${MAX_DEPTH} groups`);
};

/**
 * Reads a form: a KoboToolbox asset in JSON (Web API v2), or the rows of an XLSForm's sheets, `{ survey, choices }`, as a spreadsheet
 * library gives them with the first row as keys. Groups and repeat groups give the questions in them their paths.
 */
export function parseKoboForm(input: unknown): Result<KoboForm> {
  const parsed = parseBounded(Asset, input, "kobo-form-invalid");
  if (!parsed.ok) return parsed;
  const { survey, choices } = "content" in parsed.value ? parsed.value.content : parsed.value;
  type Choices = { names: string[]; byLabel: Record<string, string> };
  const lists = new Map<string, Choices>();
  for (const row of choices ?? []) {
    const key = row.list_name ?? "";
    const list: Choices = lists.get(key) ?? { names: [], byLabel: Object.create(null) };
    lists.set(key, list);
    list.names.push(nameOf(row));
    for (const label of labelsOf(row)) if (label !== "") list.byLabel[label] ??= nameOf(row);
  }
  const questions: Question[] = [];
  const repeats: string[] = [];
  const open: { path: string; name: string; labels: string[]; repeat: boolean }[] = [];
  for (const [index, row] of survey.entries()) {
    const [type = "", list = "", ...rest] = typeOf(row.type ?? "");
    if (type === "") continue;
    if (open.length > MAX_DEPTH) return tooDeep(index);
    const name = nameOf(row);
    const path = [...open.map((group) => group.name), name].join("/");
    const [, end, kind] = /^(begin|end)_(group|repeat)$/.exec(type) ?? [];
    if (end === "begin") {
      open.push({ path, name, labels: labelsOf(row), repeat: kind === "repeat" });
      if (kind === "repeat") repeats.push(path);
    } else if (end === "end") {
      const ended = open.pop();
      if (ended?.repeat === (kind === "repeat")) continue;
      const expected = ended === undefined ? "no end" : `end_${ended.repeat ? "repeat" : "group"}`;
      const what = message(en.groupNotBegun, fr.groupNotBegun, index + 1);
      return refusal("kobo-form-unbalanced", `survey/${index}`, what, type, expected);
    } else {
      const chosen = lists.get(row.select_from_list_name ?? list);
      const labels = labelsOf(row);
      const around = (language: number) =>
        open.map(({ name, labels }) => labels[language] || labels[0] || name);
      questions.push({
        path,
        kind: own(KINDS, type) ?? "text",
        repeat: open.findLast((group) => group.repeat)?.path ?? null,
        label: labels.find((text) => text !== "") ?? null,
        choices: chosen?.names ?? [],
        choiceNames: chosen?.byLabel ?? {},
        headings: [
          path,
          ...labels.flatMap((label, language) =>
            label === "" ? [] : [[...around(language), label].join("/")],
          ),
        ],
        orOther: [list, ...rest].includes("or_other"),
      });
    }
  }
  const last = open.at(-1);
  if (last !== undefined) {
    const what = message(en.groupNotEnded, fr.groupNotEnded, last.name);
    return refusal("kobo-form-unbalanced", "survey", what, last.name, "end_group | end_repeat");
  }
  return { ok: true, value: { questions, repeats }, findings: [] };
}
