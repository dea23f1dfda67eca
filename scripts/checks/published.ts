import { join } from "node:path";
import ts from "typescript";
import { packages, ROOT } from "./workspace.ts";

/** What the packages' entry points export, and the program that knows their types. */
export interface Published {
  program: ts.Program;
  checker: ts.TypeChecker;
  /** Each export with the package that it is of, entry point by entry point; one that several export is named by each. */
  exports: { package: string; symbol: ts.Symbol }[];
}

/** A type that an entry point exports. */
export interface PublishedType {
  package: string;
  name: string;
  type: ts.Type;
}

let published: Published | undefined;

/** Reads the sources of the entry points, once. What is for other packages of the project alone (`/internal`) is left out. */
export function publishedExports(): Published {
  published ??= read();
  return published;
}

/** The types among the exports. */
export function publishedTypes(): PublishedType[] {
  const { checker, exports } = publishedExports();
  const isType = ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class;
  return exports
    .filter(({ symbol }) => (symbol.flags & isType) !== 0)
    .map(({ package: of, symbol }) => ({
      ...{ package: of, name: symbol.name },
      type: checker.getDeclaredTypeOfSymbol(symbol),
    }));
}

function read(): Published {
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
  const exports = entries.flatMap(({ package: name, file }) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return (module === undefined ? [] : checker.getExportsOfModule(module)).map((each) => ({
      package: name,
      symbol: each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each,
    }));
  });
  return { program, checker, exports };
}
