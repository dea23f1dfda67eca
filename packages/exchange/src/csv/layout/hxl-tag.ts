import { UNKNOWN } from "@cadre/core";

/** A hashtag with its attributes, in small letters without `#` and `+`: `#adm1+name` (HXL 1.1). */
export interface Tag {
  name: string;
  attributes: string[];
}

const TAG = /^#[a-z][a-z0-9_]*(\s*\+\s*[a-z][a-z0-9_]*)*$/i;

/** A cell as a hashtag; `null` where it is none. */
export function parseTag(cell: string): Tag | null {
  const text = cell.trim();
  if (!TAG.test(text)) return null;
  const [name = "", ...attributes] = text
    .slice(1)
    .toLowerCase()
    .split("+")
    .map((part) => part.trim());
  return { name, attributes };
}

/** A hashtag as it is written. */
export const showTag = ({ name, attributes }: Tag): string =>
  `#${name}${attributes.map((each) => `+${each}`).join("")}`;

/** Attributes of HXL's list that name a group of people, and the axis and category that they are here. */
const GROUPS: Readonly<Record<string, readonly [axis: string, category: string]>> = {
  f: ["sex", "female"],
  m: ["sex", "male"],
  i: ["sex", "intersex"],
  sex_unknown: ["sex", UNKNOWN],
  infants: ["age", "infants"],
  children: ["age", "children"],
  adolescents: ["age", "adolescents"],
  adults: ["age", "adults"],
  elderly: ["age", "elderly"],
  age_unknown: ["age", UNKNOWN],
};

/** Axis and category of an attribute: `f`, `age_18_35`, `age_60_plus`; `null` where it has none. */
export function groupOf(attribute: string): readonly [axis: string, category: string] | null {
  if (Object.hasOwn(GROUPS, attribute)) return GROUPS[attribute] ?? null;
  const [, from, to] = /^age_(\d{1,3})_?(\d{1,3}|plus)?$/.exec(attribute) ?? [];
  if (from === undefined) return null;
  return ["age", to === undefined ? from : to === "plus" ? `${from}+` : `${from}-${to}`];
}

/** The attribute for a category of an axis; `null` where HXL has none that reads back. */
export function attributeOf(axis: string, category: string): string | null {
  for (const [attribute, [name, known]] of Object.entries(GROUPS))
    if (name === axis && known === category) return attribute;
  const [, from = "", rest = ""] = /^(\d{1,3})(\+|-\d{1,3})?$/.exec(category) ?? [];
  if (axis !== "age" || from === "") return null;
  return `age_${from}${rest === "" ? "" : rest === "+" ? "_plus" : `_${rest.slice(1)}`}`;
}
