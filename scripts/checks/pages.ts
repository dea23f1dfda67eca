import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Outcome, Step } from "./step.ts";
import { ROOT } from "./workspace.ts";

const PAGES = ["*.md", "docs/*.md", "packages/*/README.md", "examples/**/*.md", "benchmarks/*.md"];

/** A page without what is in fenced blocks or between backticks: no links, no headings. */
const prose = (page: string) =>
  page.replace(/^(```+)[^\n]*\n[\s\S]*?^\1\s*$/gm, "").replace(/`[^`\n]*`/g, "");

/** The names by which the headings of a page can be linked to: as GitHub makes them, a second one of a name with a number. */
export function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  const seen = new Map<string, number>();
  for (const [, heading = ""] of page
    .replace(/^(```+)[^\n]*\n[\s\S]*?^\1\s*$/gm, "")
    .matchAll(/^#+ +(.+)$/gm)) {
    const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    const name = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-");
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    anchors.add(before === 0 ? name : `${name}-${before}`);
  }
  return anchors;
}

/** The links of a page to files of the project and to headings; addresses of the web are left out. */
export function linksOf(page: string): string[] {
  return [...prose(page).matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)]
    .map(([, to = ""]) => to)
    .filter((to) => !/^[a-z][a-z0-9+.-]*:/i.test(to));
}

/** Why a link of a page leads nowhere; `null` where it leads somewhere. */
function fault(page: string, link: string): string | null {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : join(dirname(page), decodeURIComponent(path));
  if (!existsSync(join(ROOT, target))) return `${page}: ${link}: there is no ${target}`;
  if (anchor === undefined || !target.endsWith(".md")) return null;
  const anchors = anchorsOf(readFileSync(join(ROOT, target), "utf8"));
  return anchors.has(decodeURIComponent(anchor))
    ? null
    : `${page}: ${link}: no heading of ${target} is called so`;
}

/** The index of the guides. */
const INDEX = "docs/index.md";

/** The files that an index names, from the project's root. */
export function namedBy(index: string, page: string): Set<string> {
  return new Set(
    linksOf(index).map((link) => join(dirname(page), decodeURIComponent(link.split("#")[0] ?? ""))),
  );
}

/** Every link between the pages leads somewhere, each guide is named by the index, and the README leads there. */
export const pages: Step = {
  name: "pages",
  run: async () => {
    const outcome: Outcome = { passed: 0, failed: 0, skipped: [], output: "" };
    const report = (message: string | null) => {
      if (message === null) outcome.passed += 1;
      else {
        outcome.failed += 1;
        outcome.output += `${message}\n`;
      }
    };
    const files = globSync(PAGES, { cwd: ROOT, exclude: (name) => name.includes("node_modules") });
    for (const file of files.sort()) {
      const page = readFileSync(join(ROOT, file), "utf8");
      for (const link of linksOf(page)) report(fault(file, link));
    }
    const named = namedBy(readFileSync(join(ROOT, INDEX), "utf8"), INDEX);
    for (const file of files.filter((name) => dirname(name) === "docs" && name !== INDEX))
      report(named.has(file) ? null : `${INDEX}: ${file} is not named; a guide that nobody finds is none`);
    const readme = namedBy(readFileSync(join(ROOT, "README.md"), "utf8"), "README.md");
    report(readme.has(INDEX) ? null : `README.md: no link to ${INDEX}`);
    return outcome;
  },
};
