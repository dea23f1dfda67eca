import { formatNumber, formatPercent, type Language, type Result } from "@cadre/core";
import {
  compareSurveys,
  compareWithin,
  estimateResponses,
  estimateSurvey,
  publishedEstimate,
  readResponses,
  type SurveyData,
  type SurveyDifference,
  type SurveyEstimate,
} from "@cadre/core/survey";
import { MESSAGES } from "../messages.ts";
import { fileOf } from "../stdin.ts";
import { EXIT, reportProblems, type Terminal } from "./command.ts";
import { estimateJson, type SurveyOptions } from "./survey.ts";
import { estimateText, responsesOf, writeChart, wrongLevel } from "./survey-input.ts";

/** What `cadre compare-surveys` takes beside its files. */
export interface CompareSurveysOptions extends Omit<SurveyOptions, "value"> {
  value?: string;
  /** Published estimates, with the number of respondents: `0.42,400`. */
  before?: string;
  after?: string;
  designEffect?: string;
  /** One file with both rounds: the column that names them, and their names. */
  round?: string;
  rounds?: string[];
}

type Differences = Result<SurveyDifference[]>;
const ok = (value: SurveyDifference[]): Differences => ({ ok: true, value, findings: [] });

/** What is wrong with the options by themselves; `null`: nothing. */
function wrongUse(
  files: readonly string[],
  options: CompareSurveysOptions,
  language: Language,
): string | null {
  const published = options.before !== undefined && options.after !== undefined;
  const panel = options.round !== undefined && options.rounds?.length === 2;
  const responses = options.value !== undefined && files.length === (panel ? 1 : 2);
  const partly =
    (options.before === undefined) !== (options.after === undefined) ||
    (options.round === undefined) !== (options.rounds === undefined);
  if (partly || published === responses || (published && files.length > 0))
    return MESSAGES[language].survey.compareUse;
  return wrongLevel(options.level, language);
}

/** `0.42,400`: an estimate and its respondents. */
function published(text: string, options: CompareSurveysOptions): SurveyEstimate | null {
  const [estimate, n, ...rest] = text.split(",").map(Number);
  const effect = options.designEffect === undefined ? undefined : Number(options.designEffect);
  if (estimate === undefined || n === undefined || rest.length > 0) return null;
  try {
    return publishedEstimate(
      { kind: "share", estimate, n, ...(effect !== undefined && { designEffect: effect }) },
      { level: Number(options.level) },
    );
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const keyOf = (at: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(at).sort());

/** Nobody of a group was asked. */
const nobody = ({ design, kind, values }: SurveyData, at: Record<string, string>, level: number) =>
  estimateSurvey(design, values, { kind, at, level, within: () => false });

/** Two samples: each group that either has. */
function ofTwoSamples(
  before: SurveyData,
  after: SurveyData,
  options: CompareSurveysOptions,
): SurveyDifference[] {
  const { method, singleUnit } = options;
  const [first, second] = [before, after].map((data) =>
    estimateResponses(data, { level: Number(options.level), method, singleUnit }),
  ) as [SurveyEstimate[], SurveyEstimate[]];
  const groups = new Map([...first, ...second].map(({ at }) => [keyOf(at), at]));
  const level = Number(options.level);
  return [...groups].map(([key, at]) => {
    const of = (found: SurveyEstimate[], data: SurveyData) =>
      found.find((estimate) => keyOf(estimate.at) === key) ?? nobody(data, at, level);
    return compareSurveys(of(first, before), of(second, after));
  });
}

/** Two rounds of one design, in which the same clusters may be. */
function ofOneDesign(data: SurveyData, options: CompareSurveysOptions): SurveyDifference[] {
  const { round = "", rounds = [], method, singleUnit } = options;
  const groups = new Map(data.groups.map(({ [round]: _, ...at }) => [keyOf(at), at] as const));
  return [...groups].map(([key, at]) => {
    const within = (name: string | undefined) => (row: number) => {
      const { [round]: own, ...rest } = data.groups[row] ?? {};
      return own === name && keyOf(rest) === key;
    };
    return compareWithin(data.design, data.values, [within(rounds[0]), within(rounds[1])], {
      ...{ kind: data.kind, at, level: Number(options.level), method, singleUnit },
    });
  });
}

async function differencesOf(
  files: readonly string[],
  options: CompareSurveysOptions,
): Promise<{ found: Differences; file: string }> {
  const { value = "", round, by = [] } = options;
  const data: SurveyData[] = [];
  for (const file of files) {
    const responses = await responsesOf(await fileOf(file));
    if (!responses.ok) return { found: responses, file };
    const read = readResponses(responses.value, {
      ...options,
      value,
      by: round === undefined ? by : [...by, round],
    });
    if (!read.ok) return { found: read, file };
    data.push(read.value);
  }
  const [first, second] = data;
  if (first === undefined) return { found: ok([]), file: "" };
  return {
    found: ok(second === undefined ? ofOneDesign(first, options) : ofTwoSamples(first, second, options)),
    file: "",
  };
}

/** `cadre compare-surveys BEFORE AFTER --value COLUMN`: the change between two rounds, with its interval and test. */
export async function runCompareSurveys(
  files: readonly string[],
  options: CompareSurveysOptions,
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const { colon, found: foundText, expected, survey } = MESSAGES[language];
  const wrong = wrongUse(files, options, language);
  if (wrong !== null) {
    terminal.error(`cadre: ${wrong}`);
    return EXIT.use;
  }
  let differences: SurveyDifference[];
  if (options.before !== undefined && options.after !== undefined) {
    const [before, after] = [published(options.before, options), published(options.after, options)];
    if (before === null || after === null) {
      const text =
        before === null ? `--before${colon} ${options.before}` : `--after${colon} ${options.after}`;
      terminal.error(`cadre: ${foundText}${colon} ${text}, ${expected}${colon} 0.42,400`);
      return EXIT.use;
    }
    differences = [compareSurveys(before, after)];
  } else {
    const { found, file } = await differencesOf(files, options);
    if (!found.ok) return reportProblems(file, found.problems, language, terminal);
    differences = found.value;
  }
  const json = differences.map(({ before, after, ...rest }) => ({
    ...{ at: before.at, before: estimateJson(before), after: estimateJson(after) },
    ...rest,
  }));
  terminal.out(
    options.json
      ? JSON.stringify(json, null, 2)
      : differences.flatMap((each) => differenceLines(each, language)).join("\n"),
  );
  if (options.chart !== undefined) {
    const { estimatesChart } = await import("@cadre/view");
    const [first = survey.before, second = survey.after] = options.rounds ?? [];
    const rows = differences.flatMap(({ before, after }) => {
      const label = Object.values(before.at).join(" · ") || survey.all;
      return [
        { label, round: first, estimate: before },
        { label, round: second, estimate: after },
      ];
    });
    const name = options.value ?? survey.comparison;
    const source = files.join(", ") || survey.published;
    await writeChart(options.chart, estimatesChart(rows, { language, name }), source, language, terminal);
  }
  return EXIT.done;
}

function differenceLines(found: SurveyDifference, language: Language): string[] {
  const { before, after, change, low, high, level, p, verdict, detectable } = found;
  const { survey, colon } = MESSAGES[language];
  const { kind } = before;
  const points = (value: number) => {
    const sign = value > 0 ? "+" : "";
    return kind === "share"
      ? `${sign}${formatNumber(value * 100, { language, decimals: 1 })}`
      : `${sign}${formatNumber(value, { language, decimals: 2 })}`;
  };
  const one = ({ estimate, n }: SurveyEstimate) =>
    `${estimateText(estimate, kind, language)} (n = ${formatNumber(n, { language })})`;
  const group = Object.values(before.at).join(" · ") || survey.all;
  const head = `${group}  ${one(before)} → ${one(after)}`;
  if (change === null || low === null || high === null || p === null || verdict === null) {
    const reason = before.reason ?? after.reason ?? "no-responses";
    return [head, `  ${survey.reasons[reason]}`];
  }
  const test = p < 0.001 ? "p < 0.001" : `p = ${formatNumber(p, { language, decimals: 3 })}`;
  const unit = kind === "share" ? ` ${survey.points}` : "";
  return [
    head,
    `  ${survey.change}${colon} ${points(change)}${unit} (${formatPercent(level, { language, decimals: 1 })}${colon} ${points(low)} – ${points(high)}), ${test}: ${survey.verdicts[verdict === "maintain" ? "inconclusive" : verdict]}`,
    ...(verdict === "inconclusive" && detectable?.up != null
      ? [
          `  ${survey.detectable(`${points(detectable.up).replace("+", "")}${unit}`, formatPercent(detectable.power, { language, decimals: 0 }))}`,
        ]
      : []),
  ];
}
