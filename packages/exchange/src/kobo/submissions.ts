import type { Bilingual, Finding, Result } from "@cadre/core";
import { isRecord, own } from "../common.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { excerpt, finding, refusal } from "../reading.ts";
import type { KoboForm, Question } from "./form.ts";

/** Answers by path, and the entries of repeat groups by theirs. */
export type KoboEntry = Readonly<Record<string, unknown>>;
/** One row of a sheet, by its headings. */
export type SheetRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

const invalid = (...about: [path: string, what: Bilingual, found: string, expected: string]) =>
  refusal("kobo-submissions-invalid", ...about);
const kindOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "a list" : typeof value;

/** That a page is not the whole. */
function incomplete(there: number, { count, next }: KoboEntry) {
  const known = typeof count === "number" ? count : null;
  const of = known === null ? "" : message(en.koboPageOf, fr.koboPageOf, known);
  const more = next ? message(en.koboNextPage, fr.koboNextPage) : "";
  const what = message(en.koboPage, fr.koboPage, there, of, more);
  const expected = known === null ? "the last page" : `${known} submissions`;
  return refusal("kobo-page", "submissions", what, there, expected);
}

/** Of submissions that were read twice, since pages moved or answers were edited, the last one. */
function onceEach(list: readonly KoboEntry[]): { list: KoboEntry[]; findings: Finding[] } {
  const last = new Map<unknown, KoboEntry>();
  for (const [index, each] of list.entries()) {
    const id = each._id ?? each._uuid;
    last.set(id === undefined || id === null ? { at: index } : String(id), each);
  }
  const repeated = list.length - last.size;
  if (repeated === 0) return { list: [...list], findings: [] };
  const what = message(en.koboRepeated, fr.koboRepeated, repeated);
  const found = finding("info", "kobo-repeated", "submissions", what, repeated, null);
  return { list: [...last.values()], findings: [found] };
}

/**
 * Submissions as the Web API gives them: a list, or a page of it under `results`, which is refused where it is not the whole. The same `_id`
 * counts once.
 */
export function parseKoboSubmissions(input: unknown): Result<KoboEntry[]> {
  const list = isRecord(input) ? input.results : input;
  if (!Array.isArray(list)) {
    const what = message(en.notSubmissions, fr.notSubmissions);
    return invalid("submissions", what, kindOf(list ?? input), "[{ … }] or { results: [{ … }] }");
  }
  if (isRecord(input)) {
    const count = typeof input.count === "number" ? input.count : list.length;
    if ((input.next ?? null) !== null || count > list.length) return incomplete(list.length, input);
  }
  const wrong = list.findIndex((each) => !isRecord(each));
  if (wrong >= 0) {
    const what = message(en.notASubmission, fr.notASubmission, wrong + 1);
    return invalid(`submissions/${wrong}`, what, kindOf(list[wrong]), "{ question: answer, … }");
  }
  const { list: value, findings } = onceEach(list as KoboEntry[]);
  return { ok: true, value, findings };
}

/** How the headings of a sheet lead to its questions, and labels to the names of choices. */
function headingsOf(questions: readonly Question[]) {
  const paths = new Map<string, string | null>();
  const short = new Map<string, string | null>();
  for (const { path, headings } of questions)
    for (const heading of headings) {
      // Of two questions of one label nobody can know which is meant.
      const same = paths.get(heading);
      paths.set(heading, same === undefined || same === path ? path : null);
      // An export may leave out the groups; two questions of one name are then not distinguished.
      const last = heading.slice(heading.lastIndexOf("/") + 1);
      const known = short.get(last);
      short.set(last, known === undefined || known === path ? path : null);
    }
  const byPath = new Map(questions.map((question) => [question.path, question]));
  return {
    pathOf: (heading: string): string => paths.get(heading) ?? short.get(heading) ?? heading,
    answerOf: (path: string, value: string | number | boolean): unknown => {
      const question = byPath.get(path);
      if (question === undefined || question.choices.length === 0) return value;
      const text = String(value).trim();
      const name = (part: string) =>
        question.choices.includes(part) ? null : (own(question.choiceNames, part) ?? null);
      if (question.kind !== "choices") return name(text) ?? value;
      if (text.split(/\s+/).every((part) => question.choices.includes(part))) return text;
      // Labels may hold spaces: the longest that fits is taken first.
      const tokens = text.split(/\s+/);
      const found: string[] = [];
      for (let from = 0; from < tokens.length; ) {
        let to = tokens.length;
        while (to > from + 1 && name(tokens.slice(from, to).join(" ")) === null) to -= 1;
        const part = tokens.slice(from, to).join(" ");
        found.push(name(part) ?? part);
        from = to;
      }
      return found.join(" ");
    },
  };
}

/** How a row of a sheet answers the questions that are asked there. */
function answersOf(questions: readonly Question[]): (row: SheetRow) => Record<string, unknown> {
  const { pathOf, answerOf } = headingsOf(questions);
  const chosen = questions.filter(({ kind }) => kind === "choices");
  return (row) => {
    const entry: Record<string, unknown> = {};
    for (const [heading, value] of Object.entries(row)) {
      const path = pathOf(heading);
      if (value !== null && value !== undefined && value !== "") entry[path] = answerOf(path, value);
    }
    for (const { path, headings, choices, choiceNames } of chosen) {
      const answers = choices.map((choice) => {
        const names = [choice, ...Object.keys(choiceNames).filter((label) => choiceNames[label] === choice)];
        const keys = headings.flatMap((heading) => names.map((name) => `${heading}/${name}`));
        return [choice, keys.map((key) => row[key]).find((answer) => (answer ?? "") !== "")] as const;
      });
      if (answers.every(([, answer]) => answer === undefined)) continue;
      const ticked = answers.filter(([, answer]) => /^(1|true)$/i.test(String(answer)));
      // That none of them was ticked is an answer, too.
      if (ticked.length > 0) entry[path] = ticked.map(([choice]) => choice).join(" ");
      else entry[path] ??= [];
    }
    return entry;
  };
}

/**
 * Submissions from the sheets of an export, with names or labels as headings and answers: the first sheet has a row a submission, the others
 * one a repeat group, whose rows name the submission that they belong to by `_submission__id`, or their parent by `_parent_index`. A
 * choice that has a column of its own (`groups/women`) is put back to its question.
 */
export function submissionsOfSheets(
  sheets: Readonly<Record<string, readonly SheetRow[]>>,
  form: KoboForm,
): Result<KoboEntry[]> {
  const names = Object.keys(sheets);
  // A spreadsheet cuts the names of its sheets.
  const repeatOf = (name: string) =>
    form.repeats.find((path) => path === name || path.split("/").at(-1)?.slice(0, 31) === name) ?? null;
  const [main] = names.filter((name) => repeatOf(name) === null);
  if (main === undefined) {
    const what = message(en.noSheetOfSubmissions, fr.noSheetOfSubmissions);
    return invalid("sheets", what, names.join(", "), "a sheet of submissions");
  }
  const entriesIn = (name: string): Record<string, unknown>[] => {
    const questions = form.questions.filter(({ repeat }) => repeat === repeatOf(name));
    return (sheets[name] ?? []).map(answersOf(questions));
  };
  const entries = entriesIn(main);
  /** The entries of each sheet, by their index there. */
  const bySheet = new Map<string, Map<string, Record<string, unknown>>>();
  const indexed = (rows: readonly Record<string, unknown>[]) =>
    new Map(rows.map((row, index) => [String(row._index ?? index + 1), row]));
  bySheet.set(main, indexed(entries));
  const byId = new Map(entries.map((row) => [String(row._id), row]));
  // Outer repeat groups first, so that the inner ones find them.
  const ordered = names
    .flatMap((name) => {
      const path = repeatOf(name);
      return path === null ? [] : [{ name, path }];
    })
    .sort((a, b) => a.path.split("/").length - b.path.split("/").length);
  for (const { name, path } of ordered) {
    const rows = entriesIn(name);
    bySheet.set(name, indexed(rows));
    for (const [position, row] of rows.entries()) {
      const table = String(row._parent_table_name ?? main);
      const index = row._parent_index;
      const parent =
        index === undefined ? byId.get(String(row._submission__id)) : bySheet.get(table)?.get(String(index));
      if (parent === undefined) {
        const what = message(en.rowOfNoSubmission, fr.rowOfNoSubmission, position + 1, name);
        const found = excerpt(String(index ?? row._submission__id ?? "nothing"));
        return invalid(
          `${name}/${position}`,
          what,
          found,
          "_parent_index or _submission__id of a submission",
        );
      }
      const list = parent[path];
      if (Array.isArray(list)) list.push(row);
      else parent[path] = [row];
    }
  }
  return { ok: true, value: entries, findings: [] };
}
