import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { broke, command, type Outcome, type Step } from "./step.ts";
import { ROOT } from "./workspace.ts";

/** Where `typedoc` puts the site. */
const SITE = join(ROOT, "docs", "api");

/** A page's addresses of the site's own files, and the names that it can be linked to by. */
interface Links {
  to: string[];
  anchors: Set<string>;
}

const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, "&");

function linksOf(page: string): Links {
  const [to, anchors]: [string[], Set<string>] = [[], new Set()];
  for (const [, name, value = ""] of page.matchAll(/\s(href|src|id)="([^"]*)"/g)) {
    const text = unescaped(value);
    if (name === "id") anchors.add(text);
    else if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) to.push(text);
  }
  return { to, anchors };
}

/**
 * The links of a built site that lead nowhere: to a file that is not there, to a heading that no page has, to a folder, or to Markdown, which
 * should have become a page. How many were followed comes along.
 */
export function deadLinks(site: string): { followed: number; dead: string[] } {
  const pages = new Map<string, Links>();
  for (const name of globSync("**/*.html", { cwd: site }))
    pages.set(name, linksOf(readFileSync(join(site, name), "utf8")));
  const files = new Map<string, boolean>();
  const isFile = (path: string) => {
    const known = files.get(path) ?? (existsSync(join(site, path)) && /\.[a-z0-9]+$/i.test(path));
    files.set(path, known);
    return known;
  };
  const fault = (page: string, link: string): string | null => {
    const [address = "", anchor] = link.split("#");
    const path = decodeURIComponent(address.split("?")[0] ?? "");
    const target =
      path === ""
        ? page
        : relative(".", join(".", dirname(page), path.endsWith("/") ? `${path}index.html` : path));
    if (!isFile(target)) return `there is no ${target}`;
    if (target.endsWith(".md")) return "it is Markdown and no page";
    if (anchor === undefined || anchor === "" || !target.endsWith(".html")) return null;
    return pages.get(target)?.anchors.has(decodeURIComponent(anchor)) ? null : `${target} has no ${anchor}`;
  };
  const dead: string[] = [];
  let followed = 0;
  for (const [page, { to }] of pages)
    for (const link of to) {
      followed += 1;
      const why = fault(page, link);
      if (why !== null) dead.push(`${page}: ${link}: ${why}`);
    }
  return { followed, dead };
}

/** The guides and the reference, made into one site without a warning; each of its links leads somewhere, and each guide is a page. */
export const site: Step = {
  name: "site",
  run: async (): Promise<Outcome> => {
    const { code, output } = await command("typedoc", []);
    if (code !== 0) return broke(output);
    const { followed, dead } = deadLinks(SITE);
    const guides = globSync("*.md", { cwd: join(ROOT, "docs") }).map((name) =>
      name.replace(/\.md$/, ".html"),
    );
    const missing = guides
      .filter((name) => !existsSync(join(SITE, "guides", name)))
      .map((name) => `no page of the site is made of docs/${name.replace(/html$/, "md")}`);
    const faults = [...dead, ...missing];
    return {
      // Links are not counted one by one: there are tens of thousands, and a sum with the tests would say nothing of either.
      passed: 1 + (dead.length === 0 ? 1 : 0) + guides.length - missing.length,
      failed: faults.length,
      skipped: [],
      output: faults.join("\n"),
      summary: `${followed} links followed`,
    };
  },
};
