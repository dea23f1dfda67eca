import { type CodePage, PAGES_BY_ORIGIN } from "../src/finding-pages.ts";

const table = (pages: Readonly<Record<string, CodePage>>): string[] => [
  "| code | what is expected | what to do |",
  "| --- | --- | --- |",
  ...Object.entries(pages).map(
    ([code, { about, remedy }]) =>
      `| \`${code}\` | ${about.en.replaceAll("<", "&lt;")} | ${(remedy?.en ?? "").replaceAll("<", "&lt;")} |`,
  ),
  "",
];

/** The page of what readers, writers and computations find or refuse, apart from the rules. */
export function findingsPage(): string {
  const { documents, exchange, core } = PAGES_BY_ORIGIN;
  return [
    "# Findings and refusals",
    "",
    "<!-- Made by `pnpm generate` of the pages that `cadre explain` shows. Do not edit. -->",
    "",
    "What is found or refused while files are read, written and computed with. What `check` looks for in a document is on [another page](rules.md).",
    "",
    "## Documents",
    "",
    ...table(documents),
    "## Rows, mappings and other systems",
    "",
    ...table(exchange),
    "## Data and computations",
    "",
    ...table(core),
  ].join("\n");
}
