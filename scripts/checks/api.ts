import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import type { Package } from "./workspace.ts";

/** What a package gives to others, as the reports state it: the name of an entry point → the text of its report. */
export type Reports = Map<string, string>;

const nameOf = (entryPoint: string) =>
  entryPoint === "." ? "index" : entryPoint.slice(2).replaceAll("/", "-");

/** Longer than this nobody reads a declaration: its digest says that it changed. Such are types that a library infers. */
const LONGEST = 40_000;

const tokensOf = (line: string) => (line.match(/[\w$]+|"[^"]*"|\S/g) ?? []).sort().join(" ");

/**
 * What a text says line by line, in whatever order lines and the words of each are: the compiler lists the members of an inferred type
 * differently from build to build.
 */
const saidBy = (text: string) => text.split("\n").map(tokensOf).sort().join("\n");

const shortened = (report: string) =>
  report
    .replaceAll("\r\n", "\n")
    .split("\n\n")
    .map((declaration) => {
      if (declaration.length <= LONGEST) return declaration;
      const digest = createHash("sha256").update(saidBy(declaration)).digest("hex").slice(0, 16);
      const [head = ""] = declaration.split("\n", 1);
      return `${head.slice(0, 400)}\n// … ${declaration.length} characters, sha256 of what it says ${digest}`;
    })
    .join("\n\n");

function configOf({ folder }: Package, types: string, into: string, name: string): ExtractorConfig {
  const none = { default: { logLevel: ExtractorLogLevel.None } };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: join(folder, types),
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            module: "NodeNext",
            moduleResolution: "NodeNext",
            target: "ES2022",
            lib: ["ES2023"],
            types: ["node"],
            strict: true,
            skipLibCheck: true,
          },
        },
      },
      apiReport: { enabled: true, reportFolder: into, reportTempFolder: into, reportFileName: name },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // What is said in the docstrings is TypeDoc's to judge; this is about what there is.
      messages: {
        compilerMessageReporting: none,
        extractorMessageReporting: none,
        tsdocMessageReporting: none,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, "package.json"),
  });
}

/** What the service answers to, as it says itself. */
async function openapi({ folder }: Package): Promise<string> {
  const built = (name: string) => import(pathToFileURL(join(folder, "..", name, "dist", "index.js")).href);
  const [{ createServer }, { memoryStore }] = await Promise.all([built("server"), built("engine")]);
  const { app } = createServer({ events: memoryStore(), documents: memoryStore(), keys: [], log: () => {} });
  return `${JSON.stringify(await (await app.request("/openapi.json")).json(), null, 2)}\n`;
}

/** Shortens the main entry point's report: what another entry point exports too is declared in that one's report. */
function withoutRepeats(reports: Reports): void {
  const main = reports.get("index.api.md");
  if (main === undefined) return;
  const elsewhere = new Map<string, string>();
  for (const [name, report] of reports)
    if (name !== "index.api.md")
      for (const declaration of report.split("\n\n"))
        if (declaration.startsWith("// @")) elsewhere.set(declaration, name);
  const repeated = new Map<string, string[]>();
  const own = main.split("\n\n").filter((declaration) => {
    const name = elsewhere.get(declaration);
    if (name === undefined) return true;
    const [, exported = ""] = /\b(?:function|const|interface|type|class) (\w+)/.exec(declaration) ?? [];
    repeated.set(name, [...(repeated.get(name) ?? []), exported]);
    return false;
  });
  const lists = [...repeated].map(
    ([name, names]) => `// Also in ${name}: ${[...new Set(names)].sort().join(", ")}`,
  );
  reports.set("index.api.md", [...own.slice(0, -1), ...lists, ...own.slice(-1)].join("\n\n"));
}

/** What a built package gives to others: every name behind every entryPoint, with its type. */
export async function reportsOf(found: Package): Promise<Reports> {
  const manifest = JSON.parse(readFileSync(join(found.folder, "package.json"), "utf8"));
  const entryPoints = found.entryPoints.map((entryPoint) => ({
    name: nameOf(entryPoint),
    types: manifest.exports[entryPoint].import.types as string,
  }));
  const into = mkdtempSync(join(tmpdir(), "cadre-api-"));
  try {
    const configs = entryPoints.map(({ name, types }) => configOf(found, types, into, name));
    const [first] = configs;
    if (first === undefined) return new Map();
    // One program for all entry points: reading the types is most of the work.
    const compilerState = CompilerState.create(first, {
      additionalEntryPoints: entryPoints.map(({ types }) => join(found.folder, types)),
    });
    for (const config of configs)
      Extractor.invoke(config, {
        compilerState,
        localBuild: true,
        messageCallback: (message) => {
          message.handled = true;
        },
      });
    const reports: Reports = new Map(
      entryPoints.map(({ name }) => [
        `${name}.api.md`,
        shortened(readFileSync(join(into, `${name}.api.md`), "utf8")),
      ]),
    );
    withoutRepeats(reports);
    if (found.name === "@cadre/server") reports.set("openapi.json", await openapi(found));
    return reports;
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

/** The lines by which two reports differ, a few of them; empty where they say the same, in whatever order. */
export function differences(before: Reports, after: Reports, limit = 12): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old !== undefined && now !== undefined && saidBy(old) === saidBy(now)) return [];
    if (old === undefined) return [`${name}: a new entry point`];
    if (now === undefined) return [`${name}: an entry point that is gone`];
    const [had, has] = [new Set(old.split("\n")), new Set(now.split("\n"))];
    const lines = [
      ...[...had].filter((line) => !has.has(line)).map((line) => `  - ${line}`),
      ...[...has].filter((line) => !had.has(line)).map((line) => `  + ${line}`),
    ];
    const more = lines.length - limit;
    return [`${name}:`, ...lines.slice(0, limit), ...(more > 0 ? [`  and ${more} more`] : [])];
  });
}
