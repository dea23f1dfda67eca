import { type Finding, type Problem, type Result, refuse } from "@cadre/core";
import { excerpt } from "../reading.ts";
import type { KoboForm, Question } from "./form.ts";

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

/** That a page is not the whole. */
const incomplete = (there: number, page: Entry): Problem => {
  const count = typeof page.count === "number" ? page.count : null;
  return {
    code: "kobo-page",
    where: { path: "submissions" },
    message: {
      en: `This is a page of ${there} submissions${count === null ? "" : ` of ${count}`}${page.next ? ", and a next page exists" : ""}; what is computed from it would be too little. Read all pages, or read the server itself.`,
      fr: `Ceci est une page de ${there} soumissions${count === null ? "" : ` sur ${count}`}${page.next ? ", et il existe une page suivante" : ""} ; un résultat calculé sur elle serait incomplet. Lisez toutes les pages, ou le serveur lui-même.`,
    },
    found: there,
    expected: count === null ? "the last page" : `${count} submissions`,
  };
};

/** Of submissions that were read twice, since pages moved or answers were edited, the last one. */
function onceEach(list: readonly Entry[]): { list: Entry[]; findings: Finding[] } {
  const last = new Map<unknown, Entry>();
  for (const [index, each] of list.entries()) {
    const id = each._id ?? each._uuid;
    last.set(id === undefined || id === null ? { at: index } : String(id), each);
  }
  const repeated = list.length - last.size;
  if (repeated === 0) return { list: [...list], findings: [] };
  const message = {
    en: `${repeated} submissions are given twice, by their _id; each counts once, as it is given last.`,
    fr: `${repeated} soumissions sont données deux fois, d’après leur _id ; chacune compte une fois, dans son dernier état.`,
  };
  const where = { path: "submissions" };
  const finding: Finding = {
    code: "kobo-repeated",
    severity: "info",
    where,
    message,
    found: repeated,
    expected: null,
  };
  return { list: [...last.values()], findings: [finding] };
}

/**
 * Submissions as the Web API gives them: a list, or a page of it under `results`, which is refused where it is not the whole. The same `_id`
 * counts once.
 */
export function parseKoboSubmissions(input: unknown): Result<Entry[]> {
  const list = isEntry(input) ? input.results : input;
  if (isEntry(input) && Array.isArray(list)) {
    const count = typeof input.count === "number" ? input.count : list.length;
    if ((input.next ?? null) !== null || count > list.length) return refuse(incomplete(list.length, input));
  }
  if (!Array.isArray(list))
    return refuse(
      problem(
        "submissions",
        "This must be a list of submissions.",
        "Ce doit être une liste de soumissions.",
        kindOf(list ?? input),
        "[{ … }] or { results: [{ … }] }",
      ),
    );
  const wrong = list.findIndex((each) => !isEntry(each));
  if (wrong >= 0)
    return refuse(
      problem(
        `submissions/${wrong}`,
        `Submission ${wrong + 1} must be an object of answers.`,
        `La soumission ${wrong + 1} doit être un objet de réponses.`,
        kindOf(list[wrong]),
        "{ question: answer, … }",
      ),
    );
  const once = onceEach(list as Entry[]);
  return { ok: true, value: once.list, findings: once.findings };
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
        question.choices.includes(part) || !Object.hasOwn(question.choiceNames, part)
          ? null
          : (question.choiceNames[part] ?? null);
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
): Result<Entry[]> {
  const names = Object.keys(sheets);
  // A spreadsheet cuts the names of its sheets.
  const repeatOf = (name: string) =>
    form.repeats.find((path) => path === name || path.split("/").at(-1)?.slice(0, 31) === name) ?? null;
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
    .map((name) => ({ name, path: repeatOf(name) }))
    .filter((each): each is { name: string; path: string } => each.path !== null)
    .sort((a, b) => a.path.split("/").length - b.path.split("/").length);
  for (const { name, path } of ordered) {
    const rows = entriesIn(name);
    bySheet.set(name, indexed(rows));
    for (const [position, row] of rows.entries()) {
      const table = String(row._parent_table_name ?? main);
      const index = row._parent_index;
      const parent =
        index === undefined ? byId.get(String(row._submission__id)) : bySheet.get(table)?.get(String(index));
      if (parent === undefined)
        return refuse(
          problem(
            `${name}/${position}`,
            `Row ${position + 1} of the sheet “${name}” belongs to no submission.`,
            `La ligne ${position + 1} de la feuille « ${name} » n’appartient à aucune soumission.`,
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
