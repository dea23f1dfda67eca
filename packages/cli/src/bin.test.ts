import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { FRAMEWORK, REPORT } from "../test/terminal.ts";

const BIN = fileURLToPath(new URL("./bin.ts", import.meta.url));

/** Runs the program as a process of its own; `read` says how much of its output is read before the pipe is closed. */
function start(args: string[], read = Number.POSITIVE_INFINITY, input?: string) {
  return new Promise<{ code: number | null; out: string; error: string }>((resolve) => {
    const child = spawn(process.execPath, ["--conditions=cadre-source", BIN, ...args], {
      env: { ...process.env, LC_ALL: "fr_FR.UTF-8", NODE_OPTIONS: "" },
    });
    if (input !== undefined) createReadStream(input).pipe(child.stdin);
    let [out, error] = ["", ""];
    child.stdout.on("data", (data) => {
      out += data;
      if (out.length >= read) child.stdout.destroy();
    });
    child.stderr.on("data", (data) => {
      error += data;
    });
    child.on("close", (code) => resolve({ code, out, error }));
  });
}

describe("the program", () => {
  it("speaks the environment's language and ends with the contract's code", async () => {
    const { code, out, error } = await start(["check", REPORT]);
    expect(code).toBe(1);
    expect(error).toMatch(/^2 erreurs, \d+ avertissements, \d+ notes dans 1 fichier\n$/);
    expect(out).toContain("Avertissements");
  });
  it("stops quietly when nobody reads on", async () => {
    const { code, error } = await start(["inspect", REPORT], 1);
    expect(error).toBe("");
    expect([0, 1]).toContain(code);
  });

  it.each([
    ["inspect", (file: string) => ["inspect", file, "--json"]],
    ["check", (file: string) => ["check", file, "--json"]],
    ["portfolio", (file: string) => ["portfolio", file, "--json", "--on", "2020-11-15"]],
    ["diff", (file: string) => ["diff", file, FRAMEWORK, "--json"]],
  ])(
    "reads standard input as it reads the file: %s",
    async (_, args) => {
      const whole = Number.POSITIVE_INFINITY;
      const [named, piped] = await Promise.all([start(args(REPORT)), start(args("-"), whole, REPORT)]);
      expect(piped.out).toBe(named.out.replaceAll(JSON.stringify(REPORT), '"-"'));
      expect(piped.code).toBe(named.code);
    },
    30_000,
  );
});
