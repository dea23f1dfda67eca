import { formatNumber, type Language } from "@cadre/core";
import {
  estimateResponses,
  planSurvey,
  readResponses,
  type SurveyEstimate,
  type SurveyRequest,
} from "@cadre/core/survey";
import { MESSAGES } from "../messages.ts";
import { fileOf } from "../stdin.ts";
import { EXIT, reportProblems, type Terminal } from "./command.ts";
import { estimateText, responsesOf, type SampleOptions, writeChart, wrongLevel } from "./survey-input.ts";

/** What `cadre survey` takes beside its file. */
export interface SurveyOptions extends SampleOptions {
  value: string;
  kind: "share" | "mean";
  yes?: string[];
  no?: string[];
}

/** An estimate as `--json` prints it. */
export function estimateJson(found: SurveyEstimate) {
  const { at, estimate, se, low, high, n, designEffect, method } = found;
  const { missingCount, level, reason, degrees, effectiveSize, singleUnits } = found;
  return {
    ...{ at, estimate, se, low, high, n, designEffect, method },
    ...{ level, missingCount, degrees, effectiveSize },
    ...(reason !== null && { reason }),
    ...(singleUnits.length > 0 && { singleUnits }),
  };
}

/** `cadre survey FILE --value COLUMN`: estimates from responses. */
export async function runSurvey(path: string, options: SurveyOptions, terminal: Terminal): Promise<number> {
  const language = options.lang ?? terminal.language;
  const wrong = wrongLevel(options.level, language);
  if (wrong !== null) {
    terminal.error(`cadre: ${wrong}`);
    return EXIT.use;
  }
  const level = Number(options.level);
  const responses = await responsesOf(await fileOf(path));
  if (!responses.ok) return reportProblems(path, responses.problems, language, terminal);
  const read = readResponses(responses.value, options);
  if (!read.ok) return reportProblems(path, read.problems, language, terminal);
  const { method, singleUnit } = options;
  const found = estimateResponses(read.value, { level, method, singleUnit });
  terminal.out(
    options.json
      ? JSON.stringify(found.map(estimateJson), null, 2)
      : found.map((each) => estimateLine(each, language)).join("\n"),
  );
  if (options.chart !== undefined) {
    const { estimatesChart } = await import("@cadre/view");
    const { survey } = MESSAGES[language];
    const rows = found.map((estimate) => ({
      label: Object.values(estimate.at).join(" · ") || survey.all,
      estimate,
    }));
    await writeChart(
      options.chart,
      estimatesChart(rows, { language, name: options.value }),
      path,
      language,
      terminal,
    );
  }
  return EXIT.done;
}

const percentSign = (language: Language) => (language === "fr" ? "\u00a0%" : "%");

function estimateLine(found: SurveyEstimate, language: Language): string {
  const { at, kind, estimate, low, high, level, n, designEffect, reason } = found;
  const number = (value: number | null) => estimateText(value, kind, language);
  const { survey } = MESSAGES[language];
  const group = Object.values(at).join(" · ") || survey.all;
  const interval =
    low === null
      ? survey.reasons[reason ?? "no-responses"]
      : `${formatNumber(level * 100, { language })}${percentSign(language)}${MESSAGES[language].colon} ${number(low)} – ${number(high)}`;
  const silent = found.missingCount > 0 ? ` · ${survey.missing(found.missingCount)}` : "";
  const effect =
    designEffect === null
      ? ""
      : ` · ${survey.designEffect} ${formatNumber(Number(designEffect.toFixed(2)), { language })}`;
  return `${group}  ${number(estimate)}  (${interval})  n = ${formatNumber(n, { language })}${silent}${effect}`;
}

/** What `cadre plan-survey` takes. */
export interface PlanSurveyOptions {
  margin?: string;
  share?: string;
  from?: string;
  to?: string;
  power?: string;
  level?: string;
  designEffect?: string;
  perCluster?: string;
  intraclass?: string;
  population?: string;
  responseRate?: string;
  groups?: string;
  json?: boolean;
  lang?: Language;
}

/** `cadre plan-survey`: how many to ask. */
export function runPlanSurvey(options: PlanSurveyOptions, terminal: Terminal): number {
  const language = options.lang ?? terminal.language;
  const { survey } = MESSAGES[language];
  const change = options.from !== undefined && options.to !== undefined;
  if (change === (options.margin !== undefined)) {
    terminal.error(`cadre: ${survey.aimNeeded}`);
    return EXIT.use;
  }
  const wrong = outOfRange(options, language);
  if (wrong !== null) {
    terminal.error(`cadre: ${wrong}`);
    return EXIT.use;
  }
  const numbers: Record<string, number> = {};
  for (const [name, value] of Object.entries(options))
    if (typeof value === "string" && name !== "lang") numbers[name] = Number(value);
  const { margin, share, from, to, power, groups: groupCount, ...rest } = numbers;
  try {
    const aim = change
      ? { from, to, ...(power !== undefined && { power }) }
      : { margin, ...(share !== undefined && { share }) };
    const plan = planSurvey({
      aim,
      ...(groupCount !== undefined && { groupCount }),
      ...rest,
    } as SurveyRequest);
    terminal.out(options.json ? JSON.stringify(plan, null, 2) : planLines(plan, language).join("\n"));
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Every number is in its range by now.
    terminal.error(`cadre: ${survey.tooLarge}`);
    return EXIT.use;
  }
}

const POSITIVE = { accepts: (value: number) => Number.isInteger(value) && value >= 1, range: "1, 2, 3, …" };
const WITHIN = { accepts: (value: number) => value > 0 && value < 1, range: "0 < x < 1" };

/** The numbers that each option takes. */
const NUMBERS: Partial<
  Record<keyof PlanSurveyOptions, { accepts: (value: number) => boolean; range: string }>
> = {
  margin: { accepts: (value) => value > 0 && value < 0.5, range: "0 < x < 0.5" },
  share: { accepts: (value) => value >= 0 && value <= 1, range: "0 ≤ x ≤ 1" },
  from: WITHIN,
  to: WITHIN,
  power: WITHIN,
  level: WITHIN,
  designEffect: { accepts: (value) => value > 0 && value < Number.POSITIVE_INFINITY, range: "x > 0" },
  perCluster: POSITIVE,
  intraclass: { accepts: (value) => value >= 0 && value <= 1, range: "0 ≤ x ≤ 1" },
  population: POSITIVE,
  responseRate: { accepts: (value) => value > 0 && value <= 1, range: "0 < x ≤ 1" },
  groups: POSITIVE,
};

/** What is wrong with the numbers of a plan, or `null`. */
function outOfRange(options: PlanSurveyOptions, language: Language): string | null {
  const { colon, found, expected, survey } = MESSAGES[language];
  for (const [name, value] of Object.entries(options)) {
    const limits = NUMBERS[name as keyof PlanSurveyOptions];
    if (limits === undefined || typeof value !== "string") continue;
    if (value.trim() !== "" && limits.accepts(Number(value))) continue;
    const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `--${option}: ${found}${colon} ${value}, ${expected}${colon} ${limits.range}`;
  }
  const same = options.from !== undefined && Number(options.from) === Number(options.to);
  return same ? survey.sameShares : null;
}

function planLines(plan: ReturnType<typeof planSurvey>, language: Language): string[] {
  const { survey } = MESSAGES[language];
  const whole = (value: number) => formatNumber(value, { language });
  return [
    `${survey.simple}${MESSAGES[language].colon} ${whole(plan.simple)}`,
    `${survey.designEffect}${MESSAGES[language].colon} ${whole(plan.designEffect)}`,
    `${survey.answers}${MESSAGES[language].colon} ${whole(plan.answersPerGroup)}`,
    `${survey.sample}${MESSAGES[language].colon} ${whole(plan.sample)}`,
    ...(plan.clusterCount === null
      ? []
      : [`${survey.clusters}${MESSAGES[language].colon} ${whole(plan.clusterCount)}`]),
  ];
}
