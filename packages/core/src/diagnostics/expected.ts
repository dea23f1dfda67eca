import type * as z from "zod";
import type { Bilingual } from "../locale/language.ts";
import { inFrench } from "../locale/schema-phrases.ts";
import { cut } from "./excerpt.ts";

type Issue = z.core.$ZodIssue;

/** Characters of a list of allowed values that a message shows. */
const LIST_LIMIT = 240;

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
  null: "null",
  date: "a date",
  bigint: "a whole number",
  tuple: "a list",
  set: "a list",
  map: "an object",
  undefined: "nothing",
  never: "nothing",
};

/** Forms of texts that zod knows by name. */
const FORMATS: Readonly<Record<string, string>> = {
  datetime: "an instant such as 2020-05-14T09:30:00Z",
  date: "a date: YYYY-MM-DD",
  time: "a time: HH:MM",
  email: "an e-mail address",
  url: "a web address",
};

/** What a schema itself says that it expects; `null` where the words are zod's. */
const ownPhrase = ({ message }: Issue): string | null =>
  /^(Invalid|Too|Unrecognized)\b/.test(message) ? null : message;

const UNITS: Readonly<Record<string, string>> = { string: "characters", array: "items", set: "items" };

const oneOf = (values: readonly unknown[]): string =>
  cut(
    values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" | "),
    LIST_LIMIT,
  );

function limitOf(origin: string, limit: number | bigint, low: boolean, inclusive: boolean): string {
  if (origin === "string" && low && Number(limit) === 1) return "text that is not empty";
  const prefix = low ? (inclusive ? "at least" : "more than") : inclusive ? "at most" : "less than";
  return `${prefix} ${limit.toLocaleString("en")} ${UNITS[origin] ?? ""}`.trim();
}

/** What a schema expected, as a noun phrase in both languages. */
export function expectedBy(issue: Issue): Bilingual {
  const en = englishOf(issue);
  const own = issue.code === "custom" ? issue.params?.fr : undefined;
  return { en, fr: own ?? inFrench(en) };
}

function englishOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? "a value of another kind";
    case "invalid_value":
      return oneOf(issue.values);
    case "too_small":
      return limitOf(issue.origin, issue.minimum, true, issue.inclusive ?? true);
    case "too_big":
      return limitOf(issue.origin, issue.maximum, false, issue.inclusive ?? true);
    case "unrecognized_keys":
      return "no other fields";
    case "invalid_union":
      return unionOf(issue);
    case "not_multiple_of":
      return `a multiple of ${issue.divisor}`;
    case "invalid_key":
      return "another name";
    case "invalid_format":
      return ownPhrase(issue) ?? FORMATS[issue.format] ?? "text of another form";
    default:
      return ownPhrase(issue) ?? "another value";
  }
}

function unionOf(issue: Extract<Issue, { code: "invalid_union" }>): string {
  if ("options" in issue && Array.isArray(issue.options)) return oneOf(issue.options);
  const choices = issue.errors.flatMap(([first]) =>
    first === undefined || first.path.length > 0 ? [] : [englishOf(first)],
  );
  return choices.length === 0 ? "one of the allowed forms" : [...new Set(choices)].join(" or ");
}
