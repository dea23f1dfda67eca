import type { Draw } from "./draw.ts";
import type { FormLanguage } from "./wordings.ts";

/** For tests: what a careful reader takes from a cell. */
export interface CellTruth {
  kind: "number" | "none" | "tbd" | "text";
  /** `null`: no single number, such as a range. */
  value?: number | null;
  unit?: string;
  qualifier?: string;
  low?: number;
  high?: number;
  on?: string;
  parts?: Record<string, number>;
  shares?: Record<string, number>;
}
export interface CellForm {
  text: string;
  truth: CellTruth;
}

/** A whole number as reports of a language write it. */
export function grouped(value: number, language: FormLanguage, draw: Draw): string {
  if (value < 1000) return String(value);
  const plain = String(value);
  const sign = draw.pick(language === "en" ? [",", ",", " "] : [" ", "\u00a0", "\u202f"]);
  return draw.chance(0.2) ? plain : plain.replace(/\B(?=(\d{3})+$)/g, sign);
}
const number = (value: number, more: Partial<CellTruth> = {}): CellTruth => ({
  kind: "number",
  value,
  ...more,
});

/** A plain cell of a count. */
export function countCell(value: number, language: FormLanguage, draw: Draw): CellForm {
  return { text: grouped(value, language, draw), truth: number(value) };
}

const GROUPS: Record<FormLanguage, readonly [string, string][]> = {
  en: [
    ["women", "men"],
    ["female", "male"],
  ],
  fr: [["femmes", "hommes"]],
};

/** A count with what people write around it. */
export function richCount(value: number, language: FormLanguage, draw: Draw): CellForm {
  const shown = grouped(value, language, draw);
  const [women, men] = draw.pick(GROUPS[language]);
  const part = Math.floor((value * draw.between(30, 60)) / 100);
  const en = language === "en";
  const forms: (() => CellForm)[] = [
    () => ({
      text: `${shown} ${en ? "people" : "personnes"}`,
      truth: number(value, { unit: en ? "people" : "personnes" }),
    }),
    () => ({
      text: `${shown} (${part} ${women}${en ? ", " : " et "}${value - part} ${men})`,
      truth: number(value, { parts: { [women]: part, [men]: value - part } }),
    }),
    () => ({
      text: en ? `${shown} (F: ${part}; M: ${value - part})` : `${shown} (F : ${part} ; H : ${value - part})`,
      truth: number(value, { parts: en ? { F: part, M: value - part } : { F: part, H: value - part } }),
    }),
    () => ({
      text: en ? `${shown} (of which ${part} women)` : `${shown}, dont ${part} femmes`,
      truth: number(value, { parts: { [en ? "women" : "femmes"]: part } }),
    }),
    () => ({ text: en ? `${shown} (45% women)` : `${shown} (45 % de femmes)`, truth: number(value) }),
    () => ({ text: `${shown} (2019)`, truth: number(value, { on: "2019" }) }),
    () => ({ text: `${shown} (100%)`, truth: number(value) }),
    () => ({
      text: en ? `${part} women and ${value - part} men` : `${part} femmes et ${value - part} hommes`,
      truth: number(value, {
        parts: en ? { women: part, men: value - part } : { femmes: part, hommes: value - part },
      }),
    }),
  ];
  return draw.pick(forms)();
}

/** A count as a target is set: with a limit, a magnitude or an estimate. */
export function richTarget(value: number, language: FormLanguage, draw: Draw): CellForm {
  const shown = grouped(value, language, draw);
  const en = language === "en";
  const forms: (() => CellForm)[] = [
    () => ({
      text: en ? `at least ${shown}` : `au moins ${shown}`,
      truth: number(value, { qualifier: "at-least", low: value }),
    }),
    () => ({ text: `≥ ${shown}`, truth: number(value, { qualifier: "at-least", low: value }) }),
    () => ({
      text: en ? `about ${shown}` : `environ ${shown}`,
      truth: number(value, { qualifier: "about" }),
    }),
    () => ({ text: en ? `${shown} (at least 30% women)` : `${shown} (30 % femmes)`, truth: number(value) }),
    () => ({ text: en ? `${shown} (12 per district)` : `${shown} (12 par commune)`, truth: number(value) }),
  ];
  return draw.pick(forms)();
}

/** A percentage. */
export function percentCell(value: number, language: FormLanguage, draw: Draw): CellForm {
  const forms =
    language === "en"
      ? [`${value}%`, `${value} %`, `${value} percent`, `${value} per cent`]
      : [`${value}%`, `${value} %`, `${value} pour cent`];
  return { text: draw.pick(forms), truth: number(value, { unit: "%" }) };
}

/** A percentage with its groups, a range, or a limit. */
export function richPercent(value: number, language: FormLanguage, draw: Draw): CellForm {
  const en = language === "en";
  const forms: (() => CellForm)[] = [
    () => ({
      text: `${value}% (M: ${value + 3}%, F: ${value - 3}%)`,
      truth: number(value, { unit: "%", parts: { M: value + 3, F: value - 3 } }),
    }),
    () => ({
      text: `${value} % (femmes : ${value - 2} % ; hommes : ${value + 2} %)`,
      truth: number(value, { unit: "%", parts: { femmes: value - 2, hommes: value + 2 } }),
    }),
    () => ({ text: `${value}% (2018)`, truth: number(value, { unit: "%", on: "2018" }) }),
    () => ({
      text: en ? `${value}% of respondents` : `${value} % des enquêtés`,
      truth: number(value, { unit: "%" }),
    }),
  ];
  return draw.pick(forms)();
}

export const rangeCell = (low: number, high: number): CellForm => ({
  text: `${low}-${high}%`,
  truth: { kind: "number", value: null, unit: "%", low, high },
});

/** Nothing, or to be determined. */
export function openCell(language: FormLanguage, draw: Draw): CellForm {
  const [text, kind] = draw.pick([
    ["-", "none"],
    ["N/A", "none"],
    ["TBD", "tbd"],
    [language === "en" ? "To be determined" : "À déterminer", "tbd"],
    [language === "en" ? "TBC" : "à définir", "tbd"],
    [language === "en" ? "n/a" : "s.o.", "none"],
  ] as const);
  return { text, truth: { kind } };
}

/** Text that is no number, though it has digits. */
export function textCell(language: FormLanguage, draw: Draw): CellForm {
  const texts =
    language === "en"
      ? [
          "1st phase completed",
          "2nd draft",
          "Draft adopted",
          "Yes",
          "6th training ongoing",
          "15 January 2020",
        ]
      : ["1er comité installé", "2e version", "Oui", "Document adopté", "15 janvier 2020"];
  return { text: draw.pick(texts), truth: { kind: "text" } };
}
