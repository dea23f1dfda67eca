import { bySeverity, type Finding, type FrameworkDocument, type Language } from "@cadre/core";
import { applyFixes, type CheckOptions, check, type Fixed } from "@cadre/core/checks";
import { checkAnnex } from "@cadre/core/compare";
import { fileNotReadable, readFileBytes } from "@cadre/documents";
import { MAX_XSD_BYTES, validateIati } from "@cadre/exchange/iati";
import { frameworkJsonWriter } from "../formats/framework-json.ts";
import { activityFor, readInput } from "../input.ts";
import { MESSAGES } from "../messages.ts";
import { findingLines } from "../output/findings.ts";
import { screenFor } from "../output/output.ts";
import { writeWhole } from "../write.ts";
import { EXIT, type ReadOptions, type Terminal, tellProblems } from "./command.ts";
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
}

/** What the official schema finds wrong with a file of IATI. */
async function schemaFindings(file: string): Promise<Finding[]> {
  const bytes = await readFileBytes(file, MAX_XSD_BYTES + 1);
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

/** `cadre check FILE`: the findings alone; fails where one is an error. With `--fix`, what is certain is mended and checked again. */
export async function runCheck(
  file: string,
  options: CheckCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const messages = MESSAGES[language];
  const target = targetOf(file, options, language);
  if (typeof target !== "string") {
    terminal.error(`cadre: ${target.wrong}`);
    return EXIT.use;
  }
  const noticed: Finding[] = [];
  const read = async (path: string | undefined): Promise<FrameworkDocument | null | undefined> => {
    if (path === undefined) return undefined;
    const result = await readInput(
      path,
      path === file ? options.activity : activityFor(path, options.activity),
    );
    if (!result.ok) {
      tellProblems(path, result.problems, language, terminal);
      return null;
    }
    // What a reader noticed in the report before is not this one's.
    if (path !== options.previous || path === file) noticed.push(...result.findings);
    return result.value;
  };
  const document = await read(file);
  if (!document) return EXIT.input;
  const previous = options.previous === file ? document : await read(options.previous);
  const annex = await read(options.annex);
  if (previous === null || annex === null) return EXIT.input;
  if (options.xsd) noticed.push(...(await schemaFindings(file)));
  const how: CheckOptions = previous === undefined ? {} : { previous };
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
      tellProblems(target, [fileNotReadable(error)], language, terminal);
      return EXIT.input;
    }
  }
  const json = findings.map((finding) => findingJson(finding, language));
  const screen = screenFor({ ...terminal, language });
  if (options.json) {
    const all = options.fix
      ? {
          fixed: fixed.applied.map((applied) => fixJson(applied, language)),
          written: writes ? target : null,
          findings: json,
        }
      : json;
    terminal.out(JSON.stringify(all, null, 2));
  } else terminal.out(findingLines(findings, screen).slice(1).join("\n"));
  if (options.fix) {
    for (const { rule, message } of fixed.applied)
      terminal.error(`cadre: ${messages.fixed}: ${message[language]} [${rule}]`);
    terminal.error(`cadre: ${writes ? messages.written(target) : messages.nothingToFix}`);
  }
  return findings.some(({ severity }) => severity === "error") ? EXIT.input : EXIT.done;
}
