import type { Finding, Severity } from "@cadre/core";
import { formatLocation } from "@cadre/core";
import { fallbackOf, textIn } from "@cadre/core/locale";
import { clip, wrap } from "./layout.ts";
import { linkTo } from "./location.ts";
import { type Screen, section, style } from "./output.ts";

const COLORS = { error: "red", warning: "yellow", info: "blue" } as const;
const SIGNS = { error: "✗", warning: "!", info: "i" } as const;

function group(
  findings: readonly Finding[],
  severity: Severity,
  screen: Screen,
  file: string | undefined,
): string[] {
  const { messages, language, width } = screen;
  const found = findings.filter((finding) => finding.severity === severity);
  if (found.length === 0) return [];
  const rules = [...new Set(found.map(({ code }) => code))];
  return [
    style(screen, ["bold", COLORS[severity]], `${messages.severities[severity]} (${found.length})`),
    ...rules.flatMap((rule) => [
      style(screen, COLORS[severity], `${SIGNS[severity]} ${rule}`),
      ...found
        .filter((finding) => finding.code === rule)
        .flatMap(({ message, where, fix }) => [
          ...wrap(textIn(message, { language }), width, "    ", "  "),
          style(
            screen,
            "dim",
            clip(
              `    ${file === undefined ? formatLocation(where, { language: fallbackOf(language) }) : `${linkTo(file, where)}  ${where.path}`}`,
              width,
            ),
          ),
          ...(fix === undefined
            ? []
            : wrap(
                `${messages.fixable}${messages.colon} ${textIn(fix.message, { language })}`,
                width,
                "    ",
                "    ",
              ).map((line) => style(screen, "green", line))),
        ]),
    ]),
  ];
}

/** How many findings of each severity there are, in one line: `3 errors, 12 warnings, 4 notes in 2 files`. */
export function summaryLine(findings: readonly Finding[], files: number, { messages }: Screen): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return messages.summary(count("error"), count("warning"), count("info"), files);
}

/** Findings grouped by severity and, within it, by rule. @param file that they are about: their locations then link to it. */
export function findingLines(findings: readonly Finding[], screen: Screen, file?: string): string[] {
  const { messages } = screen;
  if (findings.length === 0) return [...section(screen, messages.findings), messages.noFindings];
  const groups = (["error", "warning", "info"] as const).map((severity) =>
    group(findings, severity, screen, file),
  );
  return [
    ...section(screen, messages.findings),
    ...groups
      .filter((lines) => lines.length > 0)
      .flatMap((lines, index) => (index === 0 ? lines : ["", ...lines])),
  ];
}
