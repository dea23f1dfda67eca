import { relative } from "node:path";
import ts from "typescript";
import { publishedExports, publishedTypes } from "./published.ts";
import { declarationOf } from "./types.ts";
import { ROOT } from "./workspace.ts";

/** A parameter of a published function or method that does not keep to the order of arguments (CONTRIBUTING.md). */
export interface Misplaced {
  /** `formatMoney(language)`, `EventStore.read(from)`. */
  name: string;
  /** Where the function or method is declared. */
  where: string;
  because: "optional-not-last" | "optional-not-an-object" | "belongs-into-options";
}

/** How a result is made, whatever it is made of: in the options of every function that takes it. */
const OPTIONS = new Set(["language", "asOf", "today", "policy", "limits", "decimals", "clock", "signal"]);

/** Published functions, methods of published types, and parameters of both that are out of order. */
export function misplacedParameters(): { functions: number; methods: number; misplaced: Misplaced[] } {
  const { checker, exports } = publishedExports();
  const seen = new Set<ts.Declaration>();
  const misplaced: Misplaced[] = [];
  /** Whether it is a function of ours that was not looked at before. */
  const look = (name: string, type: ts.Type, declaration: ts.Declaration): boolean => {
    const source = declaration.getSourceFile();
    const signatures = type.getCallSignatures();
    if (seen.has(declaration) || signatures.length === 0 || source.fileName.includes("node_modules"))
      return false;
    seen.add(declaration);
    for (const signature of signatures) {
      const parameters = signature.getParameters().map((parameter) => parameter.valueDeclaration);
      for (const [index, parameter] of parameters.entries()) {
        if (parameter === undefined || !ts.isParameter(parameter)) continue;
        const because = faultOf(checker, parameter, index, parameters.length);
        if (because === null) continue;
        const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
        const where = `${relative(ROOT, source.fileName)}:${line + 1}`;
        misplaced.push({ name: `${name}(${parameter.name.getText()})`, where, because });
      }
    }
    return true;
  };
  const functions = exports.filter(({ symbol }) => {
    const { valueDeclaration: declaration } = symbol;
    return (
      declaration !== undefined &&
      look(symbol.name, checker.getTypeOfSymbolAtLocation(symbol, declaration), declaration)
    );
  }).length;
  const methods = publishedTypes().flatMap(({ name: owner, type }) =>
    type.getProperties().filter((method) => {
      const declaration = declarationOf(method);
      const own = checker.getNonNullableType(checker.getTypeOfSymbol(method));
      return declaration !== undefined && look(`${owner}.${method.name}`, own, declaration);
    }),
  ).length;
  return { functions, methods, misplaced };
}

function faultOf(
  checker: ts.TypeChecker,
  parameter: ts.ParameterDeclaration,
  index: number,
  count: number,
): Misplaced["because"] | null {
  // What a function works on may have a default, and may be a language: `textIn`.
  if (index === 0) return null;
  if (OPTIONS.has(parameter.name.getText())) return "belongs-into-options";
  if (!checker.isOptionalParameter(parameter)) return null;
  if (index < count - 1) return "optional-not-last";
  const type = checker.getNonNullableType(checker.getTypeAtLocation(parameter));
  const isObject = (each: ts.Type): boolean =>
    (each.flags & (ts.TypeFlags.Object | ts.TypeFlags.TypeParameter | ts.TypeFlags.Intersection)) !== 0 &&
    each.getCallSignatures().length === 0 &&
    !checker.isArrayLikeType(each);
  return (type.isUnion() ? type.types : [type]).every(isObject) ? null : "optional-not-an-object";
}
