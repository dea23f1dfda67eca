import type { Expression } from "../document/index.ts";
import { type Bilingual, bilingual } from "../locale/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { parseExpression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";

const TOKEN = /(?:(\d+(?:[.,]\d+)?)|\[([^\]]*)\]|(min|max)\b|([-−+*×/÷(),;]))/uy;
/** Formulas longer than this are refused. */
const MAX_LENGTH = 10_000;
/** Brackets within one another. */
const MAX_NESTED = 24;

const refuse: (reason: Bilingual) => never = (reason) => {
  throw new FormulaError(reason);
};

type Token = { kind: "number" | "ref" | "word" | "sign"; text: string; at: number };

const TERM: Bilingual = { en: en.formulaTerm, fr: fr.formulaTerm };
const unexpected = (at: number, text: string, expected = TERM): Bilingual =>
  bilingual(en.formulaUnexpected, fr.formulaUnexpected, String(at + 1), text, expected);

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const functions = /\b(min|max)\b/u.test(text.replaceAll(/\[[^\]]*\]/gu, ""));
  for (let at = 0; ; at = TOKEN.lastIndex) {
    at += text.slice(at).search(/\S|$/u);
    if (at === text.length) return tokens;
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) return refuse(unexpected(at, text.slice(at).trim().slice(0, 10)));
    const [, number, ref, word, sign = ""] = found;
    // The comma of min(1,5) may part two numbers or be the decimal comma of one.
    if (functions && number?.includes(","))
      refuse(unexpected(at, number, { en: en.formulaPoint, fr: fr.formulaPoint }));
    if (number !== undefined) tokens.push({ kind: "number", text: number.replace(",", "."), at });
    else if (ref !== undefined) tokens.push({ kind: "ref", text: ref, at });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, at });
    else tokens.push({ kind: "sign", text: SIGNS[sign] ?? sign, at });
  }
}

const SIGNS: Readonly<Record<string, string>> = { "−": "-", "×": "*", "÷": "/" };
const OPERATIONS = { "+": "add", "-": "subtract", "*": "multiply", "/": "divide" } as const;

/**
 * Reads a formula as people write it: `1000 * [1.1] / [1.2]`, `[2.1] − [2.1, baseline]`, `max([1.1], [1.2])`. Multiplication and division
 * come before addition and subtraction. Indicators are written in square brackets, with `baseline` or `target` where that is meant.
 * @throws FormulaError where it is not understood, with the character.
 */
export function readFormula(text: string): Expression {
  if (text.length > MAX_LENGTH) refuse(bilingual(en.formulaTooLong, fr.formulaTooLong, String(MAX_LENGTH)));
  const tokens = tokensOf(text);
  let [index, nested] = [0, 0];
  const next = () => tokens[index];
  const fail = (): never => {
    const found = next();
    return refuse(
      found === undefined ? bilingual(en.formulaEnd, fr.formulaEnd, TERM) : unexpected(found.at, found.text),
    );
  };
  const takes = (...signs: string[]): string | null => {
    const token = next();
    if (token?.kind !== "sign" || !signs.includes(token.text)) return null;
    index += 1;
    return token.text;
  };
  const within = <Found>(read: () => Found): Found => {
    nested += 1;
    if (nested > MAX_NESTED) refuse(bilingual(en.formulaNested, fr.formulaNested, String(MAX_NESTED)));
    const found = read();
    nested -= 1;
    return found;
  };
  const chain = (part: () => Expression, ...signs: ("+" | "-" | "*" | "/")[]): Expression => {
    let found = part();
    for (let sign = takes(...signs); sign !== null; sign = takes(...signs)) {
      const op = OPERATIONS[sign as keyof typeof OPERATIONS];
      const term = part();
      // The same operation again is one more term.
      const open = typeof found === "object" && "op" in found && found.op === op && !closed.has(found);
      found = open
        ? { op, terms: [...(found as { terms: Expression[] }).terms, term] }
        : { op, terms: [found, term] };
    }
    return found;
  };
  /** What stood in brackets is not taken apart. */
  const closed = new Set<Expression>();
  const sum = (): Expression => chain(product, "+", "-");
  const product = (): Expression => chain(factor, "*", "/");
  const factor = (): Expression => {
    if (takes("-") !== null) {
      const term = within(factor);
      return typeof term === "number" ? -term : { op: "subtract", terms: [0, term] };
    }
    if (takes("(") !== null) {
      const found = within(sum);
      if (takes(")") === null) fail();
      closed.add(found);
      return found;
    }
    const token = next();
    if (token?.kind === "number") {
      index += 1;
      return Number(token.text);
    }
    if (token?.kind === "ref") {
      index += 1;
      return referenceOf(token);
    }
    if (token?.kind === "word") {
      index += 1;
      if (takes("(") === null) fail();
      const terms = [within(sum)];
      while (takes(",", ";") !== null) terms.push(within(sum));
      if (takes(")") === null) fail();
      return { op: token.text as "min" | "max", terms };
    }
    return fail();
  };
  const found = sum();
  if (next() !== undefined) fail();
  return parseExpression(found);
}

function referenceOf({ text, at }: Token): Expression {
  const [ref = "", of, ...rest] = text.split(",").map((part) => part.trim());
  const known = of === undefined || of === "baseline" || of === "target";
  if (ref === "" || rest.length > 0 || !known)
    refuse(unexpected(at, `[${text}]`, { en: en.formulaCode, fr: fr.formulaCode }));
  return of === undefined ? { ref } : { ref, of };
}
