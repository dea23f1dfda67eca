import { bilingual, type Finding, type FrameworkDocument, type Indicator, VALUE_COLUMNS } from "@cadre/core";
import type * as Docx from "docx";
import { findingOf } from "../../input/problem.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { axesAskedFor } from "../../template/disaggregation.ts";
import type { Template } from "../../template/grammar.ts";
import { valueText } from "../value-text.ts";
import type { Pieces } from "./pieces.ts";

/** Twentieths of a point: what a landscape page of A4 has between its margins. */
const WIDTHS = [2550, 2650, 1150, 1950, 1450, 1850, 3400];

/** What the indicator's cell says: its code as the document writes it, none where it has none, and its text. */
const codedText = ({ code, writtenCode, codeAssigned, text }: Indicator, word: string) =>
  codeAssigned === true ? text : `${word} ${writtenCode ?? code}\n${text}`;

/** The table of part V: heads of outcomes and outputs beside the first of their indicators. */
export function indicatorTable(
  { outcomes }: FrameworkDocument,
  template: Template,
  pieces: Pieces,
): { table: Docx.Table; findings: Finding[] } {
  const findings: Finding[] = [];
  const { outcome: outcomeLabel, output: outputLabel, indicator: indicatorLabel } = template.rowLabels;
  const rows: { cells: Docx.TableCell[]; head?: boolean }[] = [
    {
      head: true,
      cells: ["", ...template.columns.map(({ name }) => name)].map((name) =>
        pieces.cell(name, { head: true }),
      ),
    },
  ];
  const valueCells = (indicator: Indicator) =>
    VALUE_COLUMNS.map((column) => {
      const { text, whole } = valueText(indicator[column], template.language, { row: { indicator, column } });
      const path = `indicators/${indicator.code}/${column}`;
      if (!whole)
        findings.push(
          findingOf(
            "value-not-supported",
            "warning",
            { path },
            bilingual(en.valueNotSupported, fr.valueNotSupported, indicator.code),
            text,
            null,
          ),
        );
      return pieces.cell(text);
    });
  /** The document has no column for axes: they are read from the indicator's words. */
  const reportLostAxes = ({ code, text, disaggregation = [] }: Indicator) => {
    const asked = axesAskedFor(text);
    const lost = disaggregation.filter((axis) => !asked.includes(axis));
    if (lost.length === 0) return;
    const path = `indicators/${code}/disaggregation`;
    findings.push(
      findingOf(
        "not-supported",
        "info",
        { path },
        bilingual(en.axesNotSupported, fr.axesNotSupported, code),
        lost.join(", "),
        null,
      ),
    );
  };
  const group = (head: string, indicators: readonly Indicator[], path: string) => {
    if (indicators.length === 0) {
      rows.push({
        cells: [pieces.rowHead(head), ...WIDTHS.slice(1).map(() => pieces.cell(""))],
      });
      findings.push(
        findingOf(
          "head-without-indicators",
          "info",
          { path },
          bilingual(en.headAlone, fr.headAlone, head.split("\n")[0] ?? ""),
          0,
          "at least one indicator",
        ),
      );
    }
    for (const [index, indicator] of indicators.entries()) {
      reportLostAxes(indicator);
      const text = codedText(indicator, indicatorLabel);
      rows.push({
        cells: [
          // Not merged over its rows: a long head would be cut off where the page ends.
          pieces.rowHead(index === 0 ? head : ""),
          pieces.cell(text),
          ...valueCells(indicator),
          pieces.cell(indicator.remark ?? ""),
        ],
      });
    }
  };
  for (const outcome of outcomes) {
    group(
      `${outcomeLabel} ${outcome.code}\n${outcome.title}`,
      outcome.indicators,
      `outcomes/${outcome.code}`,
    );
    for (const output of outcome.outputs)
      group(`${outputLabel} ${output.code}\n${output.title}`, output.indicators, `outputs/${output.code}`);
  }
  return { table: pieces.table(rows, WIDTHS), findings };
}
