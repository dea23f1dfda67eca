import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteStore, verifySqliteFile } from "@cadre/engine/sqlite";
import { describe, expect, it } from "vitest";
import { ROWS, releasedFile, releases, said } from "../test/released.ts";
import { testServer } from "../test/server.ts";

// Documents and observations that released versions saved: this version must read them, and go on from there.

describe.each(releases())("documents of %s", (version) => {
  it("are read to the same content and results, and answer requests sent again as before", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cadre-released-"));
    const file = join(folder, "documents.sqlite");
    for (const end of ["", "-seal"])
      copyFileSync(releasedFile(version, `documents.sqlite${end}`), file + end);
    expect(verifySqliteFile(file).problems).toEqual([]);
    const documents = await sqliteStore(file);
    try {
      const { ask } = testServer({ documents });
      expect(await said(ask)).toMatchObject(
        JSON.parse(readFileSync(releasedFile(version, "expected.json"), "utf8")),
      );
      const rows = (key: string, value = 12) =>
        ask("recipient", "POST", "/v1/projects/p1/observations", [{ ...ROWS[0], value }, ROWS[1]], {
          "Idempotency-Key": key,
        });
      expect(await (await rows("rows")).json()).toMatchObject({ accepted: 2, duplicate: true });
      expect((await rows("rows", 13)).status).toBe(422);
    } finally {
      await documents.close();
      rmSync(folder, { recursive: true });
    }
  });
});
