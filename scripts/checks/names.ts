import { join, relative } from "node:path";
import ts from "typescript";
import { publishedExports, publishedTypes } from "./published.ts";
import { declarationOf, partsOf } from "./types.ts";
import { ROOT } from "./workspace.ts";

/** A name of a field that is a number in one published type and a list in another. */
export interface MixedName {
  name: string;
  /** Where it is a number: `packages/core/src/budget/lines.ts:11`. */
  numbers: string[];
  /** Where it is a list. */
  lists: string[];
}

/** Files whose names are those of a standard. */
const STANDARD = /\/exchange\/src\/iati\/vocabulary/;
const LISTS = new Set(["Set", "ReadonlySet", "Map", "ReadonlyMap"]);

/** Fields of the types that the packages' entry points export, by name: where each is a number, and where a list. */
export function mixedNames(): MixedName[] {
  const { checker, exports } = publishedExports();
  const found = new Map<string, { numbers: Set<string>; lists: Set<string> }>();
  const seen = new Set<ts.Type>();
  const some = (type: ts.Type, test: (each: ts.Type) => boolean) =>
    (type.isUnion() ? type.types : [type]).some(test);
  const add = (field: ts.Symbol, declaration: ts.Declaration): void => {
    const entry = found.get(field.name) ?? { numbers: new Set(), lists: new Set() };
    found.set(field.name, entry);
    const type = checker.getTypeOfSymbol(field);
    const where = whereIs(declaration);
    if (some(type, ({ flags }) => (flags & ts.TypeFlags.NumberLike) !== 0)) entry.numbers.add(where);
    if (some(type, (each) => checker.isArrayLikeType(each) || LISTS.has(each.symbol?.name)))
      entry.lists.add(where);
  };
  const visit = (type: ts.Type): void => {
    for (const part of partsOf(checker, type)) {
      if (seen.has(part)) continue;
      seen.add(part);
      for (const signature of part.getCallSignatures()) {
        visit(signature.getReturnType());
        for (const parameter of signature.getParameters()) visit(checker.getTypeOfSymbol(parameter));
      }
      if (!(part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) continue;
      for (const field of part.getProperties()) {
        const declaration = declarationOf(field);
        if (declaration === undefined || isInternal(field, declaration, checker)) continue;
        if (!isLimit(declaration) && !isParameter(declaration, checker)) add(field, declaration);
        visit(checker.getTypeOfSymbol(field));
      }
    }
  };
  for (const { type } of publishedTypes()) visit(type);
  for (const { symbol } of exports) {
    const { valueDeclaration: declaration } = symbol;
    if (declaration !== undefined && !declaration.getSourceFile().fileName.includes("node_modules"))
      visit(checker.getTypeOfSymbolAtLocation(symbol, declaration));
  }
  return [...found]
    .filter(([, { numbers, lists }]) => numbers.size > 0 && lists.size > 0)
    .map(([name, { numbers, lists }]) => ({ name, numbers: [...numbers], lists: [...lists] }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function whereIs(declaration: ts.Declaration): string {
  const source = declaration.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
  return `${relative(ROOT, source.fileName)}:${line + 1}`;
}

/** What nobody outside reads: private, marked so, or named by a standard. */
function isInternal(field: ts.Symbol, declaration: ts.Declaration, checker: ts.TypeChecker): boolean {
  const { fileName } = declaration.getSourceFile();
  const hidden = ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private;
  const marked = field.getJsDocTags(checker).some(({ name }) => name === "internal");
  return hidden !== 0 || marked || STANDARD.test(fileName) || !fileName.startsWith(join(ROOT, "packages"));
}

/** A limit is named by what it limits: `WorkbookLimits.rows`. */
const isLimit = ({ parent }: ts.Declaration): boolean =>
  ts.isInterfaceDeclaration(parent) && parent.name.text.endsWith("Limits");

/** Whether a field is of whatever type its user says: `Success<T>.value`. */
function isParameter(declaration: ts.Declaration, checker: ts.TypeChecker): boolean {
  return (checker.getTypeAtLocation(declaration).flags & ts.TypeFlags.TypeParameter) !== 0;
}

/** A name under which several things are published. */
export interface SharedName {
  name: string;
  /** Where each is declared. */
  where: string[];
}

/** Exported names that mean one thing in one entry point and another in another. */
export function sharedNames(): SharedName[] {
  const files = new Map<string, Set<string>>();
  for (const { symbol } of publishedExports().exports) {
    const own = files.get(symbol.name) ?? new Set();
    files.set(symbol.name, own);
    for (const each of symbol.declarations ?? []) own.add(relative(ROOT, each.getSourceFile().fileName));
  }
  return [...files]
    .filter(([, where]) => where.size > 1)
    .map(([name, where]) => ({ name, where: [...where] }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

// `node --conditions=cadre-source scripts/checks/names.ts`.
if (import.meta.main) {
  const print = (each: object) => console.log(JSON.stringify(each));
  mixedNames().forEach(print);
  sharedNames().forEach(print);
}
