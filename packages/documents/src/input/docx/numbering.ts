import type { Attributes } from "../ooxml/index.ts";

/** A level of a list. */
interface Level {
  start: number;
  format: string;
  text: string;
}

/** The list and level of a paragraph or a style. */
export interface ListItem {
  list: string;
  level: number;
}

const LEVELS = 9;
const EMPTY: Level = { start: 1, format: "decimal", text: "" };

const letters = (value: number): string => {
  // Word repeats the letter: z, aa, bb.
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(20, Math.ceil(value / 26)));
};

const ROMAN: readonly [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
function roman(value: number): string {
  let left = Math.min(value, 5000);
  let text = "";
  for (const [size, sign] of ROMAN) {
    for (; left >= size; left -= size) text += sign;
  }
  return text;
}

function written(value: number, format: string): string {
  if (value < 1) return String(value);
  switch (format) {
    case "lowerLetter":
      return letters(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerRoman":
      return roman(value);
    case "upperRoman":
      return roman(value).toUpperCase();
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(value);
  }
}

const whole = (text: string | undefined, limit: number): number => {
  const value = Number(text);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, limit) : 0;
};

/**
 * Numbers and bullets that Word sets before paragraphs and that are in no text: the readers need them where they carry codes,
 * `Résultat %1:`. Fed with the elements of `word/numbering.xml` and `word/styles.xml`, then asked paragraph by paragraph.
 */
export class Numbering {
  private readonly abstract = new Map<string, Level[]>();
  private readonly lists = new Map<string, { abstract: string; starts: Map<number, number> }>();
  private readonly styles = new Map<string, { basedOn: string | null; item: Partial<ListItem> }>();
  private readonly counters = new Map<string, number[]>();
  private open: { abstract?: Level[]; level: number; list?: string; style?: string } = { level: 0 };

  /** An element of `word/numbering.xml`. */
  numberingElement(name: string, attributes: Attributes): void {
    const value = attributes["w:val"];
    if (name === "w:abstractNum") {
      const levels: Level[] = [];
      this.abstract.set(attributes["w:abstractNumId"] ?? "", levels);
      this.open = { abstract: levels, level: 0 };
    } else if (name === "w:num") {
      const list = attributes["w:numId"] ?? "";
      this.lists.set(list, { abstract: "", starts: new Map() });
      this.open = { list, level: 0 };
    } else if (name === "w:lvl" || name === "w:lvlOverride") {
      this.open.level = whole(attributes["w:ilvl"], LEVELS - 1);
      if (this.open.abstract !== undefined) this.open.abstract[this.open.level] = { ...EMPTY };
    } else if (name === "w:abstractNumId") {
      const list = this.lists.get(this.open.list ?? "");
      if (list !== undefined) list.abstract = value ?? "";
    } else if (name === "w:startOverride") {
      this.lists.get(this.open.list ?? "")?.starts.set(this.open.level, whole(value, 1_000_000));
    } else {
      const level = this.open.abstract?.[this.open.level];
      if (level === undefined) return;
      if (name === "w:start") level.start = whole(value, 1_000_000);
      else if (name === "w:numFmt") level.format = value ?? "decimal";
      else if (name === "w:lvlText") level.text = (value ?? "").slice(0, 200);
    }
  }

  /** An element of `word/styles.xml`. */
  stylesElement(name: string, attributes: Attributes): void {
    const value = attributes["w:val"];
    if (name === "w:style") {
      this.open = { level: 0, style: attributes["w:styleId"] ?? "" };
      this.styles.set(this.open.style ?? "", { basedOn: null, item: {} });
      return;
    }
    const style = this.styles.get(this.open.style ?? "");
    if (style === undefined) return;
    if (name === "w:basedOn") style.basedOn = value ?? null;
    else if (name === "w:numId") style.item.list = value ?? "0";
    else if (name === "w:ilvl") style.item.level = whole(value, LEVELS - 1);
  }

  /** The list of a paragraph's style, by the styles that it is based on. */
  ofStyle(style: string): ListItem | null {
    let name: string | null = style;
    let level: number | undefined;
    // Styles that are based on each other in a circle come to an end here.
    for (let steps = 0; name !== null && steps < 20; steps += 1) {
      const known = this.styles.get(name);
      level ??= known?.item.level;
      if (known?.item.list !== undefined) return { list: known.item.list, level: level ?? 0 };
      name = known?.basedOn ?? null;
    }
    return null;
  }

  /** Counts a paragraph and returns the text before it: `1.2) `, `· ` for a bullet, nothing where it is in no list. */
  next({ list, level }: ListItem): string {
    const known = this.lists.get(list);
    const levels = this.abstract.get(known?.abstract ?? "");
    const own = levels?.[level];
    if (known === undefined || levels === undefined || own === undefined) return "";
    if (own.format === "bullet") return "· ";
    // Lists of one definition share their counters, unless a list starts again.
    const key = known.starts.size > 0 ? `list ${list}` : `abstract ${known.abstract}`;
    const counts = this.counters.get(key) ?? [];
    this.counters.set(key, counts);
    const startOf = (index: number) => known.starts.get(index) ?? levels[index]?.start ?? 1;
    counts[level] = (counts[level] ?? startOf(level) - 1) + 1;
    counts.length = level + 1;
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      return written(counts[index] ?? startOf(index), levels[index]?.format ?? "decimal");
    });
    return text === "" ? "" : `${text} `;
  }
}
