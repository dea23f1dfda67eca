import type { GenderMarker, Rating, ReportType, RiskMarker } from "@cadre/core";
import { bare, normalise } from "./normalise.ts";

/** How the choices of the cover and of part II are written, in English and French together: forms are filled in in either language. */

const TICKED = /[☑☒✓✔✗✘■]/;
const BOX = /[☐□☑☒✓✔✗✘■]/;

/** Of boxes on one or more lines, the text behind the one that is ticked; the text itself where there are no boxes; `null` where none or several are. */
export function tickedOf(text: string): string | null {
  if (!BOX.test(text)) return text;
  const pieces = text.split(/(?=[☐□☑☒✓✔✗✘■])/u).filter((piece) => BOX.test(piece[0] ?? ""));
  const ticked = pieces.filter((piece) => TICKED.test(piece[0] ?? ""));
  return ticked.length === 1 ? (ticked[0]?.slice(1).trim() ?? null) : null;
}

const plain = (text: string) =>
  bare(text)
    .replace(/["']/g, "")
    .replace(/[-–_]/g, " ")
    .replace(/[.;,*]+$/, "")
    .replace(/\s+/g, " ")
    .trim();

/** The rating that an answer gives: `On track with evidence of peacebuilding results`, `en bonne voie`, `☒ On track ☐ Off track`. */
export function readRating(answer: string): Rating | null {
  const ticked = tickedOf(answer);
  if (ticked === null) return null;
  const text = plain(ticked);
  if (text.length > 120) return null;
  const pattern =
    /^(?:(off track|not on track|en retard|pas en bonne voie|pas sur la bonne voie|hors piste|hors de la bonne voie)|((?:is )?on track|en bonne voie|sur la bonne voie|en bon chemin|sur les rails))(?:,? ?(?:with|avec|and|et) (?:early |some |des |les |de |evidence of |preuves? de |signs of )*(peace ?building|resultats? de consolidation|resultats en matiere de consolidation|consolidation de la paix|resultats? pour la consolidation)(?: results?| de la paix)?)?$/;
  const [, off, on, results] = pattern.exec(text) ?? [];
  if (off !== undefined) return results === undefined ? "off-track" : null;
  if (on === undefined) return null;
  return results === undefined ? "on-track" : "on-track-with-peacebuilding-results";
}

const RISKS: readonly [RiskMarker, RegExp][] = [
  ["low", /^(?:low|faible|bas|0)$/],
  ["medium", /^(?:medium|moderate|moyen|modere|moyenne|1)$/],
  ["high", /^(?:high|eleve|haut|elevee|2)$/],
];

/** The risk marker: `Medium risk`, `Risque moyen`, `Score 2`; the scores are 0 low, 1 medium, 2 high. */
export function readRisk(answer: string): RiskMarker | null {
  const ticked = tickedOf(answer);
  if (ticked === null) return null;
  const text = plain(ticked)
    .replace(
      /^(?:pbf )?(?:risk )?(?:score|niveau|level|risque|marker|marqueur)(?: (?:de risque|of risk|risk))?:? ?/,
      "",
    )
    .replace(/ ?risks?$/, "")
    .replace(/ ?\((?:low|medium|high|faible|moyen|eleve|[0-2])(?: risk)?\)$/, "")
    .replace(/^([0-2]) ?[:=(-]? ?(?:low|medium|high|faible|moyen|eleve).*$/, "$1");
  return RISKS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The gender marker: `GM2`, `GM 2`, `Score 2`, `2`. */
export function readMarker(answer: string): GenderMarker | null {
  const ticked = tickedOf(answer);
  const [, score] =
    /^(?:gm|gender marker|marqueur de genre|score|gems?)?:? ?-?([0-3])(?![\d%.,]| ?%)/i.exec(
      normalise(ticked ?? ""),
    ) ?? [];
  return score === undefined ? null : (`GM${score}` as GenderMarker);
}

const AREAS: readonly [string, RegExp][] = [
  ["1.1", /security sector|secteur de la securite|\brss\b|\bssr\b/],
  ["1.2", /rule of law|etat de droit/],
  ["1.3", /disarmament|desarmement|\bddr\b/],
  ["1.4", /political dialogue|dialogue politique/],
  ["2.1", /national reconciliation|reconciliation nationale/],
  ["2.2", /democratic governance|gouvernance democratique/],
  ["2.3", /conflict prevention|prevention.{0,12}conflits|gestion des conflits/],
  ["3.1", /^employment|^emploi|creation d'emploi/],
  ["3.2", /equitable access|acces equitable/],
  ["4.1", /essential state capacity|capacites? (?:essentielles?|nationales? essentielles?) de l'etat/],
  ["4.2", /extension of state authority|extension de l'autorite/],
  ["4.3", /governance of peacebuilding resources|gouvernance des ressources/],
];

/** The focus area's code: `(2.3) Conflict prevention`, `Priority area 2: 2.1`, or its name alone. Two codes are none. */
export function readFocusArea(answer: string): string | null {
  const ticked = tickedOf(answer) ?? "";
  const codes = new Set([...ticked.matchAll(/(?<![\d.])[1-4]\.[1-4](?![\d.]\d|\d)/g)].map(([code]) => code));
  if (codes.size > 0) return codes.size === 1 ? ([...codes][0] ?? null) : null;
  const text = normalise(ticked);
  const named = AREAS.filter(([, pattern]) => pattern.test(text));
  return named.length === 1 ? (named[0]?.[0] ?? null) : null;
}

/** The kind of report: `ANNUAL`, `Semi-annual`, `Rapport final`, `☒ Annual ☐ Final`. */
export function readReportType(answer: string): ReportType | null {
  const ticked = tickedOf(answer);
  if (ticked === null) return null;
  const text = plain(ticked)
    // The form's own list before the answer: `SEMI-ANNUAL OR ANNUAL – Semi-annual`.
    .replace(
      /^(?:semi ?annual|semestriel)(?:, ?| )(?:(?:or|ou) )?(?:annual|annuel)(?:,? (?:or|ou) final)? ?:? /,
      "",
    )
    .replace(/ ?\([^()]*\)$/, "")
    .replace(/^rapport |^progress report /, "")
    .replace(/ (?:progress )?report$| \d{4}$/, "");
  if (/^(?:semi ?annual|semestriel|bi ?annual|half ?yearly|semiannual)$/.test(text)) return "semi-annual";
  if (/^(?:annual|annuel|yearly)$/.test(text)) return "annual";
  return /^(?:final|end of project|fin de projet)$/.test(text) ? "final" : null;
}

/** The year: `2020`, `FY 2020`, `November 2020`; two years are none. */
export function readYear(answer: string): number | null {
  const years = new Set([...answer.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => year));
  const [year] = years;
  return years.size === 1 && answer.length <= 40 ? Number(year) : null;
}
