import { spawnSync } from "node:child_process";

/** Whether poppler's pdftotext is on this machine. */
export const hasPdfText = () => spawnSync("pdftotext", ["-v"], { stdio: "ignore" }).status === 0;

/** How many pages a PDF of LibreOffice's has: it writes each page's object in the open. */
export function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/Type\s*\/Page\b(?!s)/g) ?? []
  ).length;
}

/** The words of a PDF, line by line over all columns, with single spaces between them. */
export function textOf(pdf: Uint8Array): string {
  const { status, stdout, stderr } = spawnSync("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"], {
    input: pdf,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`pdftotext: ${stderr}`);
  return stdout.replace(/\s+/gu, " ");
}
