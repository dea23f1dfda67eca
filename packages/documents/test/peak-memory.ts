/**
 * Run as a child: reads the file that its argument names by the entry's functions and prints what came of it, with the peak of the
 * process's memory in MB. `CADRE_ENTRY` is the address of the entry.
 */
import { readFileSync } from "node:fs";
import type { FrameworkDocument, Result } from "@cadre/core";

type Read = (bytes: Uint8Array) => Result<FrameworkDocument> | Promise<Result<FrameworkDocument>>;

/** What a child saw. */
export interface Seen {
  problem: { code: string; found: unknown; message: { en: string; fr: string } } | null;
  /** Rules of the findings, each once. */
  findings: string[];
  ms: number;
  peakMb: number;
}

async function main(): Promise<void> {
  const { openDocument, parseFramework } = await import(process.env.CADRE_ENTRY ?? "");
  const [file = ""] = process.argv.slice(2);
  const read: Read = file.endsWith(".json")
    ? (bytes) => parseFramework(JSON.parse(new TextDecoder().decode(bytes)))
    : openDocument;
  const start = performance.now();
  const result = file === "" ? null : await read(readFileSync(file));
  // Places of a workbook are named when they are asked for: a reader that asks for them counts.
  const cells = result?.ok === true ? Object.keys(result.value.locations ?? {}).length : 0;
  if (Reflect.get({}, "polluted") !== undefined) throw new Error("a file has changed what objects are");
  const seen: Seen & { cells: number } = {
    problem: result === null || result.ok ? null : (result.problems[0] ?? null),
    findings: result?.ok === true ? [...new Set(result.findings.map(({ code }) => code))] : [],
    ms: performance.now() - start,
    // In kB on Linux and macOS.
    peakMb: process.resourceUsage().maxRSS / 1024,
    cells,
  };
  console.log(JSON.stringify(seen));
}
void main();
