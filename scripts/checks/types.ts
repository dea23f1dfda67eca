import ts from "typescript";

/** Types that hold others: a field of one is described by what is in it. */
const CONTAINERS = new Set(["Array", "ReadonlyArray", "Map", "ReadonlyMap", "Promise", "AsyncIterable"]);

/** The types that a type is made of: members of a union, what lists and records hold. A type may be made of itself. */
export function partsOf(
  checker: ts.TypeChecker,
  type: ts.Type,
  within: ReadonlySet<ts.Type> = new Set(),
): ts.Type[] {
  if (within.has(type)) return [];
  const outer = new Set([...within, type]);
  if (type.isUnionOrIntersection()) return type.types.flatMap((each) => partsOf(checker, each, outer));
  if (CONTAINERS.has(type.symbol?.name ?? "") || checker.isTupleType(type))
    return checker
      .getTypeArguments(type as ts.TypeReference)
      .flatMap((each) => partsOf(checker, each, outer));
  const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return [type, ...(index === undefined ? [] : partsOf(checker, index, outer))];
}

/** What the doc comment of a field says; empty where it has none. */
export function commentOf(checker: ts.TypeChecker, field: ts.Symbol): string {
  const internal = field.getJsDocTags(checker).find((tag) => tag.name === "internal");
  const text = ts.displayPartsToString(field.getDocumentationComment(checker)).trim();
  return text || ts.displayPartsToString(internal?.text).trim();
}

/** Where a field is declared in this repository. */
export const declarationOf = (field: ts.Symbol): ts.Declaration | undefined =>
  field.declarations?.find((each) => !each.getSourceFile().fileName.includes("node_modules"));
