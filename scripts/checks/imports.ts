import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import ts from "typescript";
import { packages, ROOT } from "./workspace.ts";

/** The name of what a file at the top of the core exports: its index alone. */
export const ROOT_FILES = "index";

/** What a package of ours takes of another, or a folder of the core of another folder. */
export interface Import {
  /** A package, or, within the core, `core/FOLDER`. */
  by: string;
  of: string;
  /** Of the core, the folder; `""` of any other. */
  folder: string;
}

const parse = (path: string) =>
  ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
const CORE = join(ROOT, "packages", "core", "src");
const folderOf = (from: string) => /^\.\/([^/]+)\//.exec(from)?.[1] ?? ROOT_FILES;
const text = (node: ts.Node | undefined) => (node !== undefined && ts.isStringLiteral(node) ? node.text : "");

/** The folders of the core. */
export const coreFolders = (): string[] =>
  globSync("*/index.ts", { cwd: CORE })
    .map((path) => path.split(/[\\/]/)[0] ?? "")
    .sort();

/** The folder that each name behind the core's main entry point comes from. */
function foldersOfNames(index = join(CORE, "index.ts")): Map<string, string> {
  const folders = new Map<string, string>();
  for (const statement of parse(index).statements) {
    if (!ts.isExportDeclaration(statement)) continue;
    const from = text(statement.moduleSpecifier);
    const { exportClause } = statement;
    const names =
      exportClause === undefined
        ? [...foldersOfNames(join(CORE, from)).keys()]
        : ts.isNamedExports(exportClause)
          ? exportClause.elements.map(({ name }) => name.text)
          : [];
    for (const name of names) folders.set(name, folderOf(from));
  }
  return folders;
}

const FOLDER_OF_NAME = foldersOfNames();
const folder = (entryPoint: string | undefined, names: readonly string[]): string[] =>
  entryPoint !== undefined
    ? [entryPoint]
    : [...new Set(names.map((name) => FOLDER_OF_NAME.get(name) ?? ROOT_FILES))];

/** What a file takes of our packages, imports that wait until they are needed among it. */
function namedIn(source: ts.SourceFile): { of: string; folder: string }[] {
  const found: { of: string; folder: string }[] = [];
  const add = (from: string, names: readonly string[]) => {
    const [, of, entryPoint] = /^@cadre\/([^/]+)(?:\/(.+))?$/.exec(from) ?? [];
    if (of === "core") found.push(...folder(entryPoint, names).map((each) => ({ of, folder: each })));
    else if (of !== undefined) found.push({ of, folder: "" });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const clause = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
      const named = clause !== undefined && (ts.isNamedImports(clause) || ts.isNamedExports(clause));
      add(
        text(node.moduleSpecifier),
        named ? clause.elements.map(({ name, propertyName }) => (propertyName ?? name).text) : [],
      );
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(text(node.arguments[0]), []);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The folder of one of the core's files, reported from its `packages/core`. */
const coreFolderOf = (file: string): string =>
  /^src\/([^/]+)\//.exec(file.replace(/\\/g, "/"))?.[1] ?? ROOT_FILES;

/** The folders that a file of the core imports by their places. */
const foldersBeside = ({ statements }: ts.SourceFile, file: string): string[] =>
  statements.flatMap((node) => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? text(node.moduleSpecifier) : "";
    return from.startsWith(".") ? [coreFolderOf(posix.join(dirname(file), from))] : [];
  });

/** Who of the packages imports what of whom, read from their sources; tests are left out. */
export function importsOf(): Import[] {
  const found = new Map<string, Import>();
  for (const { folder } of packages()) {
    const name = basename(folder);
    for (const file of globSync("src/**/*.ts", { cwd: folder })) {
      if (/\.test\.ts$|[\\/]testing[\\/]/.test(file)) continue;
      const taken = new Set<string>();
      if (name === "core" && file.replace(/\\/g, "/") === "src/index.ts") continue;
      const own = name === "core" ? coreFolderOf(file) : null;
      const by = own === null ? name : `core/${own}`;
      const source = parse(join(folder, file));
      if (own !== null)
        for (const each of foldersBeside(source, file)) if (each !== own) taken.add(`core/${each}`);
      for (const each of namedIn(source)) taken.add(each.of === "core" ? `core/${each.folder}` : each.of);
      for (const each of taken) {
        const [of = "", folder = ""] = each.split("/");
        found.set(`${by} ${each}`, { by, of, folder });
      }
    }
  }
  return [...found.values()].sort((a, b) =>
    `${a.by} ${a.of} ${a.folder}`.localeCompare(`${b.by} ${b.of} ${b.folder}`, "en"),
  );
}
