import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

/** For tests: pointers to what a document leaves open: objects that do not list their members, and any JSON value. */
export function openIn(node: unknown, pointer = "", found: string[] = []): string[] {
  if (typeof node !== "object" || node === null) return found;
  const { type, properties, additionalProperties: more, $ref } = node as Record<string, unknown>;
  const isOpen = type === "object" && (more === undefined || more === true);
  const isEmpty = type === "object" && properties === undefined && more === false;
  if (isOpen || isEmpty || $ref === "#/components/schemas/Json" || Object.keys(node).length === 0)
    found.push(pointer);
  for (const [key, value] of Object.entries(node))
    if (key !== "example" && key !== "examples") openIn(value, `${pointer}/${key}`, found);
  return found;
}

/** For tests: what the compiler says of calls that use the types which openapi-typescript makes of an OpenAPI, `./api.d.ts`. */
export async function faultsOfCalls(openapi: string, calls: string): Promise<string[]> {
  const files = new Map([
    ["/api.d.ts", astToString(await openapiTS(openapi))],
    ["/calls.ts", calls],
  ]);
  const options: ts.CompilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [] },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts"],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const own = files.get(name);
    return own === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, own, rest[0]);
  };
  const program = ts.createProgram(["/calls.ts"], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText, start }) => `${start}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}
