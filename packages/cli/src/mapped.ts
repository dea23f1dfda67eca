import { type Finding, type Result, refuse } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/figures";
import { addObservations, type Observation, type ObservationTable } from "@cadre/core/observations";
import { decodeText } from "@cadre/documents";
import type { ObservationReading } from "@cadre/exchange";
import { parseTableMapping, TableMapping } from "@cadre/exchange/csv";
import { Dhis2Mapping, parseDhis2Mapping, readDhis2 } from "@cadre/exchange/dhis2";
import { KoboMapping, parseKoboForm, parseKoboMapping, readKobo } from "@cadre/exchange/kobo";
import { parseJson } from "./formats/json.ts";
import { bytesOf, notOpened } from "./input.ts";

/** A mapping is written by hand. */
const MOST_BYTES = 2 ** 24;

/** The framework by the axes that a mapping names. */
export type FrameworkBy = (axes: string[]) => Result<MeasurementFramework>;

/** How the rows of a file become observations, as a mapping says. */
export type Mapped =
  | { kind: "table"; mapping: TableMapping }
  | {
      kind: "whole";
      /** Reads the whole file. */
      read: (bytes: Uint8Array, table: (axes: string[]) => ObservationTable) => Result<ObservationReading>;
    };

/** A JSON file. */
export async function jsonAt(path: string, most = MOST_BYTES): Promise<Result<unknown>> {
  try {
    const bytes = await bytesOf(path, most);
    return bytes.ok ? parseJson(bytes.value, most) : bytes;
  } catch (error) {
    return refuse(notOpened(error));
  }
}

function loaded(
  { observations }: { observations: Observation[] },
  findings: Finding[],
  axes: string[],
  table: (axes: string[]) => ObservationTable,
): Result<ObservationReading> {
  const made = table(axes);
  const { accepted, rejected } = addObservations(made, observations);
  const rejections = rejected.map((each) => ({ ...each, line: each.row + 1 }));
  return {
    ok: true,
    findings,
    value: { table: made, accepted, rejected: rejections.length, rejections, axes },
  };
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
          ...Object.values(parsed.data.dataElements).map(({ cells = {} }) => cells),
          ...Object.values(parsed.data.categoryOptionCombos),
        ])
      : [];
    const known = framework(axes);
    if (!known.ok) return known;
    const mapping = parseDhis2Mapping(json.value, known.value);
    if (!mapping.ok) return mapping;
    const read = (bytes: Uint8Array, table: (axes: string[]) => ObservationTable) => {
      const text = decodeText(bytes, bytes.length);
      if (!text.ok) return text;
      const set = readDhis2(text.value, {
        mapping: mapping.value,
        framework: known.value,
      });
      return set.ok ? loaded(set.value, set.findings, axes, table) : set;
    };
    return { ok: true, value: { kind: "whole", read }, findings: [] };
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
    const axes = parsed.success ? keys(parsed.data.indicators.map(({ cells }) => cells)) : [];
    const known = framework(axes);
    if (!known.ok) return known;
    const mapping = parseKoboMapping(json.value, form.value, known.value);
    if (!mapping.ok) return mapping;
    const read = (bytes: Uint8Array, table: (axes: string[]) => ObservationTable) => {
      const submissions = parseJson(bytes, bytes.length);
      if (!submissions.ok) return submissions;
      const reading = readKobo(submissions.value, { mapping: mapping.value, framework: known.value });
      return reading.ok ? loaded(reading.value, reading.findings, axes, table) : reading;
    };
    return { ok: true, value: { kind: "whole", read }, findings: [] };
  }
  const parsed = TableMapping.safeParse(json.value);
  const axes = parsed.success
    ? keys([parsed.data.axes, ...parsed.data.figures.map(({ cells }) => cells)])
    : [];
  const known = framework(axes);
  if (!known.ok) return known;
  const mapping = parseTableMapping(json.value, known.value);
  return mapping.ok ? { ok: true, value: { kind: "table", mapping: mapping.value }, findings: [] } : mapping;
}
