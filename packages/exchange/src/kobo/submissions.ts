import { type Problem, type Result, refuse } from "@cadre/core";
import { excerpt } from "../reading.ts";
import type { KoboForm } from "./form.ts";

/** Answers by path, and the entries of repeat groups by theirs. */
export type Entry = Readonly<Record<string, unknown>>;
/** One row of a sheet, by its headings. */
export type SheetRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const problem = (path: string, en: string, fr: string, found: string, expected: string): Problem => ({
  code: "kobo-submissions-invalid",
  where: { path },
  message: { en, fr },
  found,
  expected,
});
const kindOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "a list" : typeof value;

/** Submissions as the Web API gives them: a list, or a page of it under `results`. */
export function parseKoboSubmissions(input: unknown): Result<Entry[]> {
  const list = isEntry(input) ? input.results : input;
  if (!Array.isArray(list))
    return refuse(
      problem(
        "submissions",
        "These are no submissions.",
        "Ce ne sont pas des soumissions.",
        kindOf(list ?? input),
        "[{ … }] or { results: [{ … }] }",
      ),
    );
  const wrong = list.findIndex((each) => !isEntry(each));
  if (wrong >= 0)
    return refuse(
      problem(
        `submissions/${wrong}`,
        `Submission ${wrong + 1} is no record of answers.`,
        `La soumission ${wrong + 1} n’est pas un ensemble de réponses.`,
        kindOf(list[wrong]),
        "{ question: answer, … }",
      ),
    );
  return { ok: true, value: list as Entry[], findings: [] };
}

/**
 * Submissions from the sheets of an export (names of questions, not labels, as headings): the first sheet has a row a submission, the others
 * one a repeat group, whose rows name the submission that they belong to by `_submission__id`, or their parent by `_parent_index`. A
 * choice that has a column of its own (`groups/women`) is put back to its question.
 */
export function submissionsOfSheets(
  sheets: Readonly<Record<string, readonly SheetRow[]>>,
  form: KoboForm,
): Result<Entry[]> {
  const names = Object.keys(sheets);
  const repeatOf = (name: string) =>
    form.repeats.find((path) => path === name || path.split("/").at(-1) === name) ?? null;
  const [main] = names.filter((name) => repeatOf(name) === null);
  if (main === undefined)
    return refuse(
      problem(
        "sheets",
        "No sheet has a row a submission.",
        "Aucune feuille n’a une ligne par soumission.",
        names.join(", "),
        "a sheet of submissions",
      ),
    );
  const chosen = form.questions.filter(({ kind }) => kind === "choices");
  const answersIn = (row: SheetRow): Record<string, unknown> => {
    const entry: Record<string, unknown> = {};
    for (const [heading, value] of Object.entries(row))
      if (value !== null && value !== undefined && value !== "") entry[heading] = value;
    for (const { path, choices } of chosen) {
      if (entry[path] !== undefined) continue;
      const ticked = choices.filter((choice) => /^(1|true)$/i.test(String(row[`${path}/${choice}`] ?? "")));
      const asked = choices.some((choice) => (row[`${path}/${choice}`] ?? "") !== "");
      if (asked) entry[path] = ticked.join(" ");
    }
    return entry;
  };
  const entries = (sheets[main] ?? []).map(answersIn);
  /** The entries of each sheet, by their index there. */
  const bySheet = new Map<string, Map<string, Record<string, unknown>>>();
  const indexed = (rows: readonly Record<string, unknown>[]) =>
    new Map(rows.map((row, at) => [String(row._index ?? at + 1), row]));
  bySheet.set(main, indexed(entries));
  const byId = new Map(entries.map((row) => [String(row._id), row]));
  // Outer repeat groups first, so that the inner ones find them.
  const ordered = names
    .map((name) => ({ name, path: repeatOf(name) }))
    .filter((each): each is { name: string; path: string } => each.path !== null)
    .sort((a, b) => a.path.split("/").length - b.path.split("/").length);
  for (const { name, path } of ordered) {
    const rows = (sheets[name] ?? []).map(answersIn);
    bySheet.set(name, indexed(rows));
    for (const [at, row] of rows.entries()) {
      const table = String(row._parent_table_name ?? main);
      const index = row._parent_index;
      const parent =
        index === undefined ? byId.get(String(row._submission__id)) : bySheet.get(table)?.get(String(index));
      if (parent === undefined)
        return refuse(
          problem(
            `${name}/${at}`,
            `Row ${at + 1} of the sheet “${name}” belongs to no submission.`,
            `La ligne ${at + 1} de la feuille « ${name} » n’appartient à aucune soumission.`,
            excerpt(String(index ?? row._submission__id ?? "nothing")),
            "_parent_index or _submission__id of a submission",
          ),
        );
      const list = parent[path];
      if (Array.isArray(list)) list.push(row);
      else parent[path] = [row];
    }
  }
  return { ok: true, value: entries, findings: [] };
}
