/**
 * Run as a child: reads each input by the reader that its argument names and prints what came of it, a line each.
 */
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Input, Seen } from "./child-process.ts";
import { type HostileReader, READERS } from "./hostile-readers.ts";

const print = (what: unknown) => writeSync(1, `${JSON.stringify(what)}\n`);

async function see(reader: HostileReader, asked: Input): Promise<Omit<Seen, "ms" | "peakMb">> {
  try {
    const input = await inputOf(reader, asked);
    const result = await reader.read(input);
    if (Reflect.get({}, "polluted") !== undefined) throw new Error("a file has changed what objects are");
    if (result.ok) return { outcome: "read", what: result.value.slice(0, 10_000) };
    const [problem] = result.problems;
    if (!problem?.message.en || !problem.message.fr) throw new Error("refused without a message");
    const text = JSON.stringify(result.problems);
    if (text.length > 100_000) throw new Error(`refused in ${text.length} characters`);
    return { outcome: "refused", what: problem.code };
  } catch (error) {
    return { outcome: "thrown", what: String(error instanceof Error ? error.stack : error).slice(0, 1000) };
  }
}

async function inputOf({ good, cases }: HostileReader, input: Input) {
  if ("case" in input) {
    const make = cases[input.case]?.make;
    if (make === undefined) throw new Error(`there is no case ${input.case}`);
    // What the case before has left does not count.
    globalThis.gc?.();
    return make();
  }
  const bytes = Uint8Array.from(await good());
  if ("cut" in input) return bytes.slice(0, input.cut);
  const [offset, mask] = input.flip;
  bytes[offset] = (bytes[offset] ?? 0) ^ mask;
  return bytes;
}

async function main(): Promise<void> {
  const [, , name = ""] = process.argv;
  const reader = READERS[name];
  if (reader === undefined) throw new Error(`there is no reader ${name}`);
  print("ready");
  for await (const line of createInterface({ input: process.stdin })) {
    const start = performance.now();
    const seen = await see(reader, JSON.parse(line));
    // In kB on Linux and macOS.
    print({
      ...seen,
      ms: performance.now() - start,
      peakMb: process.resourceUsage().maxRSS / 1024,
    } satisfies Seen);
  }
}
void main();
