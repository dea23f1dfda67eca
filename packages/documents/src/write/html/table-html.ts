import {
  type FrameworkDocument,
  formatPercent,
  type Indicator,
  percentOfTarget,
  progress,
  type ReportedValue,
  VALUE_COLUMNS,
  type WriteOptions,
  type Writer,
  type Written,
} from "@cadre/core";
import type { Template } from "../../template/grammar.ts";
import { ENGLISH_REPORT, FRENCH_REPORT } from "../../template/index.ts";
import { unsupportedParts } from "../unsupported.ts";
import { valueText } from "../value-text.ts";
import { WORKBOOK_LABELS, type WorkbookLabels } from "../xlsx/labels.ts";
import { COLUMNS, MEANINGS } from "./meanings.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML: nothing in it is markup, line breaks stay, what no document can hold is shown as such. */
const text = (words: string): string =>
  words
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, "\ufffd")
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/\r\n?|\n/g, "<br>");

const STYLE = `
@page { size: A4 landscape; margin: 10mm }
body { font: 12px/1.35 system-ui, sans-serif; margin: 1rem; color: #1a1a1a; background: #fff }
h1 { font-size: 1.25rem; margin: 0 } h2 { font-size: 1em; margin: .8rem 0 0; break-after: avoid }
dl { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: .4rem 0 .8rem }
dl div { display: flex; gap: .35rem } dt { font-weight: 600 } dd { margin: 0 }
.meanings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26em), 1fr)); font-size: .9em; break-inside: avoid }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; min-width: 60rem; table-layout: fixed }
caption { text-align: left; padding-bottom: .3rem }
th, td { border: 1px solid #8a8a8a; padding: .2rem .4rem; text-align: left; vertical-align: top; overflow-wrap: break-word; hyphens: auto }
thead th { background: #1f4e79; color: #fff; position: sticky; top: 0 }
tbody th { font-weight: 600 } .outcome th { background: #bdd7ee } .output th { background: #ddebf7 }
td.number { text-align: right }
tr { break-inside: avoid } .outcome, .output { break-after: avoid } thead { display: table-header-group }
@media print {
  body { margin: 0; font-size: 9px } table { min-width: 0 } .scroll { overflow: visible }
  thead th, .outcome th, .output th { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
@media (max-width: 40rem) { body { margin: .4rem } }`;

/** Widths of the columns, in hundredths of the table's. */
const WIDTHS = [6, 21, 8, 15, 9, 14, 7, 20];

class TableHtml {
  private readonly template: Template;
  private readonly labels: WorkbookLabels;

  constructor(template: Template, labels: WorkbookLabels) {
    this.template = template;
    this.labels = labels;
  }

  private valueCell(reported: ReportedValue): string {
    const shown = reported.value.kind === "none" ? "–" : valueText(reported, this.template.language).text;
    const { value, breakdown } = reported;
    const number = value.kind === "number" && breakdown === undefined && shown.length < 16;
    return `<td${number ? ' class="number"' : ""}>${text(shown)}</td>`;
  }

  private indicator(indicator: Indicator): string {
    const { language } = this.template;
    const { value, reason } = percentOfTarget(indicator);
    // Where less is better, the way from baseline to target replaces percent of target.
    const way = reason === "decreasing-indicator" ? progress(indicator).value : null;
    const arrow = way === null ? "" : language === "fr" ? " (base → cible)" : " (baseline → target)";
    const share = value ?? way;
    const values = VALUE_COLUMNS.map((column) => this.valueCell(indicator[column])).join("");
    const percent = share === null ? "–" : `${formatPercent(share, { language, decimals: 1 })}${arrow}`;
    return `<tr><th scope="row">${text(indicator.code)}</th><td>${text(indicator.text)}</td>${values}<td class="number">${text(percent)}</td><td>${text(indicator.remark ?? "")}</td></tr>`;
  }

  private group(level: "outcome" | "output", code: string, title: string, note: string): string {
    const name = `${this.labels.levels[level]} ${code}`;
    return `<tr class="${level}"><th scope="rowgroup" colspan="8">${text(name)} · ${text(title)}${note === "" ? "" : ` · ${text(note)}`}</th></tr>`;
  }

  private facts({ project, report }: FrameworkDocument): string {
    const { facts } = this.labels;
    const pairs: [string, string | null][] = [
      [facts.country, project.country],
      [facts.number, project.number],
      [facts.startDate, project.startDate],
      [facts.endDate, project.endDate],
      [facts.genderMarker, project.genderMarker],
      [this.labels.agencies.name, project.agencies.map(({ name }) => name).join(", ") || null],
      [
        this.template.language === "fr" ? "Année de rapport" : "Year of report",
        report?.year === undefined || report.year === null ? null : String(report.year),
      ],
    ];
    return pairs
      .flatMap(([label, value]) =>
        value === null ? [] : [`<div><dt>${text(label)}</dt><dd>${text(value)}</dd></div>`],
      )
      .join("");
  }

  page(document: FrameworkDocument): string {
    const { labels, template } = this;
    const { framework, sheets } = labels;
    const meanings = MEANINGS[template.language];
    const heads = COLUMNS.map((column) => ({ name: framework[column], meaning: meanings.columns[column] }));
    const bodies = document.outcomes.map((outcome) => {
      const rating = outcome.rating === null ? "" : labels.ratings[outcome.rating];
      const rows = [
        this.group("outcome", outcome.code, outcome.title, rating),
        ...outcome.indicators.map((indicator) => this.indicator(indicator)),
        ...outcome.outputs.flatMap((output) => [
          this.group("output", output.code, output.title, ""),
          ...output.indicators.map((indicator) => this.indicator(indicator)),
        ]),
      ];
      return `<tbody>\n${rows.join("\n")}\n</tbody>`;
    });
    const title = document.project.title ?? sheets.framework;
    const caption = `${sheets.framework} (${document.outcomes.length} ${labels.levels.outcome.toLowerCase()}s)`;
    return `<!doctype html>
<html lang="${template.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
<dl>${this.facts(document)}</dl>
<div class="scroll" role="region" aria-label="${text(sheets.framework)}" tabindex="0">
<table>
<caption>${text(caption)}</caption>
<colgroup>${WIDTHS.map((width) => `<col style="width: ${width}%">`).join("")}</colgroup>
<thead><tr>${heads.map(({ name, meaning }) => `<th scope="col" title="${text(meaning)}">${text(name)}</th>`).join("")}</tr></thead>
${bodies.join("\n")}
</table>
</div>
<h2>${text(meanings.title)}</h2>
<dl class="meanings">${heads.map(({ name, meaning }) => `<div><dt>${text(name)}</dt><dd>${text(meaning)}</dd></div>`).join("")}</dl>
</main>
</body>
</html>
`;
  }
}

/**
 * Writes the results framework as one page of HTML: a table with heads for rows and columns, that a screen reader can walk, that prints on A4
 * and that neither loads nor runs anything.
 */
export async function writeTableHtml(
  document: FrameworkDocument,
  { language }: WriteOptions,
): Promise<Written> {
  const template = language === "fr" ? FRENCH_REPORT : ENGLISH_REPORT;
  const page = new TableHtml(template, WORKBOOK_LABELS[language]).page(document);
  const findings = unsupportedParts(document, [
    "report",
    "projectDocument",
    "milestones",
    "schedule",
    "axes",
    "periods",
    "measurement",
    "activities",
    "lines",
    "tranches",
  ]);
  return { bytes: new TextEncoder().encode(page), findings };
}

/** The results framework as one page of HTML. */
export const tableHtmlWriter: Writer = {
  format: "html-table",
  extension: ".html",
  mediaType: "text/html",
  write: writeTableHtml,
};
