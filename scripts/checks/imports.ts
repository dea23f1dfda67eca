import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import ts from "typescript";
import { packages, ROOT } from "./workspace.ts";

/** The core's words at its top (`value`, `money`, …), which belong to no room. */
export const WORDS = "words";

/** What a package of ours takes of another, or a room of the core of another room. */
export interface Import {
  /** A package, or, within the core, `core/ROOM`. */
  by: string;
  of: string;
  /** Of the core, the room; `""` of any other. */
  room: string;
}

const parse = (path: string) =>
  ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
const CORE = join(ROOT, "packages", "core", "src");
const roomOf = (from: string) => /^\.\/([^/]+)\//.exec(from)?.[1] ?? WORDS;
const text = (node: ts.Node | undefined) => (node !== undefined && ts.isStringLiteral(node) ? node.text : "");

/** The rooms of the core. */
export const coreRooms = (): string[] =>
  globSync("*/index.ts", { cwd: CORE })
    .map((path) => path.split(/[\\/]/)[0] ?? "")
    .sort();

/** The room that each name behind the core's front door comes from. */
function roomsOfNames(index = join(CORE, "index.ts")): Map<string, string> {
  const rooms = new Map<string, string>();
  for (const statement of parse(index).statements) {
    if (!ts.isExportDeclaration(statement)) continue;
    const from = text(statement.moduleSpecifier);
    const { exportClause } = statement;
    const names =
      exportClause === undefined
        ? [...roomsOfNames(join(CORE, from)).keys()]
        : ts.isNamedExports(exportClause)
          ? exportClause.elements.map(({ name }) => name.text)
          : [];
    for (const name of names) rooms.set(name, roomOf(from));
  }
  return rooms;
}

const FRONT = roomsOfNames();
const room = (door: string | undefined, names: readonly string[]): string[] =>
  door !== undefined ? [door] : [...new Set(names.map((name) => FRONT.get(name) ?? WORDS))];

/** What a file takes of our packages, imports that wait until they are needed among it. */
function namedIn(source: ts.SourceFile): { of: string; room: string }[] {
  const found: { of: string; room: string }[] = [];
  const add = (from: string, names: readonly string[]) => {
    const [, of, door] = /^@cadre\/([^/]+)(?:\/(.+))?$/.exec(from) ?? [];
    if (of === "core") found.push(...room(door, names).map((each) => ({ of, room: each })));
    else if (of !== undefined) found.push({ of, room: "" });
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

/** The room of one of the core's files, told from its `packages/core`. */
const coreRoomOf = (file: string): string => /^src\/([^/]+)\//.exec(file.replace(/\\/g, "/"))?.[1] ?? WORDS;

/** The rooms that a file of the core imports by their places. */
const roomsBeside = ({ statements }: ts.SourceFile, file: string): string[] =>
  statements.flatMap((node) => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? text(node.moduleSpecifier) : "";
    return from.startsWith(".") ? [coreRoomOf(posix.join(dirname(file), from))] : [];
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
      const own = name === "core" ? coreRoomOf(file) : null;
      const by = own === null ? name : `core/${own}`;
      const source = parse(join(folder, file));
      if (own !== null)
        for (const each of roomsBeside(source, file)) if (each !== own) taken.add(`core/${each}`);
      for (const each of namedIn(source)) taken.add(each.of === "core" ? `core/${each.room}` : each.of);
      for (const each of taken) {
        const [of = "", room = ""] = each.split("/");
        found.set(`${by} ${each}`, { by, of, room });
      }
    }
  }
  return [...found.values()].sort((a, b) =>
    `${a.by} ${a.of} ${a.room}`.localeCompare(`${b.by} ${b.of} ${b.room}`, "en"),
  );
}
