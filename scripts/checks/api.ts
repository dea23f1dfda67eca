import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { type Package, packages } from "./workspace.ts";

/** What a package gives to others, as the reports tell it: the name of an entry point → the text of its report. */
export type Reports = Map<string, string>;

const nameOf = (entryPoint: string) =>
  entryPoint === "." ? "index" : entryPoint.slice(2).replaceAll("/", "-");

/** The folder of a package's accepted reports. */
const accepted = ({ folder }: Package) => join(folder, "api");

/** Longer than this nobody reads a declaration: its digest tells that it changed. Such are types that a library infers. */
const LONGEST = 40_000;

const tokensOf = (line: string) => (line.match(/[\w$]+|"[^"]*"|\S/g) ?? []).sort().join(" ");

/**
 * What a text says line by line, in whatever order lines and the words of each stand: the compiler lists the members of an inferred type
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
  const { app } = createServer({ record: memoryStore(), papers: memoryStore(), keys: [], log: () => {} });
  return `${JSON.stringify(await (await app.request("/openapi.json")).json(), null, 2)}\n`;
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
    if (found.name === "@cadre/server") reports.set("openapi.json", await openapi(found));
    return reports;
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

/** The reports that were accepted. */
export function acceptedOf(found: Package): Reports {
  const folder = accepted(found);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** Accepts what a package gives now. */
export function accept(found: Package, reports: Reports): void {
  rmSync(accepted(found), { recursive: true, force: true });
  mkdirSync(accepted(found), { recursive: true });
  for (const [name, text] of reports) writeFileSync(join(accepted(found), name), text);
}

/** The lines by which two reports differ, a few of them; empty where they say the same, in whatever order. */
export function differences(before: Reports, after: Reports, most = 12): string[] {
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
    const more = lines.length - most;
    return [`${name}:`, ...lines.slice(0, most), ...(more > 0 ? [`  and ${more} more`] : [])];
  });
}

/** Whether each built package gives what was accepted. */
export async function apiFaults(): Promise<{ held: number; faults: string[] }> {
  const faults: string[] = [];
  let held = 0;
  for (const found of packages()) {
    const reports = await reportsOf(found);
    const lines = differences(acceptedOf(found), reports);
    if (lines.length === 0) held += reports.size;
    else faults.push([`${found.name} gives other things than was accepted:`, ...lines].join("\n  "));
  }
  return { held, faults };
}
