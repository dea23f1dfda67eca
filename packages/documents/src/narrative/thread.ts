import type { Sentence } from "./sentences.ts";

/** Short names by which the narrative calls one activity, and only that: `les PCP (1.1.1)` → PCP. */
export function aliasesOf(sentences: readonly Sentence[]): Map<string, string> {
  const codes = new Map<string, Set<string>>();
  for (const { text } of sentences) {
    for (const [, name = "", code = ""] of text.matchAll(
      /(?<!\p{L})(\p{Lu}{3,8}) \((\d{1,2}\.\d{1,2}\.\d{1,2})\)/gu,
    )) {
      codes.set(name, (codes.get(name) ?? new Set()).add(code));
    }
  }
  return new Map([...codes].flatMap(([name, [only, another]]) => (only && !another ? [[name, only]] : [])));
}

/** Follows the thread of the narrative: which activities a sentence speaks of when it names none. */
export class Thread {
  private readonly sentences: readonly Sentence[];
  private readonly aliases: Map<string, string>;
  private readonly pronoun: RegExp;
  private readonly spoken: string[][] = [];

  constructor(sentences: readonly Sentence[], pronoun: RegExp) {
    this.sentences = sentences;
    this.pronoun = pronoun;
    this.aliases = aliasesOf(sentences);
    for (const [index, sentence] of sentences.entries()) {
      const here = this.named(sentence);
      const goesOn = sentences[index - 1]?.paragraph === sentence.paragraph;
      this.spoken.push(here.length > 0 || !goesOn ? here : (this.spoken[index - 1] ?? []));
    }
  }

  /** Named by code or by short name. */
  named(sentence: Sentence): string[] {
    if (sentence.codes.length > 0) return sentence.codes;
    const words = new Set(sentence.text.split(/[^\p{L}\p{N}]+/u));
    return [...this.aliases].flatMap(([name, code]) => (words.has(name) ? [code] : []));
  }

  /** Named by the sentence, else those last named in its paragraph. */
  spokenOf(index: number): string[] {
    return this.spoken[index] ?? [];
  }

  /** Named by the sentence or, where the next one of its paragraph goes on from it, by that one. */
  introduced(index: number): string[] {
    const sentence = this.sentences[index];
    const next = this.sentences[index + 1];
    if (sentence === undefined) return [];
    if (sentence.codes.length > 0) return sentence.codes;
    const goesOn = next?.paragraph === sentence.paragraph && this.pronoun.test(next.words);
    return goesOn && next !== undefined ? next.codes : [];
  }
}
