import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";

/** Whether LibreOffice is on this machine. */
export const hasLibreOffice = () => spawnSync("soffice", ["--version"], { stdio: "ignore" }).status === 0;

/** Converts a file by LibreOffice through the formats given, one after the other; gives the last one's bytes. */
export function convert(name: string, content: string | Uint8Array, ...formats: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "cadre-office-"));
  try {
    let file = join(folder, name);
    writeFileSync(file, content);
    for (const [step, format] of formats.entries()) {
      const out = join(folder, String(step));
      mkdirSync(out);
      const html = extname(file) === ".html" ? ["--infilter=HTML (StarWriter):UTF8"] : [];
      const made = spawnSync(
        "soffice",
        [
          `-env:UserInstallation=file://${join(folder, "profile")}`,
          "--headless",
          ...html,
          "--convert-to",
          format,
          "--outdir",
          out,
          file,
        ],
        { encoding: "utf8", timeout: 120_000 },
      );
      file = join(out, `${basename(file, extname(file))}.${format.split(":")[0]}`);
      if (made.status !== 0) throw new Error(`soffice: ${made.stderr}`);
    }
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
