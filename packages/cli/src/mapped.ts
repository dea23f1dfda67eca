import { extname } from "node:path";
import { type Result, refuse } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import type { ObservationSource } from "@cadre/core/observations";
import { MAX_WORKBOOK_BYTES } from "@cadre/documents";
import { decodeText, fileNotReadable, readFileBytes } from "@cadre/documents/internal";
import { currentMapping } from "@cadre/exchange";
import { parseTableMapping, readTable, TableMapping } from "@cadre/exchange/csv";
import { Dhis2Mapping, dhis2Source, parseDhis2Mapping } from "@cadre/exchange/dhis2";
import {
  KoboMapping,
  koboSource,
  parseKoboForm,
  parseKoboMapping,
  submissionsOfSheets,
} from "@cadre/exchange/kobo";
import type { PagedOptions } from "@cadre/exchange/live";
import { parseJson } from "./formats/json.ts";
import { readSheets } from "./formats/sheets.ts";
import { both } from "./messages.ts";

/** A mapping is written by hand. */
const MAX_BYTES = 2 ** 24;

/** The framework by the axes that a mapping names. */
export type FrameworkBy = (axes: string[]) => Result<MeasurementFramework>;

/** How the rows of a file become observations, as a mapping says. */
export type Mapped =
  | { kind: "table"; mapping: TableMapping }
  | {
      kind: "whole";
      /** The whole file as a source. */
      source: (bytes: Uint8Array) => Promise<Result<ObservationSource>>;
      /** The server at an address as a source. */
      live: (url: string, options: PagedOptions) => Promise<ObservationSource>;
    };

/** A file that may be read, or why not. */
export async function fileAt<T>(
  path: string,
  limit: number,
  read: (bytes: Uint8Array) => Promise<Result<T>> | Result<T>,
): Promise<Result<T>> {
  try {
    const bytes = await readFileBytes(path, limit);
    return bytes.ok ? await read(bytes.value) : bytes;
  } catch (error) {
    return refuse(fileNotReadable(error));
  }
}

/** A JSON file. */
export const jsonAt = (path: string, limit = MAX_BYTES): Promise<Result<unknown>> =>
  fileAt(path, limit, (bytes) => parseJson(bytes, limit));

const keys = (records: readonly Readonly<Record<string, unknown>>[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
];

type Whole = Omit<Extract<Mapped, { kind: "whole" }>, "kind">;
const whole = (how: Whole): Result<Mapped> => ({ ok: true, value: { kind: "whole", ...how }, findings: [] });

function dhis2Mapped(input: unknown, framework: FrameworkBy): Result<Mapped> {
  const parsed = Dhis2Mapping.safeParse(input);
  const axes = parsed.success
    ? keys([
        ...Object.values(parsed.data.dataElements).map(({ categories = {} }) => categories),
        ...Object.values(parsed.data.categoryOptionCombos),
      ])
    : [];
  const known = framework(axes);
  if (!known.ok) return known;
  const mapping = parseDhis2Mapping(input, known.value);
  if (!mapping.ok) return mapping;
  const options = { mapping: mapping.value, framework: known.value };
  return whole({
    live: async (url, http) => (await import("@cadre/exchange/live")).dhis2Live(url, { ...options, ...http }),
    source: async (bytes) => {
      const text = decodeText(bytes, bytes.length);
      return text.ok ? { ...text, value: dhis2Source(text.value, options) } : text;
    },
  });
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A form as the Web API gives it, or as the workbook that it is written in. */
async function formAt(path: string) {
  const input =
    extname(path).toLowerCase() === ".xlsx"
      ? await fileAt<unknown>(path, MAX_WORKBOOK_BYTES, readSheets)
      : await jsonAt(path);
  return input.ok ? parseKoboForm(input.value) : input;
}

async function koboMapped(
  input: unknown,
  formPath: string | undefined,
  framework: FrameworkBy,
): Promise<Result<Mapped>> {
  if (formPath === undefined)
    return refuse({
      code: "form-missing",
      where: { path: "--form" },
      message: both(({ problems }) => problems.formMissing),
      found: null,
      expected: "--form form.json",
    });
  const form = await formAt(formPath);
  if (!form.ok) return form;
  const parsed = KoboMapping.safeParse(input);
  const axes = parsed.success ? keys(parsed.data.indicators.map(({ categories }) => categories)) : [];
  const known = framework(axes);
  if (!known.ok) return known;
  const mapping = parseKoboMapping(input, form.value, known.value);
  if (!mapping.ok) return mapping;
  const options = { mapping: mapping.value, framework: known.value };
  const live: Whole["live"] = async (url, http) =>
    (await import("@cadre/exchange/live")).koboLive(url, { ...options, ...http });
  const source: Whole["source"] = async (bytes) => {
    // JSON of the Web API; an export is a workbook, or a table of comma-separated values.
    const first = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart()[0];
    if (first === "{" || first === "[") {
      const submissions = parseJson(bytes, bytes.length);
      return submissions.ok ? { ...submissions, value: koboSource(submissions.value, options) } : submissions;
    }
    const sheets = isZip(bytes) ? await readSheets(bytes) : await readTable(bytes);
    if (!sheets.ok) return sheets;
    const tables = Array.isArray(sheets.value) ? { submissions: sheets.value } : sheets.value;
    const submissions = submissionsOfSheets(tables, form.value);
    return submissions.ok ? { ...submissions, value: koboSource(submissions.value, options) } : submissions;
  };
  return whole({ live, source });
}

function tableMapped(input: unknown, framework: FrameworkBy): Result<Mapped> {
  const parsed = TableMapping.safeParse(input);
  const axes = parsed.success
    ? keys([parsed.data.axes, ...parsed.data.values.map(({ categories }) => categories)])
    : [];
  const known = framework(axes);
  if (!known.ok) return known;
  const mapping = parseTableMapping(input, known.value);
  return mapping.ok ? { ok: true, value: { kind: "table", mapping: mapping.value }, findings: [] } : mapping;
}

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
  const input = currentMapping(json.value);
  const format = (input as { format?: unknown } | null)?.format;
  if (format === "cadre/dhis2-mapping") return dhis2Mapped(input, framework);
  if (format === "cadre/kobo-mapping") return koboMapped(input, formPath, framework);
  return tableMapped(input, framework);
}
