import type { FrameworkDocument, Indicator, Reader, ReportedValue } from "@cadre/core";
import { type Chiffre, type Horizon, type Indicateur, isoOf, MAX_BYTES } from "./horizon.ts";
import { parseHorizon } from "./parse.ts";

/** Nothing, to be determined and zero stay three different things. */
function reportedValueOf(chiffre: Chiffre): ReportedValue {
  if (chiffre === null) return { value: { kind: "none" } };
  return { value: chiffre === "à déterminer" ? { kind: "tbd" } : { kind: "number", value: chiffre } };
}

const indicatorOf = ({ numero, libelle, base, cible, atteint }: Indicateur): Indicator => ({
  code: numero,
  text: libelle,
  baseline: reportedValueOf(base),
  target: reportedValueOf(cible),
  milestone: { value: { kind: "none" } },
  actual: reportedValueOf(atteint),
});

const dollars = (amount: number | null) =>
  amount === null ? null : { minor: Math.round(amount * 100), currency: "USD" };

function documentOf({ projet, resultats }: Horizon): FrameworkDocument {
  return {
    format: "cadre/framework",
    version: 1,
    project: {
      title: projet.titre,
      country: projet.pays,
      number: null,
      startDate: projet.debut === null ? null : isoOf(projet.debut),
      endDate: projet.fin === null ? null : isoOf(projet.fin),
      agencies: projet.agences.map(({ nom, cheffe, budget }) => ({
        name: nom,
        convening: cheffe,
        budget: dollars(budget),
      })),
      genderMarker: null,
      riskMarker: null,
      focusArea: null,
    },
    budget: {
      total: null,
      deliveryRate: null,
      gewe: { allocated: null, spent: null },
      covidAdjustment: null,
      evaluation: null,
    },
    outcomes: resultats.map(({ numero, libelle, indicateurs, produits }) => ({
      code: numero,
      title: libelle,
      rating: null,
      indicators: indicateurs.map(indicatorOf),
      outputs: produits.map((produit) => ({
        code: produit.numero,
        title: produit.libelle,
        indicators: produit.indicateurs.map(indicatorOf),
      })),
    })),
    activities: [],
    report: null,
  };
}

/** Reads Horizon's export. */
export const horizonReader: Reader = {
  format: "horizon",
  extensions: [".json"],
  maxBytes: MAX_BYTES,
  // Framework documents of Cadre end in .json, too.
  recognises: (start) => new TextDecoder().decode(start).includes('"horizon/1"'),
  read: async (bytes) => {
    const parsed = parseHorizon(bytes);
    if (!parsed.ok) return parsed;
    const document = documentOf(parsed.value);
    return { ok: true, value: document, findings: [] };
  },
};
