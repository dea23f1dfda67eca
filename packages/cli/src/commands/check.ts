import { bySeverity, check } from "@cadre/core";
import { readInput } from "../input.ts";
import { findingLines } from "../screen/findings.ts";
import { screenFor } from "../screen/screen.ts";
import { EXIT, type ReadOptions, type Terminal, tellProblems } from "./command.ts";
import { findingJson } from "./json.ts";

/** `cadre check FILE`: the findings alone; fails where one is an error. */
export async function runCheck(file: string, options: ReadOptions, terminal: Terminal): Promise<number> {
  const language = options.lang ?? terminal.language;
  const read = await readInput(file);
  if (!read.ok) {
    tellProblems(file, read.problems, language, terminal);
    return EXIT.input;
  }
  const findings = bySeverity([...read.findings, ...check(read.value)]);
  const text = options.json
    ? JSON.stringify(
        findings.map((finding) => findingJson(finding, language)),
        null,
        2,
      )
    : findingLines(findings, screenFor({ ...terminal, language }))
        .slice(1)
        .join("\n");
  terminal.out(text);
  return findings.some(({ severity }) => severity === "error") ? EXIT.input : EXIT.done;
}
