import { CalendarDate, type Finding, type Language, parseWith, type Result } from "@cadre/core";
import { CommonMapping, type CommonRollUp, commonRollUp } from "@cadre/core/common-indicators";
import type { Profile } from "@cadre/core/lifecycle";
import type { DisplayLanguage } from "@cadre/core/locale";
import {
  INDICATOR_TABLE_COLUMNS,
  indicatorTableRows,
  type PortfolioReport,
  portfolioOf,
} from "@cadre/core/portfolio";
import { fileNotReadable } from "@cadre/documents/internal";
import { csvTable } from "@cadre/exchange/csv";
import { readInput } from "../input.ts";
import { jsonAt } from "../mapped.ts";
import { MESSAGES, messagesIn } from "../messages.ts";
import { commonLines } from "../output/common.ts";
import { screenFor } from "../output/output.ts";
import { portfolioLines } from "../output/portfolio.ts";
import { writeWhole } from "../write.ts";
import { EXIT, eachInput, profileFor, reportProblems, type Terminal } from "./command.ts";
import { inCurrency, type RateOptions, ratesOf, wrongRates } from "./currency.ts";
import { type DisclosureOptions, forRelease, reportWithheld, wrongMinCell } from "./disclosure.ts";
import { problemJson } from "./json.ts";

/** What `cadre portfolio` takes beside its inputs. */
export interface PortfolioOptions extends DisclosureOptions, RateOptions {
  json?: boolean;
  to?: "csv" | "parquet" | "xlsx" | "html";
  out?: string;
  on?: string;
  /** Common indicators: suggestions, and with a file of mappings the roll-up. */
  common?: true | string;
  /** Module that exports a profile. */
  profile?: string;
  lang?: Language;
}

/**
 * `cadre portfolio INPUT…`: one row a project, by its last report. With `--to csv`, `parquet` or `xlsx`, the long table of every indicator of every
 * report; with `--to html`, the page. A file that cannot be read is reported and left out: exit 1.
 */
export async function runPortfolio(
  paths: readonly string[],
  options: PortfolioOptions,
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const messages = MESSAGES[language];
  const wrong =
    options.on !== undefined && !CalendarDate.safeParse(options.on).success
      ? `--on: ${messages.found}${messages.colon} ${options.on}, ${messages.expected}${messages.colon} YYYY-MM-DD`
      : options.to !== undefined && options.out === undefined
        ? messages.toNeedsOut
        : (wrongMinCell(options, language) ?? wrongRates(options, language) ?? undefined);
  if (wrong !== undefined) {
    terminal.error(`cadre: ${wrong}`);
    return EXIT.use;
  }
  const rates = await ratesOf(options);
  if (rates !== null && !rates.ok)
    return reportProblems(options.rates ?? "", rates.problems, language, terminal);
  const profile = await profileFor(options, language, terminal);
  if (typeof profile === "number") return profile;
  const reports: PortfolioReport[] = [];
  let withheld = 0;
  const texts: Finding[] = [];
  const unread: { file: string; problems: object[] }[] = [];
  const { exit } = await eachInput(paths, language, terminal, async (file) => {
    const read = await inCurrency(await readInput(file), options, rates);
    if (read.ok) {
      const safe = await forRelease(read, options);
      withheld += safe.withheld;
      texts.push(...safe.texts);
      reports.push({ name: file, document: safe.read.value, findings: safe.read.findings });
    } else unread.push({ file, problems: read.problems.map((problem) => problemJson(problem, language)) });
    return read.ok ? EXIT.done : reportProblems(file, read.problems, language, terminal);
  });
  if (reports.length === 0) return exit;
  reportWithheld(withheld, texts, options, language, terminal);
  const common = await commonOf(reports, options);
  if (common !== null && !common.ok)
    return reportProblems(String(options.common), common.problems, language, terminal);
  const dated = { profile, ...(options.on !== undefined && { on: options.on }) };
  if (options.to === undefined) {
    const portfolio = portfolioOf(reports, dated);
    const screen = screenFor({ ...terminal, language, profile });
    if (options.json)
      terminal.out(
        JSON.stringify(
          { on: options.on ?? null, ...portfolio, ...(common !== null && { common: common.value }), unread },
          null,
          2,
        ),
      );
    else
      terminal.out(
        [
          ...portfolioLines(portfolio, screen),
          ...(common === null ? [] : commonLines(common.value, screen)),
        ].join("\n"),
      );
    return common !== null && common.value.unmatched.length > 0 ? Math.max(exit, EXIT.input) : exit;
  }
  const target = options.out ?? "";
  try {
    await writeWhole(target, await bytesOf(options.to, reports, dated, terminal.own ?? language));
  } catch (error) {
    return reportProblems(target, [fileNotReadable(error)], language, terminal);
  }
  terminal.error(`cadre: ${messages.written(target)}`);
  return exit;
}

/** Common indicators of the reports; `null` where they are not asked for. */
async function commonOf(
  reports: readonly PortfolioReport[],
  { common }: PortfolioOptions,
): Promise<Result<CommonRollUp> | null> {
  if (common === undefined) return null;
  if (common === true) return { ok: true, value: commonRollUp(reports), findings: [] };
  const json = await jsonAt(common);
  if (!json.ok) return json;
  const mapping = parseWith(CommonMapping, json.value, "common-mapping");
  return mapping.ok ? { ...mapping, value: commonRollUp(reports, mapping.value) } : mapping;
}

async function bytesOf(
  format: NonNullable<PortfolioOptions["to"]>,
  reports: readonly PortfolioReport[],
  dated: { on?: CalendarDate; profile: Profile },
  language: DisplayLanguage,
): Promise<string | Uint8Array> {
  // What only one format needs is loaded by it.
  if (format === "html") {
    const { portfolioHtml } = await import("@cadre/view");
    return portfolioHtml(portfolioOf(reports, dated), { language, languages: dated.profile.languages });
  }
  const rows = indicatorTableRows(reports, dated);
  if (format === "xlsx") {
    const { writeXlsxTable } = await import("@cadre/documents");
    return (
      await writeXlsxTable(INDICATOR_TABLE_COLUMNS, rows, messagesIn(language).indicators.toLowerCase())
    ).bytes;
  }
  if (format === "csv") return csvTable(INDICATOR_TABLE_COLUMNS, rows);
  const { parquetTable } = await import("@cadre/exchange/parquet");
  const numbers = ["year", "value", "low", "high", "percentOfTarget", "progress"] as const;
  return parquetTable(INDICATOR_TABLE_COLUMNS, rows, numbers);
}
