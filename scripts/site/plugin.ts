import { globSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import {
  Application,
  Comment,
  DocumentReflection,
  KindRouter,
  MinimalSourceFile,
  type NormalizedPath,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
} from "typedoc";
import { ROOT } from "../checks/workspace.ts";
import { examplesOf, partsOf, sourcePage, titleOf, untitled } from "./guides.ts";

/** Makes one site of the reference and the guides: TypeDoc's plugin, named by `typedoc.json`. */
const INDEX = "docs/index.md";
const EXAMPLES = "Examples";
const REFERENCE = "Packages";

/** Where a page is on the site: `guides/tutorial`, and not by its title, which may change. */
const addresses = new WeakMap<Reflection, string>();

class Router extends KindRouter {
  protected override getIdealBaseName(reflection: Reflection): string {
    return addresses.get(reflection) ?? super.getIdealBaseName(reflection);
  }
}

const absolute = (path: string) => join(ROOT, path) as NormalizedPath;
const read = (path: string) => readFileSync(absolute(path), "utf8");

/** A page of the site, made of Markdown that is, or could be, at a path of the project: its links are read from there. */
interface Page {
  path: string;
  title: string;
  text: string;
  group: string;
  address: string;
}

/** Puts the guides into the project, part by part, and behind them the sources of the examples that they link to. */
function addGuides(app: Application, project: ProjectReflection): void {
  const add = (
    { path, title, text, group, address }: Page,
    parent: ProjectReflection | DocumentReflection,
  ) => {
    const file = new MinimalSourceFile(text, absolute(path));
    const { content } = app.converter.parseRawComment(file, project.files);
    const page = new DocumentReflection(title, parent, content, { group });
    parent.addChild(page);
    project.registerReflection(page, undefined, absolute(path));
    addresses.set(page, address);
    return page;
  };
  const examples = new Set<string>();
  for (const { title: group, pages } of partsOf(read(INDEX), INDEX))
    for (const path of pages) {
      const page = read(path);
      const address = `guides/${basename(path, ".md").toLowerCase()}`;
      add({ path, title: titleOf(page), text: page, group, address }, project);
      for (const target of examplesOf(page, path)) examples.add(target.split("/").slice(0, 2).join("/"));
    }
  for (const path of [...examples].sort()) {
    const sources = globSync("src/**/*.ts", {
      cwd: absolute(path),
      exclude: (name) => name.endsWith(".test.ts"),
    });
    const names = sources.sort();
    const text = [`# ${path}\n`, ...names.map((name) => `- [\`${name}\`](${name})`)].join("\n");
    // Links of the page are read as if it were a file in the folder that it is about.
    const page = add(
      { path: join(path, "index.md"), title: path, text, group: EXAMPLES, address: path },
      project,
    );
    project.files.registerReflectionPath(absolute(path), page);
    for (const name of names) {
      const at = join(path, name);
      const text = `# ${at}\n\n${sourcePage(read(at), extname(name).slice(1))}`;
      add({ path: at, title: name, text, group: EXAMPLES, address: at.replace(/\.ts$/, "") }, page);
    }
  }
}

/** A package's page is called by its name: its README need not say it again. */
function dropTitles(project: ProjectReflection): void {
  for (const each of [project, ...(project.children ?? [])]) {
    const first = each.readme?.[0];
    if (first?.kind === "text") first.text = untitled(first.text);
  }
}

/** Orders the project's groups as the index does, the reference behind the guides; the navigation shows them. */
function orderGroups(project: ProjectReflection): void {
  const order = [...partsOf(read(INDEX), INDEX).map(({ title }) => title), REFERENCE, EXAMPLES];
  for (const group of project.groups ?? [])
    if (group.title === ReflectionKind.pluralString(ReflectionKind.Module)) group.title = REFERENCE;
  project.groups?.sort((one, other) => order.indexOf(one.title) - order.indexOf(other.title));
  project.comment ??= new Comment();
  project.comment.modifierTags.add("@showGroups");
}

/** What is used of the Markdown parser that TypeDoc hands over. */
interface Markdown {
  renderer: {
    rules: Record<string, ((tokens: Token[], index: number, ...rest: never[]) => string) | undefined>;
  };
}
interface Token {
  attrGet: (name: string) => string | null;
}

/** A picture that is too wide for the text is drawn small: it leads to itself. */
function openPictures(parser: Markdown): void {
  const draw = parser.renderer.rules.image;
  if (draw === undefined) throw new Error("the parser has no pictures");
  parser.renderer.rules.image = (tokens, index, ...rest) =>
    `<a href="${tokens[index]?.attrGet("src") ?? ""}">${draw(tokens, index, ...rest)}</a>`;
}

/** Called by TypeDoc. */
export function load(app: Application): void {
  app.renderer.defineRouter("site", Router);
  app.options.setValue("markdownItLoader", openPictures);
  app.on(Application.EVENT_PROJECT_REVIVE, (project) => addGuides(app, project), 100);
  app.on(Application.EVENT_PROJECT_REVIVE, dropTitles);
  // TypeDoc groups at -100.
  app.on(Application.EVENT_PROJECT_REVIVE, orderGroups, -200);
}
