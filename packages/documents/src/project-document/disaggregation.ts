import { axesAskedFor } from "../template/disaggregation.ts";
import { normalise } from "../template/normalise.ts";

/** Further axes that an indicator's text asks for behind its demand. */
const ASKS =
  /(?:disaggregated|desagrege\S*|ventile\S*|broken down) (?:by|par|selon) (.*)$|\((?:by|par|selon) (.*?)\)/;
const AXES: readonly (readonly [string, RegExp])[] = [
  ["sex", /\b(?:sex|sexe|gender|genre)\b/],
  ["age", /\bages?\b/],
  [
    "place",
    /\b(?:districts?|regions?|counties|county|provinces?|communes?|chiefdoms?|locations?|lieux?|localites?|cercles?)\b/,
  ],
  ["status", /\b(?:status|statuts?)\b/],
];
const SEXES = /\b(?:wom[ae]n|m[ae]n|females?|males?|girls?|boys?|femmes?|hommes?|filles?|garcons?)\b/;
const AGES =
  /\b(?:youths?|young people|children|elderly|jeunes(?! (?:femmes|hommes|filles|garcons))|enfants)\b/;
/** What a bracket or list behind the number says of its parts. */
const SPLIT = /\(.*\)|\b(?:of which|including|dont|soit)\b.*/;

/** The axes that an indicator promises: by its text, or by how its target is split. */
export function promisedAxes(text: string, target: string): string[] {
  const words = normalise(text, 2000);
  const asked = new Set(axesAskedFor(text));
  const demand = ASKS.exec(words);
  const named = demand?.[1] ?? demand?.[2] ?? "";
  for (const [axis, pattern] of AXES) if (pattern.test(named)) asked.add(axis);
  for (const [axis, pattern] of AXES.slice(0, 1))
    if (new RegExp(`,? (?:by|par) ${pattern.source}`).test(words)) asked.add(axis);
  const split = SPLIT.exec(normalise(target, 400))?.[0] ?? "";
  if (SEXES.test(split)) asked.add("sex");
  if (AGES.test(split)) asked.add("age");
  return ["sex", "age", ...asked].filter(
    (axis, index, all) => asked.has(axis) && all.indexOf(axis) === index,
  );
}
