import { type FrameworkDocument, indicatorsOf, VALUE_COLUMNS } from "@cadre/core";
import { fold } from "../../blocks/index.ts";

/** A text without white space and blank lines, which the form does not keep. */
const lines = (text: string) =>
  text
    .split("\n")
    .map(fold)
    .filter((line) => line !== "")
    .join("\n");

/** Boxes that nobody ticked are a question that is open. */
const isOpen = (text: string) => text.split("\n").every((line) => /^[☐□]/.test(line));

/** Everything in a document that the report form holds, by path; unknown values are left out. */
export function flatten(document: FrameworkDocument): Map<string, string> {
  const { project, budget, outcomes, report } = document;
  const said = new Map<string, string>();
  const say = (path: string, value: unknown) => {
    if (value === null || value === undefined || value === "") return;
    said.set(path, typeof value === "string" ? value : JSON.stringify(value));
  };
  const { title, country, number, agencies, ...facts } = project;
  for (const [name, text] of Object.entries({ title, country, number }))
    say(`project/${name}`, fold(text ?? ""));
  for (const [name, value] of Object.entries(facts)) say(`project/${name}`, value);
  for (const { name, convening, budget: own } of agencies)
    say(`project/agencies/${fold(name)}`, { convening, own });
  const { total, deliveryRate, covidAdjustment, evaluation, gewe } = budget;
  for (const [name, value] of Object.entries({ total, deliveryRate, covidAdjustment, evaluation }))
    say(`budget/${name}`, value);
  for (const [name, value] of Object.entries(gewe)) say(`budget/gewe/${name}`, value);
  for (const outcome of outcomes) {
    say(`outcomes/${outcome.code}`, fold(outcome.title));
    say(`outcomes/${outcome.code}/rating`, outcome.rating);
    for (const output of outcome.outputs) say(`outputs/${output.code}`, fold(output.title));
  }
  for (const { indicator } of indicatorsOf(document)) {
    const path = `indicators/${indicator.code}`;
    say(`${path}/text`, fold(indicator.text));
    say(`${path}/remark`, fold(indicator.remark ?? ""));
    for (const column of VALUE_COLUMNS) {
      const { value, breakdown } = indicator[column];
      if (value.kind !== "none" || breakdown !== undefined) say(`${path}/${column}`, { value, breakdown });
    }
  }
  if (report === null) return said;
  say("report/type", report.type);
  say("report/year", report.year);
  for (const { topic, outcome, text } of report.narratives)
    say(`narrative/${topic}${outcome === undefined ? "" : `/${outcome}`}`, lines(text));
  for (const [key, text] of Object.entries(report.answers))
    if (!isOpen(text)) say(`answers/${key}`, lines(text));
  for (const [category, ticked] of Object.entries(report.covidCategories))
    say(`covid/categories/${category}`, ticked);
  return said;
}
