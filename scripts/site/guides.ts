import { basename, dirname, join } from "node:path";

/** A part of the index of guides: its heading, and the pages that are named in it first. */
export interface Part {
  title: string;
  /** From the project's root. */
  pages: string[];
}

/** What is before the index's first heading. */
const FIRST = "Guides";

/**
 * The parts of the index of guides in its order. A page is in the part that names it first; the index itself leads the first part. Parts
 * that name no page of their own are left out.
 */
export function partsOf(index: string, path: string): Part[] {
  const parts: Part[] = [{ title: FIRST, pages: [path] }];
  const known = new Set([path]);
  for (const line of index.split("\n")) {
    const heading = /^## +(.+)$/.exec(line)?.[1];
    if (heading !== undefined) parts.push({ title: heading, pages: [] });
    for (const [, link = ""] of line.matchAll(/\]\(([^)\s#]+\.md)(?:#[^)\s]*)?\)/g)) {
      const page = join(dirname(path), link);
      if (known.has(page) || basename(page) === "README.md") continue;
      known.add(page);
      parts.at(-1)?.pages.push(page);
    }
  }
  return parts.filter(({ pages }) => pages.length > 0);
}

/**
 * A page's title: the heading that it begins with.
 * @throws Error where it begins otherwise.
 */
export function titleOf(page: string): string {
  const title = /^# +(.+)$/m.exec(page.split("\n", 1)[0] ?? "")?.[1];
  if (title === undefined) throw new Error(`a page has to begin with its title: ${page.slice(0, 60)}`);
  return title.replace(/`/g, "");
}

/** What is below a page's title. */
export const untitled = (page: string): string => page.replace(/^# +.+\n+/, "");

/** The files of the examples that a page links to, from the project's root: folders without what is in them. */
export function examplesOf(page: string, path: string): string[] {
  return [...page.matchAll(/\]\(([^)\s#]+)\)/g)]
    .map(([, link = ""]) => join(dirname(path), link))
    .filter((target) => target.startsWith("examples/"));
}

/** A source file as a page: its code, fenced by more back ticks than it has. */
export function sourcePage(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code.trimEnd()}\n${fence}\n`;
}
