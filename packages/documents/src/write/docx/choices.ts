import type { Field } from "../../template/grammar.ts";
import { ENGLISH_REPORT, FRENCH_REPORT } from "../../template/index.ts";
import { bare } from "../../template/normalise.ts";

const TICKED = /^[☑☒✓✔✗✘■]\s*/u;
const EMPTY = /^[☐□]\s*/u;

/** A line of an answer that is given by ticking boxes. */
export interface Choice {
  text: string;
  /** `null`: no box is before it. */
  box: boolean | null;
}

/** What a template prints behind boxes, in either language: teams fill one language's form in the other. */
const OPTIONS = [FRENCH_REPORT, ENGLISH_REPORT].flatMap(({ fields }) =>
  fields.flatMap(({ options = [] }) => options.map((option) => bare(option))),
);

/**
 * An answer given by ticking boxes, line by line. Of an option without a box nobody knows whether it was ticked (text that a word processor
 * saved has lost them): its box is empty, and `unknown` says so. Without an answer the options are open, as the template has them.
 */
export function choicesOf(
  { options = [] }: Field,
  answer: string | null,
): { choices: Choice[]; unknown: boolean } {
  const lines = (answer ?? "").split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return { choices: options.map((text) => ({ text, box: false })), unknown: false };
  let unknown = false;
  const choices = lines.map((line): Choice => {
    const words = line.trim();
    if (TICKED.test(words)) return { text: words.replace(TICKED, ""), box: true };
    if (EMPTY.test(words)) return { text: words.replace(EMPTY, ""), box: false };
    const option = OPTIONS.includes(bare(words));
    unknown ||= option;
    return { text: line, box: option ? false : null };
  });
  return { choices, unknown };
}
