import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cadre, withFile } from "../test/terminal.ts";

const has = (shell: string) => spawnSync(shell, ["-c", "true"]).status === 0;
for (const shell of ["bash", "zsh", "fish"])
  if (!has(shell)) console.warn(`SKIPPED: ${shell} is not installed; its completion is not tried in it.`);

/** What bash offers after these words, the last of which is being typed. */
async function bashOffers(words: string[], folder: string): Promise<string[]> {
  const { out } = await cadre("completion", "bash");
  const script = `${out}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")})
COMP_CWORD=${words.length - 1}
_cadre
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const printed = execFileSync("bash", ["--norc", "-c", script], { cwd: folder, encoding: "utf8" });
  return printed
    .split("\n")
    .filter((line) => line !== "")
    .sort();
}

describe.skipIf(!has("bash"))("completion in bash (skipped where there is no bash)", () => {
  const offers = (...words: string[]) =>
    withFile("report one.txt", "", (path) => {
      mkdirSync(join(dirname(path), "results"));
      writeFileSync(join(dirname(path), "other.json"), "");
      return bashOffers(["cadre", ...words], dirname(path));
    });

  it("offers commands, and those that begin with what was typed", async () => {
    expect(await offers("")).toEqual(expect.arrayContaining(["check", "compute", "convert", "inspect"]));
    expect(await offers("insp")).toEqual(["inspect"]);
  });

  it("offers a command's options and their choices", async () => {
    expect(await offers("explain", "--")).toEqual(["--help", "--lang"]);
    expect(await offers("inspect", "--lang", "")).toEqual(["en", "fr"]);
    expect(await offers("convert", "x.txt", "--to", "js")).toEqual(["json"]);
  });

  it("offers files where a file is wanted, whatever their names", async () => {
    expect(await offers("inspect", "re")).toEqual(["report one.txt", "results"]);
    expect(await offers("convert", "x.txt", "--out", "oth")).toEqual(["other.json"]);
  });
});

describe.skipIf(!has("zsh"))("completion in zsh (skipped where there is no zsh)", () => {
  /** What the script hands to zsh's own functions. */
  async function zshAsks(...words: string[]): Promise<string> {
    const { out } = await cadre("completion", "zsh");
    const script = `compdef() { : }
_describe() { print -l -- describe "\${(@P)2}" }
_arguments() { print -l -- arguments "$@" }
${out}
words=(cadre ${words.map((word) => `'${word}'`).join(" ")})
CURRENT=$#words
_cadre`;
    return execFileSync("zsh", ["-f", "-c", script], { encoding: "utf8" });
  }

  it("describes the commands, then asks for a command's own arguments", async () => {
    expect(await zshAsks("")).toMatch(/^describe\n(.*\n)*inspect:show/);
    const asked = await zshAsks("inspect", "");
    expect(asked).toContain(
      "--lang[language of the output and of messages; with --profile also one of the profile. Default: that of the environment]:lang:(en fr)",
    );
    expect(asked).toContain("*:file:_files");
  });
});

describe.skipIf(!has("fish"))("completion in fish (skipped where there is no fish)", () => {
  /** What fish offers for a command line. */
  async function offers(line: string): Promise<string[]> {
    const { out } = await cadre("completion", "fish");
    const script = `${out}\ncomplete -C${JSON.stringify(line)}`;
    const printed = execFileSync("fish", ["--no-config", "-c", script], { encoding: "utf8" });
    return printed.split("\n").map((each) => each.split("\t")[0] ?? "");
  }

  it("offers commands, options and their choices", async () => {
    expect(await offers("cadre insp")).toContain("inspect");
    expect(await offers("cadre check --form")).toContain("--format");
    expect(await offers("cadre check --format s")).toContain("sarif");
    expect(await offers("cadre completion ")).toEqual(expect.arrayContaining(["bash", "zsh", "fish"]));
  });
});

describe("cadre completion", () => {
  it("refuses a shell that it does not know", async () => {
    const { exit, error } = await cadre("completion", "tcsh");
    expect(exit).toBe(2);
    expect(error).toContain("bash | zsh | fish");
  });
});
