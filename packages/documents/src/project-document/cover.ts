import {
  type Agency,
  bilingual,
  type Finding,
  type GenderMarker,
  type Language,
  type Money,
  type Project,
  type ProjectDocument,
  type RiskMarker,
  type Tranche,
} from "@cadre/core";
import type { Block } from "../blocks/index.ts";
import { excerpt, findingOf } from "../input/problem.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { normalise } from "../template/normalise.ts";
import { COVER_LABELS, type CoverField, ORDINALS, TRANCHE, WINDOWS } from "./labels.ts";
import { amountIn, dateIn } from "./values.ts";

interface Line {
  text: string;
  line: number;
}

/** An answer of the cover page: what follows its label. */
export interface Answer {
  field: CoverField;
  line: number;
  label: string;
  lines: Line[];
}

/** Labels, longest first, so that the more exact one counts. */
const LABELS = COVER_LABELS.flatMap(([field, labels]) => labels.map((label) => ({ field, label }))).sort(
  (a, b) => b.label.length - a.label.length,
);

/** The field whose label a paragraph begins with. */
export function coverField(text: string): { field: CoverField; label: string } | null {
  const plain = normalise(text.replace(/^[\s*•·]+/, ""));
  if (TRANCHE.test(plain)) return { field: "tranche", label: "tranche" };
  return LABELS.find(({ label }) => plain.startsWith(label)) ?? null;
}

/** Cuts the cover page along its labels, up to where it ends. */
export function coverAnswers(blocks: readonly Block[]): Answer[] {
  const answers: Answer[] = [];
  for (const { text, line } of blocks) {
    if (text === "") continue;
    const found = coverField(text);
    const open = answers.at(-1);
    if (found?.field === "end") {
      if (answers.some(({ field }) => field === "gender-marker" || field === "submission")) break;
      continue;
    }
    if (found === null) {
      open?.lines.push({ text, line });
      continue;
    }
    const colon = text.indexOf(":", Math.max(0, found.label.length - 6));
    const behind = colon < 0 ? "" : text.slice(colon + 1).trim();
    answers.push({
      field: found.field,
      line,
      label: text,
      lines: behind === "" ? [] : [{ text: behind, line }],
    });
  }
  return answers;
}

const TICKED = /^\s*(?:[☒☑✓✔■]|\[?[xX]\]?(?=\s))\s*/u;
const BOX = /^\s*[☐□]\s*/u;
const ticked = (lines: readonly Line[]) =>
  lines.filter(({ text }) => TICKED.test(text)).map(({ text }) => normalise(text.replace(TICKED, "")));

const GENDER: Readonly<Record<string, GenderMarker>> = { 0: "GM0", 1: "GM1", 2: "GM2", 3: "GM3" };
const RISK: readonly (readonly [RegExp, RiskMarker])[] = [
  [/^0|\blow\b|faible/, "low"],
  [/^1|medium|moyen/, "medium"],
  [/^2|\bhigh\b|eleve/, "high"],
];

/** A name and its amount: `UNDP: $ 620,000`, `Total : 2 500 000 USD`. */
function namedAmount(text: string): { name: string; amount: Money } | null {
  const cuts = [...text.matchAll(/:\s*|[$€]|\bUSD?\b|(?<![\d.,]\s?)\d/g)].map(({ 0: sign, index }) => ({
    index,
    end: sign.startsWith(":") ? index + sign.length : index,
  }));
  for (const { index, end } of cuts.slice(0, 20)) {
    const amount = amountIn(text.slice(end).replace(/[*\s]+$/, ""));
    if (amount !== null)
      return {
        name: text
          .slice(0, index)
          .replace(/[\s:*]+$/, "")
          .trim(),
        amount,
      };
  }
  return null;
}
const isTotal = (name: string) => /^(?:grand )?total\b|^sous-total|^sub-total/.test(normalise(name));

/** A name and the type of its organisation: `Tarwo Peace Foundation (local CSO)`. */
function namedType(text: string): { name: string; type: string | null } {
  const bare = text
    .replace(/^[\s•·*–-]+|[;.]$/g, "")
    .replace(/\((?:convening agency|agence coordinatrice|lead agency)\)/i, "")
    .trim();
  const [, name = bare, type] = /^(.+?)\s*\(([^()]{1,60})\)\s*$/.exec(bare) ?? [];
  return { name: name.trim(), type: type ?? null };
}

/** What the cover page says. */
export interface Cover {
  project: Project;
  total: Money | null;
  gewe: Money | null;
  tranches: Tranche[];
  facts: ProjectDocument;
  findings: Finding[];
}

class CoverReader {
  readonly findings: Finding[] = [];
  readonly lines: Record<string, number> = {};
  private readonly answers: readonly Answer[];
  private readonly language: Language;

  constructor(answers: readonly Answer[], language: Language) {
    this.answers = answers;
    this.language = language;
  }

  find(field: CoverField): Answer | undefined {
    const found = this.answers.filter((answer) => answer.field === field);
    return found.find(({ lines }) => lines.length > 0) ?? found[0];
  }

  private first(field: CoverField, path: string): Line | undefined {
    const answer = this.find(field);
    if (answer === undefined) return undefined;
    const [line] = answer.lines;
    this.lines[path] = line?.line ?? answer.line;
    return line;
  }

  /** An answer read by `read`; `null` where there is none, or where it is not understood, the latter with a finding. */
  read<T>(field: CoverField, path: string, read: (text: string) => T | null, expected: string): T | null {
    const line = this.first(field, path);
    if (line === undefined) return null;
    const value = read(line.text);
    if (value === null) this.unread(path, line, expected);
    return value;
  }

  unread(path: string, { line, text }: Line, expected: string): void {
    const message = bilingual(en.answerUnread, fr.answerUnread, path, excerpt(text));
    this.findings.push(
      findingOf("field-unread", "warning", { path, line }, message, excerpt(text, 400), expected),
    );
  }

  text(field: CoverField, path: string): string | null {
    return this.read(field, path, (text) => text, "text");
  }

  private amounts(
    answer: Answer | undefined,
    path: string,
  ): { byName: Map<string, Money>; total: Money | null } {
    const byName = new Map<string, Money>();
    let total: Money | null = null;
    for (const line of answer?.lines ?? []) {
      const found = namedAmount(line.text);
      if (found === null) {
        // Notes under the amounts have a star; a head of a table has no digits.
        if (/\d/.test(line.text) && !line.text.startsWith("*"))
          this.unread(path, line, "an amount, such as UNDP: $ 100,000");
      } else if (isTotal(found.name)) {
        total = found.amount;
        this.lines[path] = line.line;
      } else byName.set(found.name, found.amount);
    }
    return { byName, total };
  }

  agencies(types: Record<string, string>): { agencies: Agency[]; total: Money | null } {
    const answer = this.find("recipients");
    if (answer !== undefined) this.lines["project/agencies"] = answer.line;
    const listed = (answer?.lines ?? [])
      .filter(({ text }) => !BOX.test(text))
      .map((line) => ({ ...line, ...namedType(line.text) }));
    const budget = this.find("total-budget");
    if (budget !== undefined) this.lines["budget/total"] = budget.line;
    const { byName, total } = this.amounts(budget, "budget/total");
    const says = listed.findIndex(({ text }) => /convening|coordinatrice|lead agency/i.test(text));
    for (const { name, type } of listed) if (type !== null) types[name] = type;
    for (const { name, line } of listed) this.lines[`project/agencies/${name}`] = line;
    const names = [...new Set([...listed.map(({ name }) => name), ...byName.keys()])].filter(
      (name) => name !== "",
    );
    // The template asks for the convening agency first.
    const convening = listed[Math.max(0, says)]?.name;
    return {
      agencies: names.map((name) => ({
        name,
        convening: name === convening,
        budget: byName.get(name) ?? null,
      })),
      total,
    };
  }

  tranches(): Tranche[] {
    return this.answers
      .filter(({ field }) => field === "tranche")
      .flatMap((answer) => {
        const [, digit, word, percent] = TRANCHE.exec(normalise(answer.label)) ?? [];
        const number = digit === undefined ? (ORDINALS[word ?? ""] ?? 1) : Number(digit);
        const share = percent === undefined ? null : Number(`${percent.replace(",", ".")}e-2`);
        const { byName } = this.amounts(answer, "budget/tranches");
        return [...byName].map(([agency, amount]): Tranche => {
          this.lines[`budget/tranches/${agency}/${number}`] = answer.line;
          return {
            number,
            agency,
            amount,
            share: share !== null && share <= 1 ? share : null,
            received: null,
          };
        });
      });
  }

  /** `38.5% ($847,000)`, `40 % (1 000 000 USD)`: share and amount. */
  gewe(): { share: number | null; amount: Money | null } {
    const line = this.first("gewe", "budget/gewe/allocated");
    if (line === undefined) return { share: null, amount: null };
    const percent = /(\d{1,3}(?:[.,]\d+)?)\s?%/.exec(line.text);
    const share = percent === null ? null : Number(`${(percent[1] ?? "").replace(",", ".")}e-2`);
    const rest = line.text.replace(percent?.[0] ?? "", " ");
    const amount = namedAmount(rest.replace(/[()]/g, " ").replace(/\s+/g, " ").trim())?.amount ?? null;
    if (share === null && amount === null) this.unread("budget/gewe/allocated", line, "38.5% ($847,000)");
    return { share: share !== null && share <= 1 ? share : null, amount };
  }

  cover(): Cover {
    const { language } = this;
    const organizationTypes: Record<string, string> = {};
    const { agencies, total } = this.agencies(organizationTypes);
    const gewe = this.gewe();
    const choice = (field: CoverField) => ticked(this.find(field)?.lines ?? []);
    const [modality] = [...choice("modality"), normalise(this.find("modality")?.lines[0]?.text ?? "")].filter(
      (text) => /^(?:irf|prf)\b/.test(text),
    );
    const submission = choice("submission").join(" ");
    const plain: Record<string, string> = {};
    for (const field of [
      "other-funding",
      "description",
      "consultation",
      "undaf",
      "sdg",
      "trust-fund-name",
    ] as const) {
      const answer = this.find(field);
      const text = (answer?.lines ?? []).map((line) => line.text).join("\n");
      if (answer !== undefined && text !== "") {
        plain[field] = text;
        this.lines[`projectDocument/answers/${field}`] = answer.line;
      }
    }
    const country = this.text("country", "project/country");
    const project: Project = {
      title: this.text("title", "project/title"),
      country,
      number: this.text("number", "project/number"),
      startDate: this.read("start-date", "project/startDate", (text) => dateIn(text), "a date"),
      endDate: this.read("end-date", "project/endDate", (text) => dateIn(text), "a date"),
      agencies,
      genderMarker: this.read(
        "gender-marker",
        "project/genderMarker",
        (text) => GENDER[/[0-3]/.exec(text)?.[0] ?? ""] ?? null,
        "0 to 3",
      ),
      riskMarker: this.read(
        "risk-marker",
        "project/riskMarker",
        (text) => RISK.find(([words]) => words.test(normalise(text)))?.[1] ?? null,
        "0, 1 or 2",
      ),
      focusArea: this.read(
        "focus-area",
        "project/focusArea",
        (text) => /(?<![\d.])[1-4]\.[1-4](?![\d.])/.exec(text)?.[0] ?? null,
        "1.1 to 4.3",
      ),
    };
    const facts: ProjectDocument = {
      language,
      modality: modality === undefined ? null : modality.startsWith("irf") ? "IRF" : "PRF",
      durationMonths: this.read(
        "duration",
        "projectDocument/durationMonths",
        (text) => Number(/\d{1,3}/.exec(text)?.[0] ?? 0) || null,
        "months",
      ),
      geography: this.text("geography", "projectDocument/geography"),
      organizationTypes,
      partners: (this.find("partners")?.lines ?? []).map(({ text }) => text.replace(/^[•·*–-]\s*/, "")),
      windows: choice("windows").flatMap((text) => WINDOWS.find(([, words]) => words.test(text))?.[0] ?? []),
      submission: /\bnew\b|nouveau/.test(submission)
        ? "new"
        : /amend|revision/.test(submission)
          ? "amendment"
          : null,
      geweShare: gewe.share,
      answers: plain,
      lines: this.lines,
    };
    return { project, total, gewe: gewe.amount, tranches: this.tranches(), facts, findings: this.findings };
  }
}

/** Reads the cover page of a project document. */
export const readCover = (answers: readonly Answer[], language: Language): Cover =>
  new CoverReader(answers, language).cover();
