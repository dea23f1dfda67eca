import { formatNumber, UNKNOWN } from "@cadre/core";
import type { CellResult } from "@cadre/core/aggregate";
import type { DisplayLanguage } from "@cadre/core/locale";
import { at, html, type Markup, nameOf, type Part, picture } from "../markup/index.ts";
import { chartsIn, labelOf, messagesIn } from "../messages/index.ts";
import { type View, viewOf } from "../notebook/index.ts";
import { reasonCell } from "../shapes/index.ts";
import { table } from "../tables/index.ts";
import {
  categoryFill,
  FOREGROUND,
  fillOf,
  LINE,
  patternDefs,
  QUIET,
  strokeOf,
  UNKNOWN_INK,
} from "../theme/index.ts";

/** What a pyramid is drawn by. */
export interface PyramidOptions {
  /** Language of title, legend and table. */
  language: DisplayLanguage;
  /** What is shown: `Participants`. */
  name: string;
  /** The vertical axis. Default: `age`. */
  rows?: string;
  /** The axis to both sides. Default: `sex`. */
  sides?: string;
  /** Its category to the left. Default: `female`. */
  left?: string;
  /** Its category to the right. Default: `male`. */
  right?: string;
  /** What is counted, for the picture as a file. */
  unit?: string;
}

const [ROW, LABEL, SIDE, GAP, TOP] = [26, 96, 190, 10, 26];

/**
 * A population pyramid: one category to the left, one to the right. People without a recorded category are in neither: they are in a
 * column of their own, hollow; those without a recorded age in a row of their own. A cell that was not reported has no bar but a dash.
 */
export function pyramidChart(
  cells: readonly Pick<CellResult, "at" | "value" | "reason" | "bounds">[],
  options: PyramidOptions,
): View {
  const { language, name, rows: rowAxis = "age", sides: sideAxis = "sex" } = options;
  const { left = "female", right = "male" } = options;
  const messages = messagesIn(language);
  const number = (value: number) => formatNumber(value, { language });
  const bands = [...new Set(cells.map((cell) => cell.at[rowAxis] ?? UNKNOWN))];
  // The youngest are at the bottom, as in every pyramid; what is unknown below them.
  const ordered = [
    ...bands.filter((band) => band !== UNKNOWN).sort((a, b) => byNumber(b, a)),
    ...bands.filter((band) => band === UNKNOWN),
  ];
  const sides = [left, right, UNKNOWN] as const;
  const find = (band: string, side: string) =>
    cells.find((cell) => (cell.at[rowAxis] ?? UNKNOWN) === band && (cell.at[sideAxis] ?? UNKNOWN) === side);
  const widest = Math.max(1, ...cells.map(({ value }) => value ?? 0));
  const length = (value: number) => (value / widest) * (SIDE - 50);
  const title = chartsIn(language).pyramidTitle(name);
  const label = (member: string) => labelOf(messages.members, member);
  const valueText = (band: string, side: string) => {
    const cell = find(band, side);
    return cell === undefined || cell.value === null ? messages.notReported : number(cell.value);
  };
  const description = ordered
    .map(
      (band) =>
        `${label(band)}${messages.colon} ${sides.map((side) => `${label(side)} ${valueText(band, side)}`).join(", ")}`,
    )
    .join("; ");
  const id = nameOf(title + description);
  const fills = { [left]: categoryFill(0), [right]: categoryFill(1), [UNKNOWN]: UNKNOWN_INK };
  const x = { left: SIDE, label: SIDE + LABEL / 2, right: SIDE + LABEL, unknown: SIDE * 2 + LABEL + GAP * 3 };
  const bar = (band: string, side: string, row: number): Markup => {
    const cell = find(band, side);
    const y = TOP + row * ROW;
    const rightward = side !== left;
    const zero = side === left ? x.left : side === right ? x.right : x.unknown;
    const value = cell?.value ?? null;
    const fill = fills[side] ?? UNKNOWN_INK;
    const width = value === null ? 0 : Math.max(0, length(value));
    const end = rightward ? zero + width : zero - width;
    const text = value === null ? messages.none : number(value);
    return html`${width > 0 && html`<rect x="${at(Math.min(zero, end))}" y="${y + 4}" width="${at(width)}" height="${ROW - 8}" fill="${fillOf(id, fill)}" stroke="${strokeOf(fill)}"/>`}<text x="${at(end + (rightward ? 5 : -5))}" y="${y + 17}" text-anchor="${rightward ? "start" : "end"}" fill="${value === null ? QUIET : FOREGROUND}">${text}</text>`;
  };
  const height = TOP + ordered.length * ROW + 8;
  const heads = [
    [left, x.left - 5, "end"],
    [right, x.right + 5, "start"],
    [UNKNOWN, x.unknown, "start"],
  ] as const;
  const svg = picture(
    { width: x.unknown + SIDE * 0.6, height, title, description, id },
    html`${patternDefs(id, Object.values(fills))}${heads.map(
      ([member, index, anchor]) =>
        html`<text x="${index}" y="15" text-anchor="${anchor}" font-weight="600" fill="${FOREGROUND}">${label(member)}</text>`,
    )}${[x.left, x.right, x.unknown].map((index) => html`<path d="M${index},${TOP}V${height - 6}" stroke="${LINE}"/>`)}${ordered.map(
      (band, row) =>
        html`<text x="${x.label}" y="${TOP + row * ROW + 17}" text-anchor="middle" fill="${FOREGROUND}">${label(band)}</text>${sides.map((side) => bar(band, side, row))}`,
    )}`,
  );
  const rows: { group: string; value: Part }[] = ordered.flatMap((band) =>
    sides.map((side) => {
      const cell = find(band, side);
      const value = cell?.value ?? null;
      const reason = cell?.reason ?? null;
      return {
        group: `${label(band)}, ${label(side)}`,
        value:
          value === null
            ? reasonCell(reason === null ? messages.notReported : messages.resultReasons[reason])
            : number(value),
      };
    }),
  );
  return viewOf({
    title,
    text: `${title}\n${description}`,
    svg,
    picture: {
      language,
      subtitle: options.unit,
      legend: sides.map((side) => ({ fill: fills[side] ?? UNKNOWN_INK, label: label(side) })),
    },
    body: html`<details><summary>${messages.asTable}</summary>${table({
      caption: title,
      id: `pyramid${title}`,
      language,
      rows,
      columns: [
        { column: "group", heads: true, cell: ({ group }) => group },
        { column: "value", numeric: true, cell: ({ value }) => value },
      ],
    })}</details>`,
  });
}

/** Age bands by their first number: 5-9 comes before 10-14. */
function byNumber(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => Number(/\d+/.exec(text)?.[0] ?? Number.NaN));
  const difference = (one ?? 0) - (other ?? 0);
  return Number.isNaN(difference) || difference === 0 ? (a < b ? -1 : 1) : difference;
}
