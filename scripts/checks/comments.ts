import ts from "typescript";
import { publishedExports, publishedTypes } from "./published.ts";
import { commentOf, declarationOf, partsOf } from "./types.ts";
import { ROOT } from "./workspace.ts";

/** A field of a published type. */
export interface PublicField {
  package: string;
  /** The type and the way to the field: `Indicator.code`, `BudgetResult.gewe.share`. */
  name: string;
  /** Where it is declared: `packages/core/src/document/indicator.ts:12`. */
  where: string;
  /** What its doc comment says; empty where it has none. */
  comment: string;
}

/** An object without a name: its fields are those of the field that has it. */
const isNameless = (type: ts.Type): boolean => {
  const names: readonly string[] = [ts.InternalSymbolName.Type, ts.InternalSymbolName.Object];
  return (
    type.aliasSymbol === undefined &&
    names.includes(type.symbol?.name) &&
    type.getCallSignatures().length === 0
  );
};

function whereIs(declaration: ts.Declaration): string {
  const source = declaration.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
  return `${source.fileName.slice(ROOT.length + 1)}:${line + 1}`;
}

/**
 * Every field of the types that the packages' entry points export, and of the nameless objects within them, each declaration once. A field
 * that has one value alone, such as `kind: "number"`, is none: it says which type it is of.
 */
export function publicFields(): PublicField[] {
  const { checker } = publishedExports();
  const fields: PublicField[] = [];
  const seen = new Set<ts.Type | ts.Declaration>();
  const add = (of: string, name: string, type: ts.Type): void => {
    for (const part of partsOf(checker, type)) {
      if (seen.has(part)) continue;
      seen.add(part);
      for (const field of part.flags & ts.TypeFlags.Object ? part.getProperties() : []) {
        const declaration = declarationOf(field);
        if (declaration === undefined) continue;
        const own = checker.getTypeOfSymbol(field);
        const path = `${name}.${field.name}`;
        if (!seen.has(declaration) && !(own.flags & ts.TypeFlags.Unit))
          fields.push({
            ...{ package: of, name: path, where: whereIs(declaration) },
            comment: commentOf(checker, field),
          });
        seen.add(declaration);
        for (const each of partsOf(checker, own)) if (isNameless(each)) add(of, path, each);
      }
    }
  };
  for (const { package: of, name, type } of publishedTypes()) add(of, name, type);
  return fields;
}

// Lists the fields without a comment: `node --conditions=cadre-source scripts/checks/comments.ts`.
if (import.meta.main) {
  const fields = publicFields();
  const bare = fields.filter(({ comment }) => comment === "");
  for (const each of bare) console.log(`${each.package} ${each.name} (${each.where})`);
  console.log(`${bare.length} of ${fields.length} fields without a comment`);
  process.exitCode = bare.length === 0 ? 0 : 1;
}
