import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";

/** Whether LibreOffice is on this machine. */
export const hasLibreOffice = () => spawnSync("soffice", ["--version"], { stdio: "ignore" }).status === 0;

/** Converts files in one run, into a folder beside them; gives where each came to lie. */
function run(folder: string, files: readonly string[], format: string, options: readonly string[] = []) {
  const out = mkdtempSync(join(folder, "out-"));
  const result = spawnSync(
    "soffice",
    [
      `-env:UserInstallation=file://${join(folder, "profile")}`,
      "--headless",
      ...options,
      "--convert-to",
      format,
      "--outdir",
      out,
      ...files,
    ],
    { encoding: "utf8", timeout: 120_000 },
  );
  if (result.status !== 0) throw new Error(`soffice: ${result.stderr}`);
  const extension = format.split(":")[0];
  return files.map((file) => join(out, `${basename(file, extname(file))}.${extension}`));
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "cadre-office-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Converts a file by LibreOffice through the formats given, one after the other; gives the last one's bytes. */
export function convert(name: string, content: string | Uint8Array, ...formats: string[]): Uint8Array {
  return inFolder((folder) => {
    let file = join(folder, name);
    writeFileSync(file, content);
    for (const format of formats) {
      const html = extname(file) === ".html" ? ["--infilter=HTML (StarWriter):UTF8"] : [];
      [file = file] = run(folder, [file], format, html);
    }
    return new Uint8Array(readFileSync(file));
  });
}

/**
 * Converts several files by one run of LibreOffice, whose start takes most of the time; gives the bytes by the files' names, whose stems
 * must differ. @throws where LibreOffice does not open one.
 */
export function convertAll(
  files: Readonly<Record<string, Uint8Array>>,
  format: string,
): Record<string, Uint8Array> {
  return inFolder((folder) => {
    const into = join(folder, "in");
    mkdirSync(into);
    const names = Object.keys(files);
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(into, name), bytes);
    const result = run(
      folder,
      names.map((name) => join(into, name)),
      format,
    );
    return Object.fromEntries(
      result.map((file, index) => [names[index] ?? "", new Uint8Array(readFileSync(file))] as const),
    );
  });
}
