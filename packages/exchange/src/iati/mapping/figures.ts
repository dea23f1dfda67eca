import type { Breakdown, ReportedValue, Value } from "@cadre/core";
import type { Data } from "../spec.ts";
import type { periodValue } from "../vocabulary-result.ts";
import type { Losses } from "./losses.ts";

/** A target or an actual, or the part of a baseline that is one. */
export type PeriodValue = Data<typeof periodValue>;

/** Names of the dimension that a part of a figure stands in: parts of a partition, or groups that may overlap. */
const PART = "part";
const GROUP = "group";
/** What stands for a value that is to be determined. */
export const TBD = { en: "To be determined", fr: "À déterminer" };

export const narratives = (text: string) => ({ narrative: [{ text }] });
/** The first text of an element with narratives. */
export const textOf = (holder: { narrative?: { text: string }[] } | undefined): string =>
  holder?.narrative?.[0]?.text ?? "";

/** The standard has no word for what is not known yet: a value that is to be determined is none, with a comment that says so. */
function valueData(value: Value): PeriodValue | null {
  if (value.kind === "none") return null;
  if (value.kind === "number") return value.value === null ? null : { value: String(value.value) };
  if (value.kind === "text") return { comment: narratives(value.text) };
  return { comment: narratives(value.note === undefined ? TBD.en : `${TBD.en}: ${value.note}`) };
}

/** A figure and its parts, as elements of a period. Nothing reported is no element. */
export function figureData(
  figure: ReportedValue,
  path: string,
  percent: boolean,
  { lose }: Losses,
): PeriodValue[] {
  const { value, breakdown } = figure;
  const whole = valueData(value);
  if (value.kind === "number" && value.unit !== undefined && !(percent && value.unit === "%"))
    lose(
      path,
      `IATI has no place for the unit “${value.unit}”.`,
      `l’IITA n’a pas de place pour l’unité « ${value.unit} ».`,
      value.unit,
    );
  if ((breakdown?.rates?.length ?? 0) > 0)
    lose(
      path,
      "IATI has no place for figures per something.",
      "l’IITA n’a pas de place pour des chiffres par unité.",
    );
  const name = breakdown?.partition === true ? PART : GROUP;
  return [
    ...(whole === null ? [] : [whole]),
    ...(breakdown?.parts ?? []).map(
      (part): PeriodValue => ({ value: String(part.value), dimension: [{ name, value: part.label }] }),
    ),
  ];
}

const NUMBER = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?\s*$/i;

/** What a target or an actual says: a number, something to be determined, words, or nothing. */
export function valueIn(data: PeriodValue, percent: boolean): Value {
  const { value } = data;
  if (value !== undefined && NUMBER.test(value))
    return percent
      ? { kind: "number", value: Number(value), unit: "%" }
      : { kind: "number", value: Number(value) };
  if (value !== undefined && value.trim() !== "") return { kind: "text", text: value };
  const comment = textOf(data.comment);
  const [, note] = new RegExp(`^(?:${TBD.en}|${TBD.fr})(?: ?: (.+))?$`, "s").exec(comment) ?? [];
  if (comment.startsWith(TBD.en) || comment.startsWith(TBD.fr))
    return note === undefined ? { kind: "tbd" } : { kind: "tbd", note };
  return comment === "" ? { kind: "none" } : { kind: "text", text: comment };
}

const labelOf = ({ dimension = [] }: PeriodValue): string =>
  dimension
    .map(({ name = "", value = "" }) => (name === PART || name === GROUP ? value : `${name} = ${value}`))
    .join(", ");

/**
 * A period's elements as one figure: the one without dimensions is the total, the others are its parts. Dimensions of other publishers are taken
 * for groups that may overlap, since nothing says that they do not. Without a total there is none: parts are not added up.
 */
export function figureOf(
  all: readonly PeriodValue[],
  percent: boolean,
  path: string,
  { lose }: Losses,
): ReportedValue {
  const totals = all.filter(({ dimension = [] }) => dimension.length === 0);
  const parts = all.filter(({ dimension = [] }) => dimension.length > 0);
  if (totals.length > 1)
    lose(
      path,
      "more than one total; the first is taken.",
      "plus d’un total ; le premier est retenu.",
      totals.length,
    );
  const [total] = totals;
  const value: Value = total === undefined ? { kind: "none" } : valueIn(total, percent);
  const labelled: Breakdown["parts"] = [];
  for (const part of parts) {
    const figure = valueIn(part, false);
    if (figure.kind === "number" && figure.value !== null)
      labelled.push({ label: labelOf(part), value: figure.value });
    else
      lose(
        path,
        `the part “${labelOf(part)}” is no number.`,
        `la partie « ${labelOf(part)} » n’est pas un nombre.`,
      );
  }
  const partition = parts.every(({ dimension = [] }) => dimension.every(({ name }) => name === PART));
  return labelled.length === 0 ? { value } : { value, breakdown: { partition, parts: labelled } };
}
