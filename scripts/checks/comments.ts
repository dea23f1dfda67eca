import ts from "typescript";
import { publishedExports } from "./published.ts";
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

/** Types that hold others: a field of one is described by what is in it. */
const CONTAINERS = new Set(["Array", "ReadonlyArray", "Map", "ReadonlyMap", "Promise", "AsyncIterable"]);

/** The types of a program's entry points, with what is asked of them. */
class Fields {
  readonly #checker: ts.TypeChecker;
  readonly #types = new Set<ts.Type>();
  readonly #declarations = new Set<ts.Declaration>();
  readonly all: PublicField[] = [];

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** The types that a type is made of: members of a union, what lists and records hold. */
  #parts(type: ts.Type): ts.Type[] {
    if (type.isUnionOrIntersection()) return type.types.flatMap((each) => this.#parts(each));
    const held = CONTAINERS.has(type.symbol?.name ?? "") || this.#checker.isTupleType(type);
    if (held)
      return this.#checker
        .getTypeArguments(type as ts.TypeReference)
        .flatMap((argument) => this.#parts(argument));
    const index = this.#checker.getIndexTypeOfType(type, ts.IndexKind.String);
    return [type, ...(index === undefined ? [] : this.#parts(index))];
  }

  /** Whether a type is an object without a name, so that its fields are those of the field that has it. */
  #isNameless(type: ts.Type): boolean {
    const names: readonly string[] = [ts.InternalSymbolName.Type, ts.InternalSymbolName.Object];
    return (
      type.aliasSymbol === undefined &&
      names.includes(type.symbol?.name) &&
      type.getCallSignatures().length === 0
    );
  }

  /** Adds the fields of a type, each declaration once. A field that has one value alone, such as `kind: "number"`, says what its type is. */
  add(name: string, type: ts.Type, of: string): void {
    for (const part of this.#parts(type)) {
      if (this.#types.has(part)) continue;
      this.#types.add(part);
      for (const field of part.flags & ts.TypeFlags.Object ? part.getProperties() : []) {
        const declaration = field.declarations?.find(isOurs);
        if (declaration === undefined) continue;
        const own = this.#checker.getTypeOfSymbol(field);
        const path = `${name}.${field.name}`;
        const isNew = !this.#declarations.has(declaration);
        this.#declarations.add(declaration);
        if (isNew && !(own.flags & ts.TypeFlags.Unit))
          this.all.push(this.#fieldOf(field, declaration, path, of));
        for (const each of this.#parts(own)) if (this.#isNameless(each)) this.add(path, each, of);
      }
    }
  }

  #fieldOf(field: ts.Symbol, declaration: ts.Declaration, name: string, of: string): PublicField {
    const source = declaration.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
    const internal = field.getJsDocTags(this.#checker).find((tag) => tag.name === "internal");
    const text = ts.displayPartsToString(field.getDocumentationComment(this.#checker)).trim();
    return {
      package: of,
      name,
      where: `${source.fileName.slice(ROOT.length + 1)}:${line + 1}`,
      comment: text || ts.displayPartsToString(internal?.text).trim(),
    };
  }
}

const isOurs = (declaration: ts.Declaration): boolean =>
  !declaration.getSourceFile().fileName.includes("node_modules");

/** Every field of the types that the packages' entry points export, and of the nameless objects within them. */
export function publicFields(): PublicField[] {
  const { checker, exports } = publishedExports();
  const fields = new Fields(checker);
  const types = ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class;
  for (const { package: name, symbol } of exports)
    if (symbol.flags & types) fields.add(symbol.name, checker.getDeclaredTypeOfSymbol(symbol), name);
  return fields.all;
}

// Lists the fields without a comment: `node --conditions=cadre-source scripts/checks/comments.ts`.
if (import.meta.main) {
  const fields = publicFields();
  const bare = fields.filter(({ comment }) => comment === "");
  for (const each of bare) console.log(`${each.package} ${each.name} (${each.where})`);
  console.log(`${bare.length} of ${fields.length} fields without a comment`);
  process.exitCode = bare.length === 0 ? 0 : 1;
}
