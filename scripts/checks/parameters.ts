import { relative } from "node:path";
import ts from "typescript";
import { publishedExports } from "./published.ts";
import { ROOT } from "./workspace.ts";

/** A parameter of a published function that does not keep to the order of arguments (CONTRIBUTING.md). */
export interface Misplaced {
  /** `formatMoney(language)`. */
  name: string;
  /** Where the function is declared. */
  where: string;
  because: "optional-not-last" | "optional-not-an-object" | "belongs-into-options";
}

/** How a result is made, whatever it is made of: in the options of every function that takes it. */
const OPTIONS = new Set(["language", "asOf", "today", "policy", "limits", "decimals", "clock", "signal"]);

/** Published functions, and parameters that are out of order. */
export function misplacedParameters(): { functions: number; misplaced: Misplaced[] } {
  const { checker, exports } = publishedExports();
  const seen = new Set<ts.Declaration>();
  const misplaced: Misplaced[] = [];
  for (const { symbol } of exports) {
    const declaration = symbol.valueDeclaration;
    if (declaration === undefined || seen.has(declaration)) continue;
    const source = declaration.getSourceFile();
    if (source.fileName.includes("node_modules")) continue;
    const signatures = checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures();
    if (signatures.length > 0) seen.add(declaration);
    for (const signature of signatures) {
      const parameters = signature.getParameters().map((parameter) => parameter.valueDeclaration);
      for (const [index, parameter] of parameters.entries()) {
        if (parameter === undefined || !ts.isParameter(parameter)) continue;
        const because = faultOf(checker, parameter, index, parameters.length);
        if (because === null) continue;
        const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
        const where = `${relative(ROOT, source.fileName)}:${line + 1}`;
        misplaced.push({ name: `${symbol.name}(${parameter.name.getText()})`, where, because });
      }
    }
  }
  return { functions: seen.size, misplaced };
}

function faultOf(
  checker: ts.TypeChecker,
  parameter: ts.ParameterDeclaration,
  index: number,
  count: number,
): Misplaced["because"] | null {
  if (OPTIONS.has(parameter.name.getText())) return "belongs-into-options";
  // What a function works on may have a default.
  if (index === 0 || !checker.isOptionalParameter(parameter)) return null;
  if (index < count - 1) return "optional-not-last";
  const type = checker.getNonNullableType(checker.getTypeAtLocation(parameter));
  const isObject = (each: ts.Type): boolean =>
    (each.flags & (ts.TypeFlags.Object | ts.TypeFlags.TypeParameter | ts.TypeFlags.Intersection)) !== 0 &&
    each.getCallSignatures().length === 0 &&
    !checker.isArrayLikeType(each);
  return (type.isUnion() ? type.types : [type]).every(isObject) ? null : "optional-not-an-object";
}
