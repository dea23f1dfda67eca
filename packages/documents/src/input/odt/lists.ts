import type { Attributes, XmlHandlers } from "../ooxml/index.ts";

interface Level {
  /** Format of the number: `1`, `a`, `A`, `i`, `I`; empty where none is shown; `null` for a bullet. */
  format: string | null;
  prefix: string;
  suffix: string;
  start: number;
  /** Levels whose numbers are shown. */
  shown: number;
}

const roman = (value: number): string =>
  (
    [
      [10, "x"],
      [9, "ix"],
      [5, "v"],
      [4, "iv"],
      [1, "i"],
    ] as const
  ).reduce(
    ({ text, rest }, [size, sign]) => ({
      text: text + sign.repeat(Math.floor(rest / size)),
      rest: rest % size,
    }),
    { text: "", rest: Math.min(value, 100) },
  ).text;
const letter = (value: number) => String.fromCharCode(97 + ((Math.max(1, value) - 1) % 26));

function written(value: number, format: string): string {
  if (format === "a") return letter(value);
  if (format === "A") return letter(value).toUpperCase();
  if (format === "i") return roman(value);
  if (format === "I") return roman(value).toUpperCase();
  return format === "" ? "" : `${value}`;
}

/** The list styles of an OpenDocument text, and the numbers that they give to paragraphs. */
export class ListStyles implements XmlHandlers {
  private readonly styles = new Map<string, Map<number, Level>>();
  private style: Map<number, Level> | null = null;

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === "text:list-style") {
      this.style = new Map();
      this.styles.set(attributes["style:name"] ?? "", this.style);
    } else if (name === "text:list-level-style-number" || name === "text:list-level-style-bullet") {
      const level = Number(attributes["text:level"]) || 1;
      this.style?.set(level, {
        format: name.endsWith("bullet") ? null : (attributes["style:num-format"] ?? ""),
        prefix: attributes["style:num-prefix"] ?? "",
        suffix: attributes["style:num-suffix"] ?? "",
        start: Number(attributes["text:start-value"] ?? 1) || 1,
        shown: Number(attributes["text:display-levels"] ?? 1) || 1,
      });
    }
  };
  readonly close = (name: string): void => {
    if (name === "text:list-style") this.style = null;
  };
  readonly text = (): void => {};

  start(style: string, level: number): number {
    return this.styles.get(style)?.get(level)?.start ?? 1;
  }

  /** What is shown before an item, by the numbers of its level and those above it. */
  mark(style: string, numbers: readonly number[]): string {
    const levels = this.styles.get(style);
    const level = levels?.get(numbers.length);
    if (level === undefined) return "";
    if (level.format === null) return "· ";
    const from = Math.max(0, numbers.length - level.shown);
    const shown = numbers
      .slice(from)
      .map((value, index) => written(value, levels?.get(from + index + 1)?.format ?? "1"))
      .filter((text) => text !== "");
    const text = `${level.prefix}${shown.join(".")}${level.suffix}`;
    return text === "" ? "" : `${text} `;
  }
}
