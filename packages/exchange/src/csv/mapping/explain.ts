import type { Bilingual } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import type { TableMapping, TableOrigin, TablePeriod, TableValue } from "./mapping.ts";

type TextPair = Record<"en" | "fr", string>;
const BY: Record<string, TextPair> = {
  month: { en: "month", fr: "mois" },
  quarter: { en: "quarter", fr: "trimestre" },
  "half-year": { en: "half-year", fr: "semestre" },
  year: { en: "year", fr: "année" },
};

function originText(origin: TableOrigin | TablePeriod): TextPair {
  if ("start" in origin)
    return {
      en: `from column “${origin.start}” to column “${origin.end}”`,
      fr: `de la colonne « ${origin.start} » à la colonne « ${origin.end} »`,
    };
  if ("is" in origin) return { en: `always ${origin.is}`, fr: `toujours ${origin.is}` };
  const column = { en: `column “${origin.column}”`, fr: `la colonne « ${origin.column} »` };
  if ("by" in origin) {
    const by = BY[origin.by] as TextPair;
    return { en: `the ${by.en} of the day in ${column.en}`, fr: `le ${by.fr} du jour dans ${column.fr}` };
  }
  const names = Object.entries(origin.names ?? {});
  if (names.length === 0) return column;
  const shown = names
    .slice(0, 6)
    .map(([spelling, name]) => `${spelling} → ${name}`)
    .join(", ");
  const rest = names.length > 6 ? ", …" : "";
  return { en: `${column.en} (${shown}${rest})`, fr: `${column.fr} (${shown}${rest})` };
}

function resultText(columns: TableValue, text: (code: string) => string): Bilingual {
  const { value, numerator, denominator, categories, indicator, period } = columns;
  const of = [
    ...(indicator === undefined ? [] : [text(indicator)]),
    ...(period === undefined ? [] : [period]),
    ...Object.entries(categories).map(([axis, category]) => `${axis} = ${category}`),
  ].join(", ");
  const [en, fr] =
    value !== undefined
      ? [`Column “${value}” is a value`, `La colonne « ${value} » est une valeur`]
      : [
          `Column “${numerator}” over column “${denominator}” is a quotient`,
          `La colonne « ${numerator} » sur la colonne « ${denominator} » est un quotient`,
        ];
  return {
    en: `${en}${of === "" ? "" : ` of ${of}`}.`,
    fr: `${fr}${of === "" ? "" : ` : ${of}`}.`,
  };
}

/** A mapping in sentences, to be read by those who know the file and not the format. */
export function explainTableMapping(mapping: TableMapping, framework: MeasurementFramework): Bilingual[] {
  const text = (code: string) => {
    const found = framework.indicators.find((each) => each.code === code)?.text;
    return found === undefined ? code : `${code} (${found})`;
  };
  const fields: [TableOrigin | TablePeriod | undefined, TextPair][] = [
    [mapping.indicator, { en: "The indicator is", fr: "L’indicateur est" }],
    [mapping.period, { en: "The period is", fr: "La période est" }],
    [mapping.source, { en: "Who reports is", fr: "Celui qui rapporte est" }],
    [mapping.place, { en: "The place is", fr: "Le lieu est" }],
    [mapping.recordedAt, { en: "A row became known according to", fr: "Une ligne a été connue selon" }],
    [mapping.evidence, { en: "It rests on", fr: "Elle repose sur" }],
    [
      mapping.id,
      {
        en: "Rows that differ in nothing else add up by the identifier in",
        fr: "Les lignes qui ne diffèrent en rien d’autre s’additionnent selon l’identifiant dans",
      },
    ],
    ...Object.entries(mapping.axes).map(([axis, origin]): [TableOrigin, TextPair] => [
      origin,
      { en: `The category on “${axis}” is`, fr: `La catégorie sur « ${axis} » est` },
    ]),
  ];
  return [
    {
      en: `The headings are in row ${mapping.headings}; data begin ${mapping.skip + (mapping.headingRows ?? 1)} below them.`,
      fr: `Les en-têtes sont à la ligne ${mapping.headings} ; les données commencent ${mapping.skip + (mapping.headingRows ?? 1)} plus bas.`,
    },
    ...fields.flatMap(([origin, texts]) => {
      if (origin === undefined) return [];
      const from = originText(origin);
      return [{ en: `${texts.en} ${from.en}.`, fr: `${texts.fr} ${from.fr}.` }];
    }),
    ...mapping.values.map((value) => resultText(value, text)),
    ...(mapping.withoutValue === "leave-out"
      ? [
          {
            en: "Rows without a value are left out and counted.",
            fr: "Les lignes sans valeur sont laissées de côté et comptées.",
          },
        ]
      : []),
  ];
}
