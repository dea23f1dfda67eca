import type { Language } from "@cadre/core";
import { REMEDIES, RULE_PAGES } from "@cadre/core/rule-pages";
import { MESSAGES } from "../messages.ts";
import { wrap } from "../output/layout.ts";
import { screenFor, style } from "../output/output.ts";
import { EXIT, type Terminal } from "./command.ts";

/** The ids that are most like a text, by the letters that begin them. */
function alike(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  return Object.keys(RULE_PAGES)
    .map((id) => ({ id, shared: words.filter((word) => id.includes(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 5)
    .map(({ id }) => id);
}

/** `cadre explain RULE`: what a rule is about, what to do about what it finds, and where it is written. */
export async function runExplain(
  rule: string,
  options: { lang?: Language },
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const messages = MESSAGES[language];
  const page = Object.hasOwn(RULE_PAGES, rule) ? RULE_PAGES[rule] : undefined;
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
  const remedy = REMEDIES[rule]?.[language];
  if (remedy !== undefined) {
    terminal.out(`\n${style(screen, "bold", messages.whatToDo)}`);
    terminal.out(paragraph(`${remedy}.`));
  }
  terminal.out(`\n${paragraph(`${messages.source}${messages.colon} ${page.source[language]}`)}`);
  return EXIT.done;
}
