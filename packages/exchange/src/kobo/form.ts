import { type Result, refuse } from "@cadre/core";
import { z } from "zod";
import { mappingProblem } from "../mapping/against.ts";
import { parseBounded } from "../mapping/bounded.ts";

/** What a question's answer is. `choices`: any number of them; `none`: a note or a group, which has no answer. */
export type AnswerKind = "number" | "text" | "date" | "choice" | "choices" | "none";

/** A question of a form. */
export interface Question {
  /** Names of its groups and its own, as submissions have them: `household/head/sex`. */
  path: string;
  kind: AnswerKind;
  /** Path of the innermost repeat group that it stands in; `null` where it is asked once a submission. */
  repeat: string | null;
  /** As the form words it, in its first language. */
  label: string | null;
  /** Names of its choices. */
  choices: string[];
  /** Whether an answer that is none of the choices is admitted (`or_other`). */
  orOther: boolean;
}

/** A form: what is asked, and what is asked once for each of something. */
export interface KoboForm {
  questions: Question[];
  /** Paths of its repeat groups. */
  repeats: string[];
}

const Label = z.union([z.string(), z.array(z.string().nullable())]).nullish();
const Row = z.looseObject({
  type: z.string().nullish(),
  name: z.string().nullish(),
  $autoname: z.string().nullish(),
  select_from_list_name: z.string().nullish(),
  list_name: z.string().nullish(),
  label: Label,
});
const Sheets = z.object({ survey: z.array(Row), choices: z.array(Row).nullish() });
const Asset = z.union([z.object({ content: Sheets }), Sheets]);

const KINDS: Readonly<Record<string, AnswerKind>> = {
  integer: "number",
  decimal: "number",
  range: "number",
  calculate: "text",
  date: "date",
  datetime: "date",
  today: "date",
  start: "date",
  end: "date",
  select_one: "choice",
  select_one_from_file: "text",
  select_multiple: "choices",
  select_multiple_from_file: "text",
  rank: "choices",
  note: "none",
};

type Row = z.infer<typeof Row>;

const nameOf = (row: Row): string => row.name ?? row.$autoname ?? "";
function labelOf(row: Row): string | null {
  if (Array.isArray(row.label)) return row.label.find((text) => text !== null && text !== "") ?? null;
  if (typeof row.label === "string" && row.label !== "") return row.label;
  // A sheet has a column for each language.
  const translated = Object.entries(row).find(
    ([key, value]) => key.startsWith("label::") && typeof value === "string" && value !== "",
  );
  return typeof translated?.[1] === "string" ? translated[1] : null;
}

/** Groups within groups: each question's path names them all. */
const DEEPEST = 50;
const tooDeep = (row: number) =>
  mappingProblem(
    "kobo-form-too-deep",
    `survey/${row}`,
    `Row ${row + 1} of the survey stands in more than ${DEEPEST} groups.`,
    `La ligne ${row + 1} du questionnaire se trouve dans plus de ${DEEPEST} groupes.`,
    DEEPEST + 1,
    `at most ${DEEPEST} groups`,
  );

/**
 * Reads a form: a KoboToolbox asset in JSON (Web API v2), or the rows of an XLSForm's sheets, `{ survey, choices }`, as a spreadsheet
 * library gives them with the first row as keys. Groups and repeat groups give the questions in them their paths.
 */
export function parseKoboForm(input: unknown): Result<KoboForm> {
  const parsed = parseBounded(Asset, input, "kobo-form-invalid");
  if (!parsed.ok) return parsed;
  const { survey, choices } = "content" in parsed.value ? parsed.value.content : parsed.value;
  const lists = new Map<string, string[]>();
  for (const row of choices ?? []) {
    const list = row.list_name ?? "";
    const names = lists.get(list) ?? [];
    lists.set(list, names);
    names.push(nameOf(row));
  }
  const questions: Question[] = [];
  const repeats: string[] = [];
  const open: { name: string; repeat: boolean }[] = [];
  for (const [at, row] of survey.entries()) {
    const words = (row.type ?? "")
      .trim()
      .replace(/^(begin|end)[ _]+/, "$1_")
      .split(/\s+/);
    const [type = "", list = ""] = words;
    if (type === "") continue;
    if (open.length > DEEPEST) return refuse(tooDeep(at));
    const path = [...open.map(({ name }) => name), nameOf(row)].join("/");
    if (type === "begin_group" || type === "begin_repeat") {
      open.push({ name: nameOf(row), repeat: type === "begin_repeat" });
      if (type === "begin_repeat") repeats.push(path);
      continue;
    }
    if (type === "end_group" || type === "end_repeat") {
      const ended = open.pop();
      if (ended !== undefined && ended.repeat === (type === "end_repeat")) continue;
      return refuse(
        mappingProblem(
          "kobo-form-unbalanced",
          `survey/${at}`,
          `Row ${at + 1} of the survey ends a group that was not begun.`,
          `La ligne ${at + 1} du questionnaire termine un groupe qui n’a pas commencé.`,
          type,
          ended === undefined ? "no end" : `end_${ended.repeat ? "repeat" : "group"}`,
        ),
      );
    }
    const innermost = open.findLastIndex(({ repeat }) => repeat);
    questions.push({
      path,
      kind: Object.hasOwn(KINDS, type) ? (KINDS[type] ?? "text") : "text",
      repeat:
        innermost < 0
          ? null
          : open
              .slice(0, innermost + 1)
              .map(({ name }) => name)
              .join("/"),
      label: labelOf(row),
      choices: lists.get(row.select_from_list_name ?? list) ?? [],
      orOther: words.includes("or_other"),
    });
  }
  if (open.length > 0)
    return refuse(
      mappingProblem(
        "kobo-form-unbalanced",
        "survey",
        `The group “${open.at(-1)?.name}” is never ended.`,
        `Le groupe « ${open.at(-1)?.name} » n’est jamais terminé.`,
        open.at(-1)?.name ?? null,
        "end_group | end_repeat",
      ),
    );
  return { ok: true, value: { questions, repeats }, findings: [] };
}
