import { check, RULES } from "../src/checks/index.ts";
import type { Finding } from "../src/diagnostics/problem.ts";
import type { FrameworkDocument } from "../src/document/index.ts";
import { RULE_PAGES } from "../src/rule-pages/index.ts";
import { CASES } from "./cases/index.ts";
import { soundDocument } from "./sound-document.ts";

/** For tests and for the page of rules: what a rule says of the first of its cases. */
function example(rule: string): Finding {
  const each = CASES.find((one) => one.rule === rule);
  if (each === undefined) throw new Error(`no case of ${rule}`);
  const document = soundDocument();
  each.spoil(document);
  const previous: FrameworkDocument = soundDocument();
  each.before?.(previous);
  const findings = check(document, each.before === undefined ? {} : { previous });
  const found = findings.find((finding) => finding.code === rule);
  if (found === undefined) throw new Error(`${rule} finds nothing in its own case`);
  return found;
}

/** Typographic spaces, which differ from one Node to the next, made plain. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ").replaceAll("|", "\\|");
const shown = (fact: Finding["found"]) => (fact === null ? "nothing" : `\`${fact}\``);

function section(rule: string, severities: string): string {
  const page = RULE_PAGES[rule];
  if (page === undefined) throw new Error(`no page of ${rule}`);
  const { message, where, found, expected, fix } = example(rule);
  return [
    `### ${rule}`,
    "",
    `Severity: ${severities}.`,
    "",
    `- ${page.about.en}.`,
    `- _${page.about.fr}._`,
    `- Source: ${page.source.en} / _${page.source.fr}_`,
    "",
    `> ${plain(message.en)}<br>`,
    `> _${plain(message.fr)}_<br>`,
    `> \`${where.path}\`: found ${shown(found)}, expected ${shown(expected)}`,
    ...(fix === undefined ? [] : ["", `Offers a fix: ${plain(fix.message.en)} / _${plain(fix.message.fr)}_`]),
    "",
  ].join("\n");
}

/** The page of rules, `docs/generated/rules.md`: made of the rules themselves and of the cases that test them. */
export function rulesPage(): string {
  const severities = new Map(
    RULES.map(({ id, severity }) => {
      const seen = new Set([
        severity,
        ...CASES.filter(({ rule }) => rule === id).map((each) => each.severity),
      ]);
      return [id, [...seen].join(", ")];
    }),
  );
  return [
    "# Rules",
    "",
    "<!-- Made by `pnpm generate` of the rules and of the cases that test them. Do not edit. -->",
    "",
    `What \`check\` looks for, ${RULES.length} rules in all. Each has an example: what it says of the first case that it is tested by. How rules`,
    "work, how to switch one off and how to write your own: [checking.md](../checking.md).",
    "",
    "| rule | severity | what is checked |",
    "| --- | --- | --- |",
    ...RULES.map(
      ({ id }) => `| [${id}](#${id}) | ${severities.get(id)} | ${RULE_PAGES[id]?.about.en ?? ""} |`,
    ),
    "",
    ...RULES.map(({ id }) => section(id, severities.get(id) ?? "")),
  ].join("\n");
}
