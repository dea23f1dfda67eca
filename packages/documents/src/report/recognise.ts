import { type Problem, type Result, refuse } from "@cadre/core";
import type { Block } from "../blocks/index.ts";
import { excerpt, problem } from "../input/problem.ts";
import * as messages from "../locale/messages.ts";
import type { FieldKey, Template } from "../template/grammar.ts";
import { REPORT_TEMPLATES } from "../template/index.ts";
import { bare, normalise } from "../template/normalise.ts";
import { OTHER_PAPERS } from "../template/older.ts";
import { type Segmented, segment } from "./segments.ts";

/** The fields without which a paper is not taken for a progress report. */
const IDENTIFYING: readonly FieldKey[] = ["report-title", "title", "number", "country"];

/** A paper whose template is known, cut along its labels. */
export interface Recognised {
  template: Template;
  /** Version of the template, by the fields that the paper has; `null` where it has not those of any. */
  version: string | null;
  segmented: Segmented;
}

const keysOf = ({ segments, tableLine }: Segmented): Set<FieldKey> => {
  const keys = segments.map(({ key }) => key).filter((key) => key !== "heading");
  return new Set<FieldKey>(tableLine === null ? keys : [...keys, "indicator-table"]);
};

/** The other paper of the fund that most of a stream's labels belong to, with those labels; `null` below two. */
function otherPaper(blocks: readonly Block[]): { name: string; labels: string[] } | null {
  const starts = blocks.slice(0, 2000).map(({ text }) => bare(text));
  const [best] = OTHER_PAPERS.map(({ name, labels }) => ({
    name,
    labels: labels.filter((label) => starts.some((text) => text.startsWith(label))),
  })).sort((a, b) => b.labels.length - a.labels.length);
  return best !== undefined && best.labels.length >= 2 ? best : null;
}

function unrecognised(blocks: readonly Block[], keys: ReadonlySet<FieldKey>): Problem {
  const other = otherPaper(blocks);
  const first = blocks.find(({ text }) => text !== "");
  const where = { path: "file", line: first?.line ?? 1 };
  const expected = REPORT_TEMPLATES.map(({ fields }) => fields[0]?.prompt ?? "").join(" | ");
  const [found, message] =
    other === null
      ? [excerpt(first?.text ?? ""), messages.reportUnrecognised([...keys])]
      : [other.name, messages.otherPaper(other.name, other.labels)];
  return problem("report-unrecognised", where, message, found, expected);
}

/** Recognises the language and the version of a report by its labels, or tells what else it is and which labels it has. */
export function recognise(blocks: readonly Block[]): Result<Recognised> {
  const normalised = blocks.map(({ text }) => normalise(text));
  const [best] = REPORT_TEMPLATES.map((template) => {
    const segmented = segment(blocks, template, normalised);
    return { template, segmented, keys: keysOf(segmented) };
  }).sort((a, b) => b.keys.size - a.keys.size);
  if (best === undefined || IDENTIFYING.filter((key) => best.keys.has(key)).length < 2) {
    return refuse(unrecognised(blocks, best?.keys ?? new Set()));
  }
  const { template, segmented, keys } = best;
  const version =
    template.versions.find(({ fields }) => fields.every((key) => keys.has(key)))?.version ?? null;
  if (segmented.tableLine === null) {
    const lastLine = blocks.at(-1)?.line ?? 1;
    const where = { path: "indicators", line: lastLine };
    const expected = template.fields.find(({ key }) => key === "indicator-table")?.prompt ?? null;
    return refuse(
      problem("table-missing", where, messages.tableMissing(lastLine), "the end of the text", expected),
    );
  }
  return { ok: true, value: { template, version, segmented }, findings: [] };
}
