import { formatNumber, formatPercent, type Language } from "@cadre/core";
import { type LikertItem, readLikert, summariseLikert } from "@cadre/core/survey";
import { MESSAGES } from "../messages.ts";
import { fileOf } from "../stdin.ts";
import { EXIT, reportProblems, type Terminal } from "./command.ts";
import { responsesOf, type SampleOptions, writeChart, wrongLevel } from "./survey-input.ts";

/** What `cadre likert` takes beside its file. */
export interface LikertOptions extends SampleOptions {
  items: string[];
  /** Lowest first. */
  levels: string[];
  positive?: string[];
  negative?: string[];
}

const labelOf = ({ item, at }: LikertItem): string => [item, ...Object.values(at)].join(" · ");

/** `cadre likert FILE --items COLUMN,… --levels LEVEL,…`: how answers on a scale spread, with the net score. */
export async function runLikert(path: string, options: LikertOptions, terminal: Terminal): Promise<number> {
  const language = options.lang ?? terminal.language;
  const { colon, found: foundText, expected, survey } = MESSAGES[language];
  const unknown = [...(options.positive ?? []), ...(options.negative ?? [])].find(
    (level) => !options.levels.includes(level),
  );
  const wrong =
    wrongLevel(options.level, language) ??
    (options.levels.length < 2 || new Set(options.levels).size < options.levels.length
      ? `--levels: ${foundText}${colon} ${options.levels.join(",")}, ${expected}${colon} ${survey.twoLevels}`
      : unknown === undefined
        ? null
        : `--positive, --negative: ${foundText}${colon} ${unknown}, ${expected}${colon} ${options.levels.join(" | ")}`);
  if (wrong !== null) {
    terminal.error(`cadre: ${wrong}`);
    return EXIT.use;
  }
  const responses = await responsesOf(await fileOf(path));
  if (!responses.ok) return reportProblems(path, responses.problems, language, terminal);
  const read = readLikert(responses.value, options);
  if (!read.ok) return reportProblems(path, read.problems, language, terminal);
  const { levels, positive, negative, method, singleUnit } = options;
  const scale = { levels, ...(positive && { positive }), ...(negative && { negative }) };
  const items = summariseLikert(read.value, scale, { level: Number(options.level), method, singleUnit });
  terminal.out(
    options.json
      ? JSON.stringify(items.map(itemJson), null, 2)
      : items.flatMap((item) => itemLines(item, language)).join("\n"),
  );
  if (options.chart !== undefined) {
    const { likertChart } = await import("@cadre/view");
    const rows = items.map((item) => ({ ...item, label: labelOf(item) }));
    await writeChart(
      options.chart,
      likertChart(rows, { language, name: survey.scale }),
      path,
      language,
      terminal,
    );
  }
  return EXIT.done;
}

function itemJson({ item, at, levels, median, net }: LikertItem) {
  const first = levels[0]?.estimate;
  const { estimate, se, low, high, reason } = net;
  return {
    ...{ item, at, n: first?.n ?? 0, missingCount: first?.missingCount ?? 0 },
    levels: levels.map(({ level, estimate: share }) => ({
      ...{ level, estimate: share.estimate, low: share.low, high: share.high },
    })),
    median,
    net: { estimate, se, low, high, ...(reason !== null && { reason }) },
  };
}

function itemLines(item: LikertItem, language: Language): string[] {
  const { levels, median, net } = item;
  const { survey, colon } = MESSAGES[language];
  const { n = 0, missingCount = 0 } = levels[0]?.estimate ?? {};
  const head = `${labelOf(item)}  n = ${formatNumber(n, { language })}${missingCount > 0 ? ` · ${survey.missing(missingCount)}` : ""}`;
  if (n === 0) return [head, `  ${survey.reasons["no-responses"]}`];
  const score = (value: number) =>
    `${value > 0 ? "+" : ""}${formatNumber(value * 100, { language, decimals: 0 })}`;
  const interval =
    net.low === null || net.high === null
      ? survey.reasons[net.reason ?? "no-responses"]
      : `${score(net.low)} – ${score(net.high)}`;
  const width = Math.max(...levels.map(({ level }) => level.length));
  return [
    head,
    ...levels.map(({ level, estimate: { estimate, low, high } }) => {
      const share = formatPercent(estimate ?? 0, { language, decimals: 1 });
      const ends =
        low === null || high === null
          ? ""
          : `  (${formatPercent(low, { language, decimals: 1 })} – ${formatPercent(high, { language, decimals: 1 })})`;
      return `  ${level.padEnd(width)}  ${share}${ends}`;
    }),
    `  ${survey.median}${colon} ${median.join(" / ")} · ${survey.net}${colon} ${score(net.estimate ?? 0)} (${interval})`,
  ];
}
