import type { Language } from "@cadre/core";
import { CODE_PAGES } from "../finding-pages.ts";
import { MESSAGES } from "../messages.ts";
import { wrap } from "../output/layout.ts";
import { screenFor, style } from "../output/output.ts";
import { EXIT, type Terminal } from "./command.ts";

/** The codes that are most like a text, by the letters that begin their words. */
function alike(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  return [...CODE_PAGES.keys()]
    .map((code) => ({ code, shared: words.filter((word) => code.includes(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 5)
    .map(({ code }) => code);
}

/** `cadre explain RULE`: what a rule or finding is about, what to do about it, and where a rule is written. */
export async function runExplain(
  rule: string,
  options: { lang?: Language },
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const messages = MESSAGES[language];
  const page = CODE_PAGES.get(rule);
  if (page === undefined) {
    const near = alike(rule);
    terminal.error(`cadre: ${messages.noSuchRule(rule)}`);
    if (near.length > 0) terminal.error(`  ${messages.didYouMean}${messages.colon} ${near.join(", ")}`);
    return EXIT.use;
  }
  const screen = screenFor({ ...terminal, language });
  const paragraph = (text: string) => wrap(text, screen.width).join("\n");
  terminal.out(style(screen, "bold", rule));
  terminal.out(`\n${paragraph(`${page.about[language]}.`)}`);
  if (page.remedy !== undefined) {
    terminal.out(`\n${style(screen, "bold", messages.whatToDo)}`);
    terminal.out(paragraph(`${page.remedy[language]}.`));
  }
  if (page.source !== undefined)
    terminal.out(`\n${paragraph(`${messages.source}${messages.colon} ${page.source[language]}`)}`);
  return EXIT.done;
}
