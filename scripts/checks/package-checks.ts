import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { packed, packedManifest } from "./packed.ts";
import { broke, held, type Step } from "./step.ts";
import { packages } from "./workspace.ts";

/** What the packed manifest must not hold: our own source condition, workspace ranges. */
function manifestFaults(name: string, manifest: Record<string, unknown>): string[] {
  const text = JSON.stringify(manifest);
  return ["cadre-source", "workspace:"]
    .filter((word) => text.includes(word))
    .map((word) => `${name}: packed with “${word}”`);
}

async function faultsOf(name: string): Promise<string[]> {
  const all = await packed();
  const bytes = readFileSync(all.tarballs.get(name) ?? "");
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  const lint = messages.map((message) => `${name}: publint: ${formatMessage(message, pkg) ?? message.code}`);
  const types = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
  // Resolution of the time before `exports` knows no entry points but the main one; no supported Node resolves so.
  const problems =
    types.types === false
      ? [{ kind: "no types" }]
      : types.problems.filter(
          (problem) => !("resolutionKind" in problem && problem.resolutionKind === "node10"),
        );
  return [
    ...manifestFaults(name, packedManifest(all, name)),
    ...lint,
    ...problems.map((problem) => `${name}: types: ${JSON.stringify(problem)}`),
  ];
}

/** Each package as packed: publint, are-the-types-wrong, and that nothing of the workspace leaks out. */
export const packageChecks: Step = {
  name: "packages",
  run: async () => {
    const faults: string[] = [];
    const all = packages();
    for (const { name } of all) faults.push(...(await faultsOf(name)));
    return faults.length === 0 ? held(all.length) : broke(faults.join("\n"), faults.length);
  },
};
