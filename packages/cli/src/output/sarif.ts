import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Finding, Language } from "@cadre/core";
import type { Log } from "sarif";
import { CODE_PAGES } from "../finding-pages.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** A path as an address: relative ones stay relative, as code hosts want them. */
const addressOf = (file: string) =>
  isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.replace(/\\/g, "/").replace(/^\.\//, ""));

/**
 * The findings of files as a log of SARIF 2.1.0 (OASIS), one run: what code hosts and editors show. A finding in a workbook has its sheet and
 * cell as a logical location.
 */
export function sarifLog(
  files: readonly { file: string; findings: readonly Finding[] }[],
  version: string,
  language: Language,
): Log {
  const ids = [...new Set(files.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort();
  const results = files.flatMap(({ file, findings }) =>
    findings.map(({ code, severity, where, message }) => ({
      ruleId: code,
      ruleIndex: ids.indexOf(code),
      level: LEVELS[severity],
      message: { text: message[language] },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: addressOf(file) },
            ...(where.line !== undefined && { region: { startLine: where.line } }),
          },
          logicalLocations: [
            { fullyQualifiedName: where.cell === undefined ? where.path : `${where.path} (${where.cell})` },
          ],
        },
      ],
    })),
  );
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "cadre",
            version,
            rules: ids.map((id) => {
              const page = CODE_PAGES.get(id);
              return {
                id,
                ...(page !== undefined && {
                  shortDescription: { text: page.about[language] },
                  ...(page.source !== undefined && { fullDescription: { text: page.source[language] } }),
                  help: { text: (page.remedy ?? page.about)[language] },
                }),
              };
            }),
          },
        },
        language,
        results,
      },
    ],
  };
}
