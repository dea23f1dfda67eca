import { spawn } from "node:child_process";

/** What a step found. */
export interface Outcome {
  /** Checks that held: one for a step that is a single command, more where it counts them itself. */
  passed: number;
  failed: number;
  /** What was not checked, and why: said loudly at the end. */
  skipped: string[];
  /** Shown when the step fails. */
  output: string;
  /** Shown in any case: a table, a size. */
  summary?: string;
}

/** One thing that `pnpm test` checks. */
export interface Step {
  name: string;
  run: () => Promise<Outcome>;
}

export interface Ran {
  code: number;
  output: string;
}

/** Runs a command to its end; standard output and error come together, as a person would see them. */
export function command(
  file: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; shell?: boolean } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      shell: options.shell ?? false,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => resolve({ code: 127, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

export const held = (passed = 1, summary?: string): Outcome => ({
  passed,
  failed: 0,
  skipped: [],
  output: "",
  ...(summary === undefined ? {} : { summary }),
});
export const broke = (output: string, failed = 1): Outcome => ({ passed: 0, failed, skipped: [], output });

/** A step that is one command. */
export function commandStep(name: string, file: string, ...args: string[]): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await command(file, args);
      return code === 0 ? held() : broke(output);
    },
  };
}
