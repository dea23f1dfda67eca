import { join } from "node:path";
import { packages, ROOT } from "./workspace.ts";

/** The page that holds the picture of the packages. */
export const HOUSE_PAGE = join(ROOT, "docs", "architecture.md");

const FROM = "<!-- house: drawn from the packages' manifests by `pnpm house` -->";
const TO = "<!-- /house -->";

const short = (name: string) => name.replace("@cadre/", "");

/** The packages and what each needs of ours, upper floors above: a Mermaid diagram of the manifests' dependencies. */
export function house(): string {
  const all = packages();
  const ours = new Set(all.map(({ name }) => name));
  const lines = all.flatMap(({ name, dependencies }) => {
    const needs = dependencies.filter((other) => ours.has(other)).sort();
    return [`  ${short(name)}["${name}"]`, ...needs.map((other) => `  ${short(name)} --> ${short(other)}`)];
  });
  return ["```mermaid", "flowchart TD", ...lines, "```"].join("\n");
}

/**
 * A page with the picture between its two marks drawn anew.
 * @throws Error where the page has no marks.
 */
export function withHouse(page: string): string {
  const [from, to] = [page.indexOf(FROM), page.indexOf(TO)];
  if (from < 0 || to < from) throw new Error(`${HOUSE_PAGE} has no place for the picture of the packages`);
  return `${page.slice(0, from + FROM.length)}\n\n${house()}\n\n${page.slice(to)}`;
}
