import {
  type CellForm,
  countCell,
  openCell,
  percentCell,
  rangeCell,
  richCount,
  richPercent,
  richTarget,
  textCell,
} from "./cells.ts";
import { type CoverTruth, coverOf } from "./cover.ts";
import { type Draw, drawFrom } from "./draw.ts";
import type { Piece } from "./piece.ts";
import { type FormLanguage, type FormYear, WORDINGS, YEARS } from "./wordings.ts";

/** For tests: the columns of an indicator's values. */
export const COLUMNS = ["baseline", "target", "milestone", "actual"] as const;
export type Column = (typeof COLUMNS)[number];

export interface IndicatorTruth {
  code: string;
  /** Whether the report gives it a code. */
  coded: boolean;
  cells: Partial<Record<Column, CellForm>>;
  remark: string;
}
export interface GeneratedReport {
  seed: number;
  form: FormLanguage;
  text: FormLanguage;
  year: FormYear;
  pieces: Piece[];
  cover: CoverTruth;
  indicators: IndicatorTruth[];
}

const TITLES: Record<FormLanguage, readonly string[]> = {
  en: [
    "Land disputes are resolved peacefully",
    "Young people take part in decisions",
    "Trust in the police grows",
    "Border posts work together",
  ],
  fr: [
    "Les conflits fonciers sont réglés sans violence",
    "Les jeunes participent aux décisions",
    "La confiance envers la police augmente",
    "Les postes frontaliers coopèrent",
  ],
};
const COUNTED: Record<FormLanguage, readonly string[]> = {
  en: [
    "Number of people trained in mediation",
    "Number of peace committees set up",
    "Number of disputes settled",
    "Number of young leaders supported",
    "Number of villages reached",
  ],
  fr: [
    "Nombre de personnes formées à la médiation",
    "Nombre de comités de paix mis en place",
    "Nombre de litiges réglés",
    "Nombre de jeunes leaders appuyés",
    "Nombre de villages touchés",
  ],
};
const SHARES: Record<FormLanguage, readonly string[]> = {
  en: [
    "% of people who feel safe",
    "Percentage of members who trust the mechanism",
    "Proportion of households with access",
  ],
  fr: [
    "% de personnes qui se sentent en sécurité",
    "Pourcentage de membres satisfaits",
    "Proportion de ménages ayant accès",
  ],
};
const DESCRIBED: Record<FormLanguage, readonly string[]> = {
  en: ["Existence of a land policy", "Stage of the training manual"],
  fr: ["Existence d’une politique foncière", "Avancement du manuel de formation"],
};
const PROSE: Record<FormLanguage, readonly string[]> = {
  en: [
    "The project is on schedule and the partners have signed their agreements with the ministry.",
    "Communities say that they have more trust in the committees than they had at the start of the project.",
    "The teams of the agencies have been in the field together and the work is going on as it was planned.",
  ],
  fr: [
    "Le projet avance comme prévu et les partenaires ont signé leurs accords avec le ministère.",
    "Les communautés disent avoir plus de confiance dans les comités qu’au début du projet.",
    "Les équipes des agences se sont rendues ensemble sur le terrain et le travail se poursuit dans les communes.",
  ],
};
const REMARKS: Record<FormLanguage, readonly string[]> = {
  en: ["", "", "Delayed by the rainy season", "The ministry has not yet approved the list"],
  fr: ["", "", "Retard dû à la saison des pluies", "Le ministère n’a pas encore validé la liste"],
};

function cellsOf(
  kind: "count" | "share" | "text",
  level: "outcome" | "output",
  language: FormLanguage,
  draw: Draw,
): Record<Column, CellForm> {
  if (kind === "text") {
    const texts = [textCell(language, draw), textCell(language, draw)] as const;
    return {
      baseline: { text: "No", truth: { kind: "text" } },
      target: texts[0],
      milestone: openCell(language, draw),
      actual: texts[1],
    };
  }
  if (kind === "share") {
    const [from, to] = [draw.between(10, 40), draw.between(60, 90)];
    const [step, now] = [draw.between(from, to), draw.between(from, to)];
    return {
      baseline:
        level === "output" && draw.chance(0.15)
          ? openCell(language, draw)
          : draw.chance(0.2)
            ? richPercent(from, language, draw)
            : percentCell(from, language, draw),
      target: percentCell(to, language, draw),
      milestone: draw.chance(0.2)
        ? rangeCell(Math.min(step, to - 5) - 5, Math.min(step, to - 5))
        : percentCell(step, language, draw),
      actual: draw.chance(0.4) ? richPercent(now, language, draw) : percentCell(now, language, draw),
    };
  }
  const to = draw.pick([8, 24, 120, 350, 1200, 2500, 12_000]);
  const [step, now] = [draw.between(2, to), draw.between(3, to)];
  return {
    baseline:
      level === "output" && draw.chance(0.1) ? openCell(language, draw) : countCell(0, language, draw),
    target: draw.chance(0.4) ? richTarget(to, language, draw) : countCell(to, language, draw),
    milestone: draw.chance(0.1) ? openCell(language, draw) : countCell(step, language, draw),
    actual: draw.chance(0.5) ? richCount(now, language, draw) : countCell(now, language, draw),
  };
}

type CodeStyle = "word" | "letter" | "level" | "bare" | "none";

/** An indicator's cell: its code as the style writes it, and its text. */
function indicatorCell(
  style: CodeStyle,
  word: string,
  code: string,
  text: string,
  form: FormLanguage,
): string[] {
  const levels = code.split(".");
  const lettered = levels.length === 2 ? `${levels[0]}${"abcdefgh"[Number(levels[1]) - 1]}` : code;
  const level =
    form === "en"
      ? levels.length === 2
        ? "Outcome Indicator"
        : "Output Indicator"
      : levels.length === 2
        ? "Indicateur de résultat"
        : "Indicateur de produit";
  if (style === "none") return [text];
  if (style === "bare") return [`${code} ${text}`];
  if (style === "letter") return [`${word} ${lettered}`, text];
  return style === "level" ? [`${level} ${lettered}`, text] : [`${word} ${code}`, text];
}

function indicatorTable(report: GeneratedReport, draw: Draw, titles: readonly string[]): Piece {
  const { form, text, year } = report;
  const wording = WORDINGS[form];
  const style = draw.pick<CodeStyle>(["word", "word", "word", "letter", "level", "bare", "none"]);
  const word = draw.pick(wording.indicator);
  const milestone = year !== 2018 && draw.chance(0.85);
  const extra = draw.chance(0.2) ? draw.pick(wording.heads.other) : null;
  const columns: Column[] = milestone ? [...COLUMNS] : ["baseline", "target", "actual"];
  const heads = [
    "",
    draw.pick(wording.heads.indicator),
    ...columns.map((column) => draw.pick(wording.heads[column])),
    draw.pick(wording.heads.remark),
    ...(extra === null ? [] : [extra]),
  ];
  const rows: string[][][] = [heads.map((name) => (name === "" ? [] : [name]))];
  const group = (head: string[], prefix: string, count: number) => {
    for (let index = 1; index <= count; index += 1) {
      const code = `${prefix}.${index}`;
      const kind = draw.pick(["count", "count", "count", "share", "text"] as const);
      const named = draw.pick(
        kind === "count" ? COUNTED[text] : kind === "share" ? SHARES[text] : DESCRIBED[text],
      );
      const cells = cellsOf(kind, prefix.includes(".") ? "output" : "outcome", text, draw);
      const remark = draw.pick(REMARKS[text]);
      report.indicators.push({
        code,
        coded: style !== "none",
        cells: Object.fromEntries(columns.map((column) => [column, cells[column]])),
        remark,
      });
      rows.push([
        index === 1 ? head : [],
        indicatorCell(
          style,
          word,
          code,
          `${named} (${draw.pick(["A", "B", "C"])}${report.indicators.length})`,
          form,
        ),
        ...columns.map((column) => [cells[column].text]),
        remark === "" ? [] : [remark],
        ...(extra === null
          ? []
          : [draw.chance(0.5) ? [] : [text === "en" ? "Field visits" : "Visites de terrain"]]),
      ]);
    }
  };
  for (const [index, title] of titles.entries()) {
    group([`${wording.outcome} ${index + 1}`, title], String(index + 1), draw.between(1, 2));
    for (let output = 1; output <= draw.between(1, 2); output += 1)
      group(
        [`${wording.output} ${index + 1}.${output}`, draw.pick(TITLES[text])],
        `${index + 1}.${output}`,
        draw.between(1, 3),
      );
  }
  return { table: rows, head: true };
}

/** For tests: a report of a project in its later years, in one language, with the most indicators of the first 400 seeds. */
export function matureReport(language: FormLanguage): GeneratedReport {
  const [best] = Array.from({ length: 400 }, (_, seed) => generateReport(seed + 1))
    .filter(
      ({ form, text, year, indicators }) =>
        form === language && text === language && year === 2020 && indicators.every(({ coded }) => coded),
    )
    .sort((a, b) => b.indicators.length - a.indicators.length);
  if (best === undefined) throw new Error("no seed gives such a report");
  return best;
}

/** For tests: a sound report with the truth beside it; the same for the same seed. */
export function generateReport(seed: number): GeneratedReport {
  const draw = drawFrom(seed);
  const form = draw.pick(["en", "fr"] as const);
  const text = draw.chance(0.8) ? form : form === "en" ? "fr" : "en";
  const year = draw.pick(YEARS);
  const wording = WORDINGS[form];
  const titles = Array.from({ length: draw.between(1, 3) }, (_, index) => TITLES[text][index] ?? "");
  const { pieces, cover } = coverOf(draw, form, text, year);
  const report: GeneratedReport = { seed, form, text, year, pieces, cover, indicators: [] };
  const parts = wording.parts(year);
  const say = (...texts: string[]) => pieces.push(...texts.map((paragraph) => ({ paragraph })));
  const prose = () => draw.pick(PROSE[text]);
  say(parts.overall, wording.status, prose(), prose(), wording.events, prose(), parts.outcomes);
  for (const [index, title] of titles.entries()) {
    const [shown, rating] = draw.pick<readonly [string, string]>(
      form === "fr" && draw.chance(0.5)
        ? ([
            ["en bonne voie", "on-track"],
            ["en retard", "off-track"],
          ] as const)
        : ([
            ["On track", "on-track"],
            ["on-track", "on-track"],
            ["Off track", "off-track"],
            ["On track with peacebuilding results", "on-track-with-peacebuilding-results"],
            ["☒ On track ☐ Off track", "on-track"],
          ] as const),
    );
    cover.ratings[String(index + 1)] = rating;
    say(
      `${wording.outcome} ${index + 1}: ${title}`,
      `${wording.rating} ${shown}`,
      wording.progress,
      prose(),
      wording.gender,
      prose(),
    );
  }
  const evaluation = draw.between(60, 120) * 1000;
  say(
    parts.crossCutting,
    wording.monitoring,
    prose(),
    `${wording.baselines} ${text === "en" ? "Yes" : "Oui"}`,
  );
  say(`${wording.evaluation} $ ${evaluation}`);
  cover.evaluation = evaluation;
  const tablePart = draw.pick(parts.table);
  const covid = year === 2020 || year === 2021;
  if (covid) {
    cover.covid = 55_000;
    say(parts.covid, wording.covid[0], "$ 55 000", wording.covid[1], prose());
  }
  say(tablePart);
  pieces.push(indicatorTable(report, draw, titles));
  return report;
}
