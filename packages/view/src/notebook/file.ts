import { type CalendarDate, formatDate } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { at, html, type Markup, nameOf, textOf, trusted } from "../markup/index.ts";
import { chartsIn, messagesIn, tagOf } from "../messages/index.ts";
import { BACKGROUND, type Fill, FOREGROUND, fillOf, patternDefs, QUIET, strokeOf } from "../theme/index.ts";

/** A sign of a picture with its meaning: a fill, or a drawing of 24 by 16. */
export type LegendEntry = { label: string } & ({ fill: Fill } | { sign: Markup });

/** What a picture says around itself in a file of its own. */
export interface PictureLabels {
  language: DisplayLanguage;
  /** Unit and scope: `people, 1 January 2020 to 31 December 2021`. */
  subtitle?: string | undefined;
  legend?: readonly LegendEntry[];
  /** Where the values are from. */
  source?: string | undefined;
  /** The day that they speak for. */
  date?: CalendarDate | null | undefined;
}

/** Options of a picture as a file: what the chart itself does not know. */
export interface PictureFileOptions {
  /** Default: what the chart knows of the values' unit. */
  subtitle?: string;
  /** Where the values are from. Default: the report, where the chart is made of one. */
  source?: string;
  /** The day that the values speak for. Default: the report's, where the chart is made of one. */
  date?: CalendarDate;
}

const [PAD, TITLE, TEXT, SMALL, MIN_WIDTH] = [18, 17, 12.5, 11, 420];
/** Widths of letters as parts of the font's size: wider than most fonts are, so that nothing is ever clipped. */
const [LETTER, BOLD] = [0.58, 0.63];

/** A text in lines that are no wider than a place; a word that is too long for any is broken. */
function lines(text: string, width: number, size: number, letter = LETTER): string[] {
  const limit = Math.max(8, Math.floor(width / (size * letter)));
  const all: string[] = [];
  let line = "";
  const words = text.split(/ +/).flatMap((word) => word.match(new RegExp(`.{1,${limit}}`, "gu")) ?? []);
  for (const word of words) {
    if (line !== "" && line.length + 1 + word.length > limit) {
      all.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? all : [...all, line];
}

/** The content of a picture that {@link picture} made, its size, and what names it. */
function opened(svg: string) {
  const [start = "", width = "", height = ""] =
    /^<svg [^>]*? width="([\d.]+)" height="([\d.]+)"[^>]*>/.exec(svg) ?? [];
  const [, labelled = ""] = /aria-labelledby="([^"]*)"/.exec(start) ?? [];
  return {
    content: svg.slice(start.length, -"</svg>".length),
    width: Number(width),
    height: Number(height),
    labelled,
  };
}

/** Title, subtitle, legend, the picture, source and date on white, below one another: a file that needs no page around it. */
export function pictureFile(
  svg: Markup,
  title: string,
  labels: PictureLabels,
  {
    subtitle = labels.subtitle,
    source = labels.source,
    date = labels.date ?? undefined,
  }: PictureFileOptions = {},
): string {
  const { language, legend = [] } = labels;
  const { content, width: inner, height: tall, labelled } = opened(textOf(svg));
  const width = Math.max(MIN_WIDTH, inner + 2 * PAD);
  const space = width - 2 * PAD;
  const id = nameOf(`file${title}${textOf(svg).length}`);
  const { colon, onDay } = messagesIn(language);
  // A wide picture is shown smaller: its title grows with it.
  const scale = Math.max(1, width / 760);
  let y = PAD;
  const paragraph = (text: string, points: number, fill: string, bold = false) => {
    const size = points * scale;
    return html`${lines(text, space, size, bold ? BOLD : LETTER).map((line) => {
      y += size * 1.3;
      return html`<text x="${PAD}" y="${at(y - size * 0.3)}" font-size="${at(size)}"${bold && html` font-weight="700"`} fill="${fill}">${line}</text>`;
    })}`;
  };
  const head = html`${paragraph(title, TITLE, FOREGROUND, true)}${subtitle !== undefined && subtitle !== "" && paragraph(subtitle, TEXT, QUIET)}`;
  y += 8;
  let x = PAD;
  const entries = legend.map((entry) => {
    const wide = 30 + entry.label.length * TEXT * LETTER + 14;
    if (x > PAD && x + wide > width - PAD) [x, y] = [PAD, y + 20];
    const sign =
      "fill" in entry
        ? html`<rect x="5" y="1" width="14" height="14" fill="${fillOf(id, entry.fill)}" stroke="${strokeOf(entry.fill)}"/>`
        : entry.sign;
    const drawn = html`<g transform="translate(${at(x)} ${at(y)})">${sign}<text x="29" y="12" font-size="${TEXT}" fill="${FOREGROUND}">${entry.label}</text></g>`;
    x += wide;
    return drawn;
  });
  if (entries.length > 0) y += 26;
  const body = html`<svg x="${at((width - inner) / 2)}" y="${at(y)}" width="${at(inner)}" height="${at(tall)}" viewBox="0 0 ${at(inner)} ${at(tall)}" overflow="visible">${trusted(content)}</svg>`;
  y += tall + 6;
  const day = date === undefined ? null : onDay(formatDate(date, { language }));
  const foot = [source === undefined ? null : `${chartsIn(language).source}${colon} ${source}`, day].filter(
    (part) => part !== null,
  );
  const last = foot.length > 0 && paragraph(foot.join(" · "), SMALL, QUIET);
  const height = Math.ceil(y + PAD * 0.7);
  return `${textOf(
    html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${labelled}" lang="${tagOf(language)}" viewBox="0 0 ${at(width)} ${height}" width="${at(width)}" height="${height}" font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="12"><rect width="100%" height="100%" fill="${BACKGROUND}"/>${patternDefs(
      id,
      legend.flatMap((entry) => ("fill" in entry ? [entry.fill] : [])),
    )}${head}${entries}${body}${last}</svg>`,
  )}\n`;
}
