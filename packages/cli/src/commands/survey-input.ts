import { formatNumber, formatPercent, type Language, type Result, refuse } from "@cadre/core";
import type { SingleUnit, SurveyKind, SurveyResponse } from "@cadre/core/survey";
import { readTable } from "@cadre/exchange/csv";
import { fileAt, jsonAt } from "../mapped.ts";
import { both, MESSAGES } from "../messages.ts";
import { writeWhole } from "../write.ts";
import type { Terminal } from "./command.ts";

/** What every command about the responses of a sample takes. */
export interface SampleOptions {
  missing?: string[];
  weight?: string;
  stratum?: string;
  cluster?: string;
  fpc?: string;
  by?: string[];
  method: "wilson" | "logit";
  singleUnit: SingleUnit;
  level: string;
  /** Where a picture goes (.svg, .png). */
  chart?: string;
  json?: boolean;
  lang?: Language;
}

/** A survey of all of a country's communes is smaller. */
const MAX_BYTES = 256 * 2 ** 20;

/** Submissions of KoboToolbox (a list, or `results` of a page), or any list of flat objects; answers that hold lists are left out. */
function responsesOfJson(value: unknown): SurveyResponse[] | null {
  const list = Array.isArray(value) ? value : (value as { results?: unknown } | null)?.results;
  if (!Array.isArray(list) || list.some((each) => typeof each !== "object" || each === null)) return null;
  return list.map((each) =>
    Object.fromEntries(
      Object.entries(each as Record<string, unknown>).filter(
        (entry): entry is [string, string | number | null] =>
          entry[1] === null || ["string", "number"].includes(typeof entry[1]),
      ),
    ),
  );
}

/** The responses of a file. */
export async function responsesOf(path: string): Promise<Result<SurveyResponse[]>> {
  if (!path.toLowerCase().endsWith(".json")) return fileAt(path, MAX_BYTES, (bytes) => readTable(bytes));
  const json = await jsonAt(path, MAX_BYTES);
  if (!json.ok) return json;
  const page = json.value as { next?: unknown } | null;
  // A page of an export is not the sample: what is computed from it would be another survey.
  const list = page?.next ? null : responsesOfJson(json.value);
  if (list !== null) return { ok: true, value: list, findings: [] };
  return refuse({
    code: "survey-response",
    where: { path: "document" },
    message: both(({ problems }) => problems.noResponses),
    found: typeof json.value,
    expected: "[{ … }]",
  });
}

/** What is wrong with a confidence level, or `null`. */
export function wrongLevel(level: string, language: Language): string | null {
  if (Number(level) > 0 && Number(level) < 1) return null;
  const { colon, found, expected } = MESSAGES[language];
  return `--level: ${found}${colon} ${level}, ${expected}${colon} 0.95`;
}

/** An estimate as people read it: a share in percent of one decimal, a mean of two; `–` where there is none. */
export function estimateText(value: number | null, kind: SurveyKind, language: Language): string {
  if (value === null) return "–";
  return kind === "share"
    ? formatPercent(value, { language, decimals: 1 })
    : formatNumber(value, { language, decimals: 2 });
}

/** Writes a chart as a picture (.svg or .png). */
export async function writeChart(
  path: string,
  view: {
    file: (options: { source: string }) => string;
    png: (options: { source: string }) => Promise<Uint8Array>;
  },
  source: string,
  language: Language,
  terminal: Terminal,
): Promise<void> {
  const png = path.toLowerCase().endsWith(".png");
  await writeWhole(path, png ? await view.png({ source }) : view.file({ source }));
  terminal.error(`cadre: ${MESSAGES[language].written(path)}`);
}
