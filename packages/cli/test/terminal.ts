import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../src/run.ts";

const example = (name: string) =>
  fileURLToPath(new URL(`../../../examples/mali-2020/${name}`, import.meta.url));
/** For tests: the example's report and framework document. */
export const REPORT = example("report.fr.txt");
export const FRAMEWORK = example("framework.json");

/** For tests: runs `cadre` and keeps what it prints. */
export async function cadre(...args: string[]): Promise<{ exit: number; out: string; error: string }> {
  const [out, error]: [string[], string[]] = [[], []];
  const exit = await run(args, {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
    width: 80,
    color: false,
    interactive: false,
    language: "en",
  });
  return { exit, out: out.join("\n"), error: error.join("\n") };
}

/** For tests: a file that is gone afterwards. */
export async function withFile<T>(
  name: string,
  content: string | Uint8Array,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "cadre-cli-"));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
