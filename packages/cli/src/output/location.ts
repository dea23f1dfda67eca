import type { SourceLocation } from "@cadre/core";

/**
 * A finding's file and line or cell as editors and terminals link it: `report.txt:431`, `annex.xlsx:Budget!F12`. The file alone where no
 * more is known.
 */
export function linkTo(file: string, { line, cell }: SourceLocation): string {
  if (line !== undefined) return `${file}:${line}`;
  return cell === undefined ? file : `${file}:${cell}`;
}
