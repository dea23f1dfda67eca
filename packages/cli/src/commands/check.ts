import { bySeverity, type Finding, type FrameworkDocument, type Language, type Severity } from "@cadre/core";
import { type AppliedFix, applyFixes, type CheckOptions, check, type Fixed } from "@cadre/core/checks";
import { checkAnnex } from "@cadre/core/compare";
import type { Profile } from "@cadre/core/lifecycle";
import { fileNotReadable, readFileBytes } from "@cadre/documents/internal";
import manifest from "../../package.json" with { type: "json" };
import { frameworkJsonWriter } from "../formats/framework-json.ts";
import { activityFor, readInput } from "../input.ts";
import { MESSAGES } from "../messages.ts";
import { annotationLines } from "../output/annotations.ts";
import { findingLines, summaryLine } from "../output/findings.ts";
import { screenFor } from "../output/output.ts";
import { fileOf } from "../stdin.ts";
import { writeWhole } from "../write.ts";
import { EXIT, eachInput, profileFor, type ReadOptions, reportProblems, type Terminal } from "./command.ts";
import { findingJson, fixJson } from "./json.ts";

/** What `cadre check` takes beside its file. */
export interface CheckCommandOptions extends ReadOptions {
  /** The project's report before this one. */
  previous?: string;
  /** The project's budget annex, checked by its own rules and against this report. */
  annex?: string;
  /** Apply the fixes that are certain. */
  fix?: boolean;
  /** Where the fixed document goes; without it, the file itself. */
  out?: string;
  /** Validate a file of IATI against the official schema, too. */
  xsd?: boolean;
  /** Default: `text`, or `json` with `--json`. */
  format?: "text" | "json" | "github" | "sarif";
  /** Only findings of this severity or above. */
  severity?: Severity;
  /** Only findings of these rules. */
  rule?: string[];
  /** Check again whenever a file changes, until interrupted. */
  watch?: boolean;
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** The findings that were asked for. */
const chosen = (findings: readonly Finding[], { severity, rule }: CheckCommandOptions): Finding[] =>
  findings.filter(
    (finding) =>
      SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(severity ?? "info") &&
      (rule === undefined || rule.includes(finding.code)),
  );

/** What checking one file gave. */
interface Checked {
  file: string;
  findings: Finding[];
  applied: AppliedFix[];
  /** The file that the fixed document was written to. */
  written: string | null;
}

/** What the official schema finds wrong with a file of IATI. */
async function schemaFindings(file: string): Promise<Finding[]> {
  const { MAX_XSD_BYTES, validateIati } = await import("@cadre/exchange/iati");
  const bytes = await readFileBytes(await fileOf(file), MAX_XSD_BYTES + 1);
  return validateIati(bytes.ok ? bytes.value : new Uint8Array(MAX_XSD_BYTES + 1));
}

/** Findings of the annex alone: what only a report can contain is not asked of it. */
const annexFindings = (annex: FrameworkDocument): Finding[] =>
  check(annex).filter(({ where }) => /^budget\/(?:lines|tranches)/.test(where.path));

const isJson = (path: string) => path.toLowerCase().endsWith(".json");

/** Where the fixed document goes, or why it can go nowhere. What is written is a framework document, so it never overwrites a report. */
function targetOf(
  file: string,
  { fix, out }: CheckCommandOptions,
  language: Language,
): string | { wrong: string } {
  const messages = MESSAGES[language];
  if (!fix) return out === undefined ? file : { wrong: messages.outWithoutFix };
  const path = out ?? file;
  return isJson(path) ? path : { wrong: messages.fixNeedsOut };
}

/** Checks one file; the exit code where it, or what it is compared with, could not be read or written: that is reported. */
async function checkFile(
  file: string,
  target: string,
  options: CheckCommandOptions,
  profile: Profile,
  language: Language,
  terminal: Terminal,
): Promise<Checked | number> {
  const noticed: Finding[] = [];
  const read = async (path: string | undefined): Promise<FrameworkDocument | number | undefined> => {
    if (path === undefined) return undefined;
    const result = await readInput(
      path,
      path === file ? options.activity : activityFor(path, options.activity),
    );
    if (!result.ok) return reportProblems(path, result.problems, language, terminal);
    // What a reader noticed in the report before is not this one's.
    if (path !== options.previous || path === file) noticed.push(...result.findings);
    return result.value;
  };
  const document = await read(file);
  if (typeof document !== "object") return document ?? EXIT.use;
  const previous = options.previous === file ? document : await read(options.previous);
  const annex = await read(options.annex);
  if (typeof previous === "number") return previous;
  if (typeof annex === "number") return annex;
  if (options.xsd) noticed.push(...(await schemaFindings(file)));
  const how: CheckOptions = { profile, ...(previous !== undefined && { previous }) };
  const fixed: Fixed = options.fix
    ? applyFixes(document, how)
    : { document, applied: [], findings: check(document, how) };
  const compared = annex === undefined ? [] : [...annexFindings(annex), ...checkAnnex(fixed.document, annex)];
  const findings = bySeverity([...noticed, ...fixed.findings, ...compared]);
  const writes = options.fix === true && (fixed.applied.length > 0 || options.out !== undefined);
  if (writes) {
    try {
      await writeWhole(target, (await frameworkJsonWriter.write(fixed.document, { language })).bytes);
    } catch (error) {
      return reportProblems(target, [fileNotReadable(error)], language, terminal);
    }
  }
  return { file, findings, applied: fixed.applied, written: writes ? target : null };
}

/** Prints what was found, in the format asked for. */
async function print(
  checked: readonly Checked[],
  single: boolean,
  options: CheckCommandOptions,
  language: Language,
  terminal: Terminal,
): Promise<void> {
  const screen = screenFor({ ...terminal, language });
  const { messages } = screen;
  const shown = checked.map((each) => ({ ...each, findings: chosen(each.findings, options) }));
  const format = options.json ? "json" : (options.format ?? "text");
  if (format === "json") {
    const json = shown.map(({ file, findings, applied, written }) => {
      const list = findings.map((finding) => findingJson(finding, language));
      const fixed = applied.map((each) => fixJson(each, language));
      return { file, findings: list, ...(options.fix && { fixed, written }) };
    });
    const [one] = json;
    const alone =
      one === undefined
        ? []
        : options.fix
          ? { fixed: one.fixed, written: one.written, findings: one.findings }
          : one.findings;
    terminal.out(JSON.stringify(single ? alone : json, null, 2));
  } else if (format === "sarif") {
    const { sarifLog } = await import("../output/sarif.ts");
    terminal.out(JSON.stringify(sarifLog(shown, manifest.version, language), null, 2));
  } else if (format === "github") {
    for (const { file, findings } of shown)
      for (const line of annotationLines(file, findings, language)) terminal.out(line);
  } else {
    for (const { file, findings } of shown) {
      if (!single) terminal.out(file);
      terminal.out(findingLines(findings, screen, file).slice(1).join("\n"));
    }
    terminal.error(
      summaryLine(
        shown.flatMap(({ findings }) => findings),
        shown.length,
        screen,
      ),
    );
  }
  if (options.fix)
    for (const { applied, written } of shown) {
      for (const { code, message } of applied)
        terminal.error(`cadre: ${messages.fixed}${messages.colon} ${message[language]} [${code}]`);
      terminal.error(`cadre: ${written === null ? messages.nothingToFix : messages.written(written)}`);
    }
}

/**
 * `cadre check INPUT…`: only the findings; fails where one of those that were asked for is an error. With `--fix`, certain fixes are applied
 * and what is left is checked again.
 */
export async function runCheck(
  paths: readonly string[],
  options: CheckCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const messages = MESSAGES[language];
  const [first = ""] = paths;
  const target = targetOf(first, options, language);
  const wrong =
    typeof target !== "string"
      ? target.wrong
      : paths.length > 1 && (options.fix || options.previous !== undefined || options.annex !== undefined)
        ? messages.oneFile
        : undefined;
  if (wrong !== undefined) {
    terminal.error(`cadre: ${wrong}`);
    return EXIT.use;
  }
  const profile = await profileFor(options, language, terminal);
  if (typeof profile === "number") return profile;
  const once = async (): Promise<number> => {
    const checked: Checked[] = [];
    const { exit, single } = await eachInput(paths, language, terminal, async (file) => {
      const one = await checkFile(
        file,
        typeof target === "string" ? target : file,
        options,
        profile,
        language,
        terminal,
      );
      if (typeof one === "number") return one;
      checked.push(one);
      return EXIT.done;
    });
    if (checked.length === 0) return exit;
    await print(checked, single, options, language, terminal);
    const failed = checked.some(({ findings }) =>
      chosen(findings, options).some(({ severity }) => severity === "error"),
    );
    return Math.max(exit, failed ? EXIT.input : EXIT.done);
  };
  const exit = await once();
  if (!options.watch || exit === EXIT.use) return exit;
  const { watchInputs } = await import("../watch.ts");
  await watchInputs(paths, terminal, async () => {
    await once();
  });
  return EXIT.done;
}
