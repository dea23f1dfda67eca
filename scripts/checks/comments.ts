import { join } from "node:path";
import ts from "typescript";
import { packages, ROOT } from "./workspace.ts";

/** A field of a published type: `Indicator.code`. */
export interface PublicField {
  package: string;
  name: string;
  /** What its doc comment says; empty where it has none. */
  comment: string;
}

/** Every field of the types that the packages' entry points export, each declaration once. */
export function publicFields(): PublicField[] {
  const entries = packages().flatMap(({ name, folder, entryPoints }) => {
    const { exports } = JSON.parse(ts.sys.readFile(join(folder, "package.json")) ?? "{}");
    return entryPoints
      .filter((entryPoint) => !entryPoint.endsWith("/internal"))
      .map((entryPoint) => ({ package: name, file: join(folder, exports[entryPoint]["cadre-source"]) }));
  });
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, "tsconfig.json"),
    { noEmit: true, incremental: false },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    config?.options ?? {},
  );
  const checker = program.getTypeChecker();
  const seen = new Set<ts.Declaration>();
  const fieldsOf = (symbol: ts.Symbol, name: string): PublicField[] =>
    checker
      .getDeclaredTypeOfSymbol(symbol)
      .getProperties()
      .flatMap((field) => {
        const declaration = field.declarations?.[0];
        const path = declaration?.getSourceFile().fileName ?? "node_modules";
        if (declaration === undefined || path.includes("node_modules") || seen.has(declaration)) return [];
        seen.add(declaration);
        const comment = ts.displayPartsToString(field.getDocumentationComment(checker)).trim();
        return [{ package: name, name: `${symbol.name}.${field.name}`, comment }];
      });
  const types = ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class;
  return entries.flatMap(({ package: name, file }) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return (module === undefined ? [] : checker.getExportsOfModule(module))
      .map((each) => (each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each))
      .filter(({ flags }) => (flags & types) !== 0)
      .flatMap((each) => fieldsOf(each, name));
  });
}

// Lists the fields without a comment: `node --conditions=cadre-source scripts/checks/comments.ts`.
if (import.meta.main) {
  const fields = publicFields();
  const bare = fields.filter(({ comment }) => comment === "");
  for (const each of bare) console.log(`${each.package} ${each.name}`);
  console.log(`${bare.length} of ${fields.length} fields without a comment`);
  process.exitCode = bare.length === 0 ? 0 : 1;
}
