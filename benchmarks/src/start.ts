import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Bench, median } from "./harness.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const BIN = path("../../packages/cli/dist/bin.js");
const REPORT = path("../../examples/mali-2020/report.fr.txt");

/** Writes what the process used when it ends: microseconds of CPU, kilobytes at most. */
const PROBE = `import { writeFileSync } from "node:fs";
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(process.env.CADRE_USAGE, JSON.stringify({ cpu: userCPUTime + systemCPUTime, kilobytes: maxRSS }));
});
`;

/** Whole processes of the built command, one after the other in each round, beside `node -e 0`: CPU, not wall time, since the machine is shared. */
export const start: Bench = {
  about: "the command as whole processes (built) beside node -e 0: CPU time; notes give memory",
  n: 9,
  run: (rounds) => {
    if (!existsSync(BIN)) throw new Error("the command is not built: pnpm build");
    const folder = mkdtempSync(join(tmpdir(), "cadre-start-"));
    const [probe, usage] = [join(folder, "probe.mjs"), join(folder, "usage.json")];
    writeFileSync(probe, PROBE);
    const contenders: { impl: string; args: string[] }[] = [
      { impl: "node -e 0", args: ["-e", "0"] },
      { impl: "cadre --help", args: [BIN, "--help"] },
      { impl: "cadre --version", args: [BIN, "--version"] },
      { impl: "cadre inspect REPORT", args: [BIN, "inspect", REPORT] },
      { impl: "cadre check REPORT", args: [BIN, "check", REPORT] },
    ];
    try {
      const times = contenders.map(() => ({ cpu: [] as number[], megabytes: [] as number[] }));
      for (let round = -1; round < rounds; round += 1)
        for (const [index, { impl, args }] of contenders.entries()) {
          const { status, stderr } = spawnSync(
            process.execPath,
            ["--import", pathToFileURL(probe).href, ...args],
            { env: { ...process.env, CADRE_USAGE: usage }, encoding: "utf8" },
          );
          if (status !== 0 && status !== 1) throw new Error(`${impl} ended with ${status}: ${stderr}`);
          const { cpu, kilobytes } = JSON.parse(readFileSync(usage, "utf8"));
          if (round < 0) continue;
          times[index]?.cpu.push(cpu / 1000);
          times[index]?.megabytes.push(kilobytes / 1024);
        }
      const medians = times.map(({ cpu }) => median(cpu));
      return {
        name: "start",
        n: rounds,
        results: contenders.map(({ impl }, index) => ({
          impl,
          medianMs: medians[index] ?? Number.NaN,
          ratio: (medians[index] ?? Number.NaN) / (medians[0] ?? Number.NaN),
        })),
        notes: [
          `memory at most: ${contenders.map(({ impl }, index) => `${impl} ${median(times[index]?.megabytes ?? []).toFixed(0)} MB`).join("; ")}`,
        ],
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
