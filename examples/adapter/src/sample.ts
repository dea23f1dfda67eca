import type { MeasurementFramework } from "@cadre/core/aggregate";
import type { Observation } from "@cadre/core/observations";
import { periodsBetween } from "@cadre/core/observations";

/** A file as Horizon exports it. The last reading is wrong on purpose: the framework has no such indicator. */
export const SAMPLE = new TextEncoder().encode(
  JSON.stringify({
    format: "horizon/1",
    projet: {
      titre: "Dialogue au bord du fleuve",
      pays: "MALI",
      debut: "15/01/2020",
      fin: "15/07/2022",
      agences: [{ nom: "Horizon", cheffe: true, budget: 1200000.5 }],
    },
    resultats: [
      {
        numero: "1",
        libelle: "Les différends se règlent par le dialogue",
        indicateurs: [
          { numero: "1.1", libelle: "Part réglée", base: null, cible: "à déterminer", atteint: null },
        ],
        produits: [
          {
            numero: "1.1",
            libelle: "Des médiateurs sont formés",
            indicateurs: [{ numero: "1.1.1", libelle: "Médiateurs formés", base: 0, cible: 40, atteint: 0 }],
          },
        ],
      },
    ],
    releves: [
      { indicateur: "1.1.1", trimestre: "2020-T1", sexe: "F", valeur: 12, saisi_le: "10/04/2020" },
      { indicateur: "1.1.1", trimestre: "2020-T1", sexe: "?", valeur: null, saisi_le: "10/04/2020" },
      { indicateur: "9.9.9", trimestre: "2020-T1", sexe: "H", valeur: 7, saisi_le: "10/04/2020" },
    ],
  }),
);

/** What its readings are read against. */
export const MEASUREMENT: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: periodsBetween("2020-01-15", "2022-07-15", "quarter"),
  indicators: [
    {
      code: "1.1.1",
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
    },
  ],
};

/** The readings that are right, as observations. */
export const OBSERVATIONS: Observation[] = [
  {
    indicator: "1.1.1",
    period: "2020-Q1",
    value: 12,
    categories: { sex: "female" },
    recordedAt: "2020-04-10",
  },
  {
    indicator: "1.1.1",
    period: "2020-Q1",
    value: null,
    categories: { sex: "unknown" },
    recordedAt: "2020-04-10",
  },
];
