import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

/** A folder for a suite's files, made before it and taken away after it. */
export function temporaryFiles() {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "cadre-cli-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string) => join(folder, name);
  return {
    /** Where a file of this name would be. */
    at,
    /** Writes a file, and says where. */
    file: (name: string, content: string | Uint8Array): string => {
      writeFileSync(at(name), content);
      return at(name);
    },
  };
}
