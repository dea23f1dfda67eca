import {
  type Finding,
  type FrameworkDocument,
  type Indicator,
  indicatorsOf,
  type ReportedValue,
  toMajor,
  type Writer,
} from "@cadre/core";
import { type Chiffre, dayOf, type Horizon, type Indicateur } from "./horizon.ts";

function chiffreOf({ value }: ReportedValue): Chiffre {
  if (value.kind === "number") return value.value;
  return value.kind === "tbd" ? "à déterminer" : null;
}
const indicateurOf = ({ code, text, baseline, target, actual }: Indicator): Indicateur => ({
  numero: code,
  libelle: text,
  base: chiffreOf(baseline),
  cible: chiffreOf(target),
  atteint: chiffreOf(actual),
});

function horizonOf({ project, outcomes }: FrameworkDocument): Horizon {
  return {
    format: "horizon/1",
    projet: {
      titre: project.title ?? "",
      pays: project.country ?? "",
      debut: project.startDate === null ? null : dayOf(project.startDate),
      fin: project.endDate === null ? null : dayOf(project.endDate),
      agences: project.agencies.map(({ name, convening, budget }) => ({
        nom: name,
        cheffe: convening,
        budget: budget === null ? null : toMajor(budget),
      })),
    },
    resultats: outcomes.map((outcome) => ({
      numero: outcome.code,
      libelle: outcome.title,
      indicateurs: outcome.indicators.map(indicateurOf),
      produits: outcome.outputs.map((output) => ({
        numero: output.code,
        libelle: output.title,
        indicateurs: output.indicators.map(indicateurOf),
      })),
    })),
    releves: [],
  };
}

/** What Horizon has no place for is reported, value by value: nothing is dropped in silence. */
function lossesOf(document: FrameworkDocument): Finding[] {
  const lost = (path: string, en: string, fr: string, found: string): Finding => ({
    code: "horizon-cannot-carry",
    severity: "warning",
    where: { path },
    message: { en, fr },
    found,
    expected: null,
  });
  const results = indicatorsOf(document).flatMap(({ indicator }) =>
    (["baseline", "target", "milestone", "actual"] as const).flatMap((column): Finding[] => {
      const { value, breakdown } = indicator[column];
      const path = `indicators/${indicator.code}/${column}`;
      const whole = value.kind === "text" || (column === "milestone" && value.kind !== "none");
      const beside =
        (value.kind === "number" && value.unit) || (value.kind === "tbd" && value.note) || undefined;
      return [
        ...(whole ? [lost(path, `${path} is left out.`, `${path} est laissé de côté.`, value.kind)] : []),
        ...(beside !== undefined && !whole
          ? [lost(path, `${path} goes without “${beside}”.`, `${path} va sans « ${beside} ».`, beside)]
          : []),
        ...(breakdown === undefined
          ? []
          : [
              lost(path, `${path}: parts are left out.`, `${path} : les parties sont laissées.`, "breakdown"),
            ]),
      ];
    }),
  );
  const { project, budget, activities, report } = document;
  const rest: [path: string, there: boolean][] = [
    ...indicatorsOf(document).flatMap(
      ({ indicator: { code, remark, disaggregation } }): [string, boolean][] => [
        [`indicators/${code}/remark`, remark !== undefined],
        [`indicators/${code}/disaggregation`, disaggregation !== undefined],
      ],
    ),
    ...document.outcomes.map(({ code, rating }): [string, boolean] => [
      `outcomes/${code}/rating`,
      rating !== null,
    ]),
    ["project/number", project.number !== null],
    ["project/genderMarker", project.genderMarker !== null],
    ["project/riskMarker", project.riskMarker !== null],
    ["project/focusArea", project.focusArea !== null],
    ["budget", budget.total !== null || budget.gewe.allocated !== null],
    ["activities", activities.length > 0],
    ["report", report !== null],
  ];
  return [
    ...results,
    ...rest
      .filter(([, there]) => there)
      .map(([path]) =>
        lost(path, `Horizon has no place for ${path}.`, `Horizon n’a pas de place pour ${path}.`, path),
      ),
  ];
}

/** Writes Horizon's format. */
export const horizonWriter: Writer = {
  format: "horizon",
  extension: ".json",
  mediaType: "application/json",
  write: async (document) => ({
    bytes: new TextEncoder().encode(`${JSON.stringify(horizonOf(document), null, 2)}\n`),
    findings: lossesOf(document),
  }),
};
