import type { Finding, Language } from "@cadre/core";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;
const data = (text: string) => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
const property = (text: string) => data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");

/**
 * Findings as workflow commands of GitHub Actions, which annotate the lines of a file in a pull request
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
export const annotationLines = (file: string, findings: readonly Finding[], language: Language): string[] =>
  findings.map(({ code, severity, where, message }) => {
    const properties = [
      `file=${property(file)}`,
      ...(where.line === undefined ? [] : [`line=${where.line}`]),
      `title=${property(code)}`,
    ];
    const cell = where.cell === undefined ? "" : ` (${where.cell})`;
    return `::${COMMANDS[severity]} ${properties.join(",")}::${data(`${message[language]}${cell}`)}`;
  });
