/** For tests: reports with one cell or paragraph changed, as text and as Word documents. */

/** Seeded, so that a run can be had again (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const KINDS = ["drop", "repeat", "swap", "retype", "encode"] as const;
/** What is done to a cell or paragraph. `encode` writes it as another hand or editor would: nothing that a reader would notice. */
export type Kind = (typeof KINDS)[number];

/** A report that can be changed in one place. */
export interface MutableReport {
  /** Cells and paragraphs that may be changed, by the number of the line or block that each is in, from 1. */
  units: readonly { line: number; text: string }[];
  /** The report without a unit, with one twice, with two exchanged, or with other words in one: units by their index. */
  drop: (unit: number) => Uint8Array;
  repeat: (unit: number) => Uint8Array;
  swap: (unit: number, other: number) => Uint8Array;
  reword: (unit: number, text: string) => Uint8Array;
}

/** A report with one change, and where it was made. */
export interface Mutant {
  kind: Kind;
  bytes: Uint8Array;
  /** Lines of the unchanged document; a swap has two. */
  at: number[];
  /** How many lines the report has more behind the change: -1, 0 or 1. */
  shift: number;
  /** What is there now. */
  now: string;
  before: string;
}

const pickFrom = <T>(all: readonly T[], random: () => number) => all[Math.floor(random() * all.length)];

function encoded(text: string, random: () => number): string {
  const ways = [
    (line: string) => line.replaceAll(" ", "\u00a0"),
    (line: string) => line.normalize("NFD"),
    (line: string) => line.replaceAll("’", "'"),
    (line: string) => `${line}  `,
    (line: string) => line.replace(/(\d) (\d{3})/g, "$1\u202f$2"),
  ];
  return pickFrom(ways, random)?.(text) ?? text;
}

/** One sign struck wrong: a digit for a digit, else a letter or a space. */
function retyped(text: string, random: () => number): string {
  const index = Math.floor(random() * text.length);
  const struck = /\d/.test(text[index] ?? "")
    ? pickFrom([..."0123456789"], random)
    : pickFrom([..."xqw "], random);
  return text.slice(0, index) + struck + text.slice(index + 1);
}

/** The report with one change, drawn by `random`. */
export function mutantOf(report: MutableReport, random: () => number): Mutant {
  const kind = pickFrom(KINDS, random) ?? "drop";
  const draw = () => Math.floor(random() * report.units.length);
  const unit = draw();
  const { line = 1, text = "" } = report.units[unit] ?? {};
  const mutant = { kind, at: [line], shift: 0, before: text, now: text };
  if (kind === "drop") return { ...mutant, shift: -1, now: "", bytes: report.drop(unit) };
  if (kind === "repeat") return { ...mutant, shift: 1, bytes: report.repeat(unit) };
  if (kind === "swap") {
    const other = draw();
    const end = report.units[other];
    return {
      ...mutant,
      at: [line, end?.line ?? line],
      now: end?.text ?? "",
      bytes: report.swap(unit, other),
    };
  }
  const now = kind === "retype" ? retyped(text, random) : encoded(text, random);
  return { ...mutant, now, bytes: report.reword(unit, now) };
}

/** A report's text, whose lines are cells and paragraphs; the tab that opens a cell goes with its words. */
export function textReport(source: string): MutableReport {
  const lines = source.split("\n");
  const units = lines.flatMap((text, index) =>
    text.trim().length > 1 || text.startsWith("\t")
      ? [{ line: index + 1, text: text.replace(/^\t/, "") }]
      : [],
  );
  const at = (unit: number) => (units[unit]?.line ?? 1) - 1;
  const changed = (change: (copy: string[]) => unknown) => {
    const copy = [...lines];
    change(copy);
    return new TextEncoder().encode(copy.join("\n"));
  };
  return {
    units,
    drop: (unit) => changed((copy) => copy.splice(at(unit), 1)),
    repeat: (unit) => changed((copy) => copy.splice(at(unit), 0, lines[at(unit)] ?? "")),
    swap: (unit, other) =>
      changed((copy) => {
        copy[at(unit)] = lines[at(other)] ?? "";
        copy[at(other)] = lines[at(unit)] ?? "";
      }),
    reword: (unit, text) =>
      changed((copy) => {
        copy[at(unit)] = (lines[at(unit)]?.startsWith("\t") ? "\t" : "") + text;
      }),
  };
}
