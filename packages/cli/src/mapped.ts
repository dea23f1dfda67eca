import { type Result, refuse } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import type { ObservationSource } from "@cadre/core/observations";
import { decodeText, fileNotReadable, readFileBytes } from "@cadre/documents";
import { parseTableMapping, TableMapping } from "@cadre/exchange/csv";
import { Dhis2Mapping, dhis2Source, parseDhis2Mapping } from "@cadre/exchange/dhis2";
import { KoboMapping, koboSource, parseKoboForm, parseKoboMapping } from "@cadre/exchange/kobo";
import { parseJson } from "./formats/json.ts";

/** A mapping is written by hand. */
const MOST_BYTES = 2 ** 24;

/** The framework by the axes that a mapping names. */
export type FrameworkBy = (axes: string[]) => Result<MeasurementFramework>;

/** How the rows of a file become observations, as a mapping says. */
export type Mapped =
  | { kind: "table"; mapping: TableMapping }
  | {
      kind: "whole";
      /** The whole file as a source. */
      source: (bytes: Uint8Array) => Result<ObservationSource>;
    };

/** A JSON file. */
export async function jsonAt(path: string, limit = MOST_BYTES): Promise<Result<unknown>> {
  try {
    const bytes = await readFileBytes(path, limit);
    return bytes.ok ? parseJson(bytes.value, limit) : bytes;
  } catch (error) {
    return refuse(fileNotReadable(error));
  }
}

const keys = (records: readonly Readonly<Record<string, unknown>>[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
];

/**
 * Reads a mapping document of any kind: of a table, of a DHIS2 instance, or of a KoboToolbox form (which then has to be at hand, too).
 */
export async function readMapping(
  path: string,
  formPath: string | undefined,
  framework: FrameworkBy,
): Promise<Result<Mapped>> {
  const json = await jsonAt(path);
  if (!json.ok) return json;
  const format = (json.value as { format?: unknown } | null)?.format;
  if (format === "cadre/dhis2-mapping") {
    const parsed = Dhis2Mapping.safeParse(json.value);
    const axes = parsed.success
      ? keys([
          ...Object.values(parsed.data.dataElements).map(({ categories = {} }) => categories),
          ...Object.values(parsed.data.categoryOptionCombos),
        ])
      : [];
    const known = framework(axes);
    if (!known.ok) return known;
    const mapping = parseDhis2Mapping(json.value, known.value);
    if (!mapping.ok) return mapping;
    const source = (bytes: Uint8Array): Result<ObservationSource> => {
      const text = decodeText(bytes, bytes.length);
      if (!text.ok) return text;
      const read = dhis2Source(text.value, { mapping: mapping.value, framework: known.value });
      return { ...text, value: read };
    };
    return { ok: true, value: { kind: "whole", source }, findings: [] };
  }
  if (format === "cadre/kobo-mapping") {
    if (formPath === undefined)
      return refuse({
        code: "form-missing",
        where: { path: "--form" },
        message: {
          en: "A mapping of KoboToolbox needs the form that it speaks of: --form form.json.",
          fr: "Une correspondance de KoboToolbox a besoin du formulaire dont elle parle : --form form.json.",
        },
        found: null,
        expected: "--form form.json",
      });
    const formJson = await jsonAt(formPath);
    const form = formJson.ok ? parseKoboForm(formJson.value) : formJson;
    if (!form.ok) return form;
    const parsed = KoboMapping.safeParse(json.value);
    const axes = parsed.success ? keys(parsed.data.indicators.map(({ categories }) => categories)) : [];
    const known = framework(axes);
    if (!known.ok) return known;
    const mapping = parseKoboMapping(json.value, form.value, known.value);
    if (!mapping.ok) return mapping;
    const source = (bytes: Uint8Array): Result<ObservationSource> => {
      const submissions = parseJson(bytes, bytes.length);
      if (!submissions.ok) return submissions;
      const read = koboSource(submissions.value, { mapping: mapping.value, framework: known.value });
      return { ...submissions, value: read };
    };
    return { ok: true, value: { kind: "whole", source }, findings: [] };
  }
  const parsed = TableMapping.safeParse(json.value);
  const axes = parsed.success
    ? keys([parsed.data.axes, ...parsed.data.figures.map(({ categories }) => categories)])
    : [];
  const known = framework(axes);
  if (!known.ok) return known;
  const mapping = parseTableMapping(json.value, known.value);
  return mapping.ok ? { ok: true, value: { kind: "table", mapping: mapping.value }, findings: [] } : mapping;
}
