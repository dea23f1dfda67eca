import type { Breakdown, Quantity, ReportedValue, Value } from "@cadre/core";
import { fold } from "../blocks/index.ts";
import { isSexPair, itemsOf, openingOf, readBreakdown } from "./breakdown.ts";
import { type DayOrder, monthOf, scanDate } from "./date.ts";
import { CELL_LEXICON, type CellLexicon, isGroup, plainTerm } from "./lexicon.ts";
import { NO_HABIT, type NumberHabit, readingsOf } from "./number.ts";
import { qualifierAt, qualifierBehind, type ScannedQuantity, scanQuantity } from "./quantity.ts";

/** What a cell is read with beside its text. */
export interface ReadValueOptions {
  /** How the document writes numbers. */
  habit?: NumberHabit;
  /** How the document writes days: `03/04/2020` may be in April or in March. Default: not known, such a date is ambiguous. */
  dayOrder?: DayOrder;
  /** The terms that are known. Default: those of the template, `CELL_LEXICON`. */
  lexicon?: CellLexicon;
  /** The indicator's text: chooses among several quantities. */
  indicator?: string;
}

/** Why a cell was not read whole, or what a reader should know of how it was. */
export type Remark =
  | "text"
  | "ambiguous-number"
  | "number-habit"
  | "two-quantities"
  | "breakdown"
  | "share-differs";

/** A cell as read. */
export interface ReadValue {
  /** The value, its parts, and the cell as written. */
  reported: ReportedValue;
  /** `null` where the cell was read whole. */
  remark: Remark | null;
}

type NumberValue = Extract<Value, { kind: "number" }>;

const whole = (value: Value, raw: string, remark: Remark | null = null): ReadValue => ({
  reported: { value, raw },
  remark,
});
function asText(raw: string, remark: Remark): ReadValue {
  const readings = remark === "ambiguous-number" ? readingsOf(raw.replace(/^\D+/, "")) : null;
  return whole(
    { kind: "text", text: raw, ...(readings !== null && { readings: [...readings] }) },
    raw,
    remark,
  );
}

/** `N/A (endline in 2024)`, `no data – survey planned`: why there is no number, with a note that states none. */
function reasonWithNote(plain: string, lexicon: CellLexicon): "not-applicable" | "no-data" | null {
  const [, term = "", note = ""] = /^([^(:;–—]+?)(?: ?\(| [–—-] |[:;] )([^()]*)\)?$/.exec(plain) ?? [];
  if (term === "" || hasNumbers(note)) return null;
  if (lexicon.notApplicable.includes(term)) return "not-applicable";
  return lexicon.noData.includes(term) ? "no-data" : null;
}

/** Cells that state no number: nothing, a reason, to be determined, zero in words, a date. */
function readTerm(
  raw: string,
  { lexicon = CELL_LEXICON, dayOrder = null }: ReadValueOptions,
): ReadValue | null {
  const plain = plainTerm(raw);
  const term = plain.replace(/[.!]+$/, "").trim();
  // A narrow column cuts words: `à détermin er`.
  const joined = plain.replaceAll(" ", "");
  const isJoined = (each: string) => joined.length > 8 && each.replaceAll(" ", "") === joined;
  const is = (terms: readonly string[]) =>
    terms.includes(plain) || terms.includes(term) || terms.some(isJoined);
  if (raw === "" || lexicon.none.includes(plain)) return whole({ kind: "none" }, raw);
  if (is(lexicon.notApplicable)) return whole({ kind: "none", because: "not-applicable" }, raw);
  if (is(lexicon.notStarted)) return whole({ kind: "none", because: "not-started" }, raw);
  if (is(lexicon.noData)) return whole({ kind: "none", because: "no-data" }, raw);
  if (is(lexicon.zero)) return whole({ kind: "number", value: 0 }, raw);
  const because = reasonWithNote(plain, lexicon);
  if (because !== null) return whole({ kind: "none", because }, raw);
  if (lexicon.toBeDetermined.some(isJoined)) return whole({ kind: "tbd" }, raw);
  const tbd = lexicon.toBeDetermined.find(
    (each) => plain === each || (plain.startsWith(each) && !/[\p{L}\p{N}]/u.test(plain[each.length] ?? " ")),
  );
  if (tbd !== undefined) {
    const note = raw
      .slice(tbd.length)
      .replace(/^[\s.]*[(:;,–-]?\s*/, "")
      .replace(/\)$/, "")
      .trim();
    return whole(note === "" ? { kind: "tbd" } : { kind: "tbd", note }, raw);
  }
  const date = scanDate(raw, dayOrder);
  if (date?.kind === "day") return whole({ kind: "text", text: raw, date: date.date }, raw, "text");
  return date === null ? null : whole({ kind: "text", text: raw }, raw, "text");
}

/** A number that names its place in a sequence or a version, a list's number, a year range: text, and no count. */
const SEQUENCE =
  /^(?:\d{1,3}(?:st|nd|rd|th|er|ere|ère|re|e|eme|ème|ieme|ième|nde?)(?![\p{L}])|\d{1,2}[.)] ?\p{L}|\d{1,2}\) |v\d|\d{4} ?[-–/] ?\d{4}(?!\d))/iu;

const RANGE_SIGN = /^ ?(?:-|–|—|to|a|à|et|and) ?(?=[\d$])/i;
const OUT_OF = /^ ?(?:out of(?: the)?|of(?: the)?|sur(?: les)?) (?=\d)/i;

interface Stated {
  value: NumberValue;
  end: number;
  decided: boolean;
}

const unitOf = ({ percent, currency }: ScannedQuantity): string | undefined => (percent ? "%" : currency);

/** The share of a fraction as percent, where it has at most four decimals; the ends that confine it where it has more. */
export function percentOfFraction(
  numerator: number,
  denominator: number,
): { value: number } | { low: number; high: number } {
  const percent = (100 * numerator) / denominator;
  const rounded = Number(percent.toFixed(4));
  if (rounded * denominator === 100 * numerator || Math.abs(rounded - percent) < 1e-12)
    return { value: rounded };
  return { low: Math.floor(percent * 100) / 100, high: Math.ceil(percent * 100) / 100 };
}

/** The number, range or fraction that a text begins with, with its qualifier. */
function scanStated(raw: string, habit: NumberHabit): Stated | "ambiguous" | null {
  const between = /^(?:between|from|entre|de) (?=[\d$])/i.exec(raw)?.[0] ?? "";
  const before = between === "" ? qualifierAt(raw) : null;
  const second = before?.qualifier === "change" ? qualifierAt(raw.slice(before.length)) : null;
  const from = between.length + (before?.length ?? 0) + (second?.length ?? 0);
  const first = scanQuantity(raw, from, habit);
  if (first === null || first === "ambiguous") return first;
  const rest = raw.slice(first.end);
  const decided = first.decided !== undefined;
  // A range: `50-60%`, `10 à 15`, `between 10 and 15`.
  const sign = RANGE_SIGN.exec(rest)?.[0];
  const joined = sign !== undefined && (between !== "" || !/et|and/i.test(sign)) && first.signed === null;
  if (joined && before === null) {
    const other = scanQuantity(raw, first.end + sign.length, habit);
    if (other === "ambiguous") return other;
    if (other !== null && other.value > first.value && (!first.percent || other.percent)) {
      const unit = unitOf(other) ?? unitOf(first);
      // `10 à 15 millions` is said of both ends; a rest of the one magnitude only is not guessed at.
      return {
        value: {
          kind: "number",
          value: null,
          ...(unit !== undefined && { unit }),
          low: first.value,
          high: other.value,
        },
        end: other.end,
        decided: decided || other.decided !== undefined,
      };
    }
    if (other !== null) return null;
  }
  if (between !== "") return null;
  // A fraction: `12/15`, `3 out of 5`, `3 sur 5`.
  const over = /^ ?\/ ?(?=\d)/.exec(rest)?.[0] ?? OUT_OF.exec(rest)?.[0];
  if (over !== undefined && before === null && !first.percent && first.signed === null) {
    const other = scanQuantity(raw, first.end + over.length, habit);
    if (other === "ambiguous") return other;
    if (other === null || other.value <= 0 || first.value > other.value || other.percent) return null;
    return {
      value: { kind: "number", value: null, numerator: first.value, denominator: other.value },
      end: other.end,
      decided,
    };
  }
  const behind = before === null ? qualifierBehind(rest) : null;
  // `+20%` and `-50%` are changes; `-5` is the number itself.
  const signed = first.signed !== null && (first.percent || first.signed === "+") ? "change" : undefined;
  const qualifier = before?.qualifier ?? behind?.qualifier ?? signed;
  const direction =
    before?.qualifier === "change" ? before.sign : behind?.qualifier === "change" ? behind.sign : 1;
  const value = direction * first.value === 0 ? 0 : direction * first.value;
  const unit = unitOf(first);
  return {
    value: {
      kind: "number",
      value,
      ...(unit !== undefined && { unit }),
      ...(qualifier !== undefined && { qualifier }),
      ...((qualifier === "at-least" || qualifier === "more-than") && { low: value }),
      ...((qualifier === "at-most" || qualifier === "less-than") && { high: value }),
    },
    end: first.end + (behind?.length ?? 0),
    decided,
  };
}

/** Cuts what follows a number into its unit, the contents of its brackets, a list behind a term, and what comes after. */
function restOf(rest: string, lexicon: CellLexicon): { unit: string; lists: string[]; after: string } {
  const lists: string[] = [];
  let unit = "";
  let after = "";
  let position = 0;
  const open = rest.indexOf("(");
  const plain = plainTerm(rest);
  for (const term of [...lexicon.partition, ...lexicon.subsets]) {
    const index = plain.indexOf(`${term} `);
    if (index >= 0 && (open < 0 || index < open) && (index === 0 || " ,;".includes(rest[index - 1] ?? "")))
      return {
        unit: rest
          .slice(0, index)
          .replace(/[ ,;]+$/, "")
          .trim(),
        lists: [rest.slice(index).replace(/[.;]$/, "")],
        after: "",
      };
  }
  for (let next = open; next >= 0; next = rest.indexOf("(", position)) {
    const close = rest.indexOf(")", next);
    const to = close < 0 ? rest.length : close;
    const gap = rest.slice(position, next).trim();
    if (lists.length === 0) unit = gap;
    else after = `${after} ${gap}`.trim();
    lists.push(rest.slice(next + 1, to).trim());
    position = to + 1;
    if (lists.length > 8) break;
  }
  const tail = rest.slice(position).trim();
  if (lists.length === 0) unit = tail;
  else after = `${after} ${tail}`.trim();
  return { unit, lists, after: after.replace(/^[.;,]+$/, "") };
}

/** Words beside a year that say what it dates: `baseline 2018`, `enquête de 2019`. */
const DATING = new Set(
  "in en by as of at au a l le la les du de des d end fin early late mid debut since depuis for pour from year annee baseline base reference survey enquete study etude data donnees census recensement estimate estimation report rapport source level niveau value valeur figures chiffres only".split(
    " ",
  ),
);

/** The year, month or day that a remark such as `2018`, `baseline 2018` or `by June 2020` names; `null` for any other text. */
function dateNamed(text: string, dayOrder: DayOrder): string | null {
  const inner = text
    .replace(/^(?:in|en|by|as of|au|d'ici(?: a| à)?|since|depuis|end of|fin|for|pour|from|de) /i, "")
    .trim();
  const date = scanDate(inner, dayOrder);
  if (date?.kind === "day") return date.date;
  if (date?.kind === "month") return date.month;
  const years = [...inner.matchAll(/(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/%-])/g)];
  const [year] = years;
  if (years.length !== 1 || year === undefined || /\d/.test(inner.replace(year[0], ""))) return null;
  const words = plainTerm(inner.replace(year[0], " ")).split(/[^\p{L}]+/u);
  if (words.some((word) => word !== "" && !DATING.has(word) && monthOf(word) === 0)) return null;
  const before = /([\p{L}.]+) $/u.exec(inner.slice(0, year.index))?.[1] ?? "";
  const month = monthOf(before);
  return month === 0 ? year[0] : `${year[0]}-${String(month).padStart(2, "0")}`;
}

/** Whether a text has numbers other than the years, months and days that it names. */
const hasNumbers = (text: string): boolean =>
  /\d/.test(text) &&
  /\d/.test(
    text
      .replace(/(?<![\d.,/-])(?:\d{1,2}(?:st|nd|rd|th|er)? )?\p{L}{3,10}\.? (?:19|20)\d\d(?![\d.,/%-])/gu, "")
      .replace(/(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/%-])/g, ""),
  );

/** Groups of words for people that are one unit: `people`, `persons`, `personnes`. */
const PEOPLE = /^(?:people|persons?|personnes?|individuals?|individus?)/;
const rootsIn = (text: string) =>
  plainTerm(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
    .map((word) => (PEOPLE.test(word) ? "people" : word.replace(/(?:ies|es|s|x)$/, "").slice(0, 8)));

/** Which of several quantities the indicator counts; `null` where its text decides for none or for more than one. */
function chosenBy(indicator: string, quantities: readonly Quantity[]): Quantity | null {
  const roots = new Set(rootsIn(indicator));
  const fitting = quantities.filter(({ unit }) => {
    const [root] = rootsIn(unit ?? "");
    return root !== undefined && roots.has(root);
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function severalQuantities(
  quantities: Quantity[],
  raw: string,
  { indicator = "" }: ReadValueOptions,
): ReadValue {
  const chosen = chosenBy(indicator, quantities);
  if (chosen === null) return asText(raw, "two-quantities");
  const { value, unit } = chosen;
  return whole({ kind: "number", value, ...(unit !== undefined && { unit }), quantities }, raw);
}

/** `600 participants; 15 staff`, `20 women and 13 men`, `Women: 20; Men: 13`: a list without a total. */
function readList(raw: string, options: ReadValueOptions): ReadValue | null {
  const { opening, list } = openingOf(raw, options.lexicon);
  const items = itemsOf(list.replace(/[.;]$/, ""), options.habit ?? NO_HABIT);
  if (items === null || items.length < 2 || items.some(({ label, percent }) => label === "" || percent))
    return null;
  const labels = items.map(({ label }) => label);
  if (isSexPair(labels)) {
    const parts = items.map(({ label, value }) => ({ label, value }));
    const value = parts.reduce((sum, part) => sum + part.value, 0);
    return {
      reported: { value: { kind: "number", value }, breakdown: { partition: true, parts }, raw },
      remark: null,
    };
  }
  if (opening !== "none" || labels.some(isGroup) || items.some(({ label }) => /\d/.test(label))) return null;
  return severalQuantities(
    items.map(({ value, label }) => ({ value, unit: label })),
    raw,
    options,
  );
}

/** `250 ha of 300 ha`: of the same unit, so that it is no `5 committees of 12 members`. */
const ofSameUnit = /^(\p{L}[^\d]*?) of(?: the)? (\d+) (\1)$/iu;
/** `40% of women and 60% of men`: two shares, of which none is the whole's. */
const ANOTHER_PERCENT = /\d ?(?:%|per ?cent|pour ?cent)/i;
/** In brackets these say what a number is compared with, or over which time: no part of it. */
const NO_PART =
  /^(?:cumul|to date|a ce jour|total|target|cible|planned|prevu|objectif|baseline|base\b|milestone|etape|initial)/;

const isChange = (text: string) => {
  const qualifier = qualifierAt(text);
  return (
    qualifier?.qualifier === "change" &&
    /^[\d.,]+ ?(?:%|per ?cent|pour ?cent)$/i.test(text.slice(qualifier.length))
  );
};

/** Prepositions before a number that says where or among how many: `30 villages in 2 districts`. */
const CONTEXT =
  /^(.*?\p{L}) ?(?:,? )(?:in|across|within|from|over|among|dans|à travers|auprès de|parmi) (?:the |les |all |tous les )?\d[\d ]* \p{L}[^\d]*$/iu;

/**
 * Reads a cell of the indicator table. What it cannot read whole keeps its text: a cell with two quantities is text, never one of them,
 * unless the indicator's own unit decides.
 */
export function readValue(cell: string, options: ReadValueOptions = {}): ReadValue {
  const { habit = NO_HABIT, lexicon = CELL_LEXICON, dayOrder = null } = options;
  const raw = fold(cell);
  const term = readTerm(raw, options);
  if (term !== null) return term;
  const text = raw.replace(
    /^(?:total(?: of)?|baseline|target|milestone|cible|base|base de référence) ?[:=]? ?(?=\D{0,3}\d)/i,
    "",
  );
  if (SEQUENCE.test(text)) return asText(raw, "text");
  const list = readList(text, options);
  if (list !== null) return { ...list, reported: { ...list.reported, raw } };
  const stated = scanStated(text, habit);
  if (stated === "ambiguous") return asText(raw, "ambiguous-number");
  if (stated === null) return asText(raw, /^\D{0,2}\d/.test(text) ? "two-quantities" : "text");
  const rest = text.slice(stated.end);
  // A letter right behind the digits belongs to a name: `4x4`, `3G`.
  if (/^\p{L}/u.test(rest) && /\d$/.test(text.slice(0, stated.end))) return asText(raw, "text");
  // `33⅓ %`, `1½`: the number goes on.
  if (/^ ?[¼-¾⅐-⅞]/.test(rest)) return asText(raw, "two-quantities");
  return withRest(raw, rest, stated, { ...options, habit, lexicon, dayOrder });
}

function withRest(
  raw: string,
  rest: string,
  { value, decided }: Stated,
  options: ReadValueOptions & { habit: NumberHabit; lexicon: CellLexicon; dayOrder: DayOrder },
): ReadValue {
  const { habit, lexicon, dayOrder } = options;
  const { unit, lists, after } = restOf(rest.replace(/^[:,;.] ?/, ""), lexicon);
  let [read, remark]: [NumberValue, Remark | null] = [value, decided ? "number-habit" : null];
  let breakdown: Breakdown | undefined;
  const number = value.value;
  const words = unit.replace(/[\s,;:.–-]+$/, "");
  const single = number !== null && value.qualifier !== "change";
  // A remark behind a dash: `0 – training postponed to August 2020`.
  const [, note] = /^[–—-] (\p{L}.*)$/u.exec(words) ?? [];
  const remarked = note !== undefined && number !== null && lists.length === 0 && !hasNumbers(note);
  if (remarked) {
    // Kept in the raw text.
  } else if (/\d/.test(words)) {
    const on = dateNamed(words, dayOrder);
    const sexes =
      number !== null
        ? readBreakdown(
            words.replace(/^[,;:] ?/, ""),
            { value: number, percent: value.unit === "%" },
            habit,
            lexicon,
          )
        : null;
    const outOf =
      /^(.*\p{L}) (?:out of|sur)(?: the| les)? (\d+)(.*)$/iu.exec(words) ?? ofSameUnit.exec(words);
    if (on !== null) read = { ...read, on };
    else if (
      outOf !== null &&
      number !== null &&
      Number(outOf[2]) >= number &&
      !/\d/.test(`${outOf[1]}${outOf[3]}`)
    )
      read = { ...read, value: null, numerator: number, denominator: Number(outOf[2]), unit: outOf[1] ?? "" };
    else if (value.unit === "%" && ANOTHER_PERCENT.test(words)) return asText(raw, "two-quantities");
    else if (CONTEXT.test(words) || value.unit === "%")
      read = value.unit === "%" ? read : { ...read, unit: words };
    else if (
      sexes?.breakdown &&
      sexes.understood &&
      sexes.breakdown.parts.every(({ label }) => isGroup(label))
    )
      breakdown = sexes.breakdown;
    else return asText(raw, "two-quantities");
  } else if (words !== "" && read.unit === undefined) read = { ...read, unit: words };
  if (/\d/.test(after)) return asText(raw, "two-quantities");
  for (const inside of lists) {
    const on = dateNamed(inside, dayOrder);
    const fraction = /^(\d+) ?(?:\/|out of|sur|of) ?(\d+)$/i.exec(inside);
    if (on !== null && !/\d.*\d{4}.*:/.test(inside)) read = { ...read, on };
    else if (fraction !== null && single) {
      const [numerator, denominator] = [Number(fraction[1]), Number(fraction[2])];
      read = { ...read, numerator, denominator };
      if (
        value.unit === "%" &&
        number !== null &&
        Math.abs((100 * numerator) / denominator - number) > 0.5 + 1e-9
      )
        remark = "share-differs";
      // How much it has changed, no part of it: `19 (réduction de 41 %)`.
    } else if (!/\d/.test(inside) || (single && isChange(inside))) continue;
    else if (!single || number === null) remark ??= "breakdown";
    else {
      const found = readBreakdown(inside, { value: number, percent: value.unit === "%" }, habit, lexicon);
      const [part, another] = found.breakdown?.parts ?? [];
      if (part !== undefined && another === undefined && NO_PART.test(plainTerm(part.label))) {
        remark ??= "breakdown";
        continue;
      }
      const bigger =
        part !== undefined && another === undefined && part.value > number && !isGroup(part.label);
      if (bigger && value.unit !== "%" && words !== "")
        return severalQuantities(
          [
            { value: number, unit: words },
            { value: part.value, unit: part.label },
          ],
          raw,
          options,
        );
      if (found.breakdown !== null && breakdown === undefined) breakdown = found.breakdown;
      else if (found.breakdown !== null) remark ??= "breakdown";
      if (!found.understood) remark ??= "breakdown";
    }
  }
  return {
    reported: { value: read, ...(breakdown !== undefined && { breakdown }), raw },
    remark,
  };
}
