import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDocument, readReportDocx } from "@cadre/documents";
import { reportOf } from "./docx.ts";
import { type Bench, measureAsync } from "./harness.ts";

/** A Word report as LibreOffice prints it. */
function printed(docx: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "cadre-bench-"));
  try {
    const file = join(folder, "report.docx");
    writeFileSync(file, docx);
    const conversion = spawnSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        file,
      ],
      { encoding: "utf8", timeout: 120_000 },
    );
    if (conversion.status !== 0) throw new Error(`soffice: ${conversion.stderr}`);
    return new Uint8Array(readFileSync(join(folder, "report.pdf")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reading a report of about `n` pages as PDF, warm, beside the same report as .docx. Needs LibreOffice. */
export const pdf: Bench = {
  about: "reads a report of n pages as PDF, beside the same report as .docx (needs LibreOffice)",
  n: 16,
  run: async (n) => {
    const docx = reportOf(n);
    const file = printed(docx);
    const read = await openDocument(file);
    if (!read.ok) throw new Error(read.problems[0]?.message.en);
    const pages =
      Buffer.from(file)
        .toString("latin1")
        .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    const results = await measureAsync(
      [
        { impl: "readReportDocx", run: () => readReportDocx(docx) },
        { impl: "openDocument, PDF", run: () => openDocument(file) },
      ],
      15,
      5,
    );
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    return {
      name: "pdf",
      n,
      results,
      notes: [`${pages} pages, ${file.length} bytes; peak of the process ${peak} MB`],
    };
  },
};
