import { readFileSync } from "node:fs";
import { readerConformance, sampleDocument, writerConformance } from "@cadre/testkit";
import { describe, expect, it } from "vitest";
import { FRAMEWORK } from "../../test/terminal.ts";
import { READERS, WRITERS } from "./index.ts";

const DOCX = new URL("../../../documents/fixtures/report.fr.docx", import.meta.url);

// Every format that the commands read or write holds to the suites that a stranger's must pass.
const encoder = new TextEncoder();
const SAMPLES: Record<string, () => Promise<Uint8Array> | Uint8Array> = {
  json: () => readFileSync(FRAMEWORK),
  document: () => readFileSync(DOCX),
};

describe.each(READERS)("the reader of $format", async (reader) => {
  const written = WRITERS.find(({ format }) => format === reader.format);
  const sample = SAMPLES[reader.format];
  const bytes = sample ? await sample() : (await written?.write(sampleDocument(), { language: "en" }))?.bytes;
  const others = [
    encoder.encode('{"format": "somebody else’s"}'),
    encoder.encode("<?xml version='1.0'?><other/>"),
  ];
  const samples = bytes === undefined ? [] : [{ name: "a sample", bytes }];
  for (const { name, run } of readerConformance({ reader, samples, others })) it(name, run);
});

describe.each(WRITERS)("the writer of $format", (writer) => {
  // A document folds white space and has no table without indicators: what it carries is tried in its own package.
  const document = writer.format === "docx";
  const reader = document ? undefined : READERS.find(({ format }) => format === writer.format);
  const carries = writer.format === "json" ? { carries: <T>(document: T) => document } : {};
  for (const { name, run } of writerConformance({ writer, ...(reader && { reader }), ...carries }))
    it(name, run);
});

it("the commands know every reader and writer that the packages export, and so do these suites", async () => {
  const modules = [
    await import("@cadre/documents"),
    await import("@cadre/exchange/csv"),
    await import("@cadre/exchange/iati"),
    await import("@cadre/exchange/parquet"),
  ];
  const exported = modules.flatMap((module) => Object.values(module as Record<string, unknown>));
  const adapters = exported.filter(
    (value) => typeof value === "object" && value !== null && ("maxBytes" in value || "mediaType" in value),
  );
  expect(adapters.length).toBeGreaterThan(0);
  for (const adapter of adapters) expect([...READERS, ...WRITERS]).toContain(adapter);
});
