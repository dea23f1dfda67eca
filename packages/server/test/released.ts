/**
 * Documents that released versions saved, kept under `released/VERSION`: `node --conditions=cadre-source packages/server/test/released.ts
 * VERSION` writes those of the present code, once, when the version is released. Every later version is tried on all of them.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sqliteStore } from "@cadre/engine/sqlite";
import { filled } from "./server.ts";

const FOLDER = join(import.meta.dirname, "released");
/** Versions with documents. */
export const releases = (): string[] => readdirSync(FOLDER).sort();
/** A file of a version's documents. */
export const releasedFile = (version: string, name: string): string => join(FOLDER, version, name);

/** Rows that the release added. */
export const ROWS = [
  {
    indicator: "1.1.1",
    period: "2020-Q1",
    categories: { sex: "female" },
    value: 12,
    recordedAt: "2020-04-10",
  },
  { indicator: "1.1.1", period: "2020-Q1", categories: { sex: "male" }, value: 9, recordedAt: "2020-04-10" },
];
/** What a server says of the documents. */
export async function said(ask: Awaited<ReturnType<typeof filled>>["ask"]): Promise<Record<string, unknown>> {
  const json = async (path: string) =>
    (await ask("viewer", "GET", `/v1/projects/p1${path}`)).json() as Promise<Record<string, unknown>>;
  const { revision, document } = await json("/framework");
  const results = (await json("/results?by=sex")) as unknown as {
    code: string;
    value: unknown;
    cells: unknown;
  }[];
  return { revision, document, results: results.map(({ code, value, cells }) => ({ code, value, cells })) };
}

async function write(version: string): Promise<void> {
  const folder = join(FOLDER, version);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const documents = await sqliteStore(join(folder, "documents.sqlite"));
  const { ask } = await filled({ documents, engine: { clock: () => new Date("2020-11-15T12:00:00Z") } });
  const added = await ask("recipient", "POST", "/v1/projects/p1/observations", ROWS, {
    "Idempotency-Key": "rows",
  });
  const answer = (await added.json()) as { accepted?: number };
  if (answer.accepted !== ROWS.length) throw new Error(JSON.stringify(answer));
  writeFileSync(join(folder, "expected.json"), `${JSON.stringify(await said(ask), null, 1)}\n`);
  await documents.close();
}

if (process.argv[1] === import.meta.filename) await write(process.argv[2] ?? "");
