import assert from "node:assert/strict";
import { type FrameworkDocument, parseFramework, type Reader, type Writer } from "@cadre/core";
import { checkFindings, frozen } from "../check.ts";
import type { ConformanceCase } from "../conformance.ts";
import { sampleDocuments } from "../documents/index.ts";

/** What a writer is tried on. */
export interface WriterTrial {
  /** The writer to try. */
  writer: Writer;
  /** Reads what was written, where the format can be read. */
  reader?: Reader;
  /**
   * What a document is once the format has carried it, so that what was read back can be held against it: the identity for a format that
   * carries everything, else a copy without what the writer's findings report. Without it, only what every format must carry is compared:
   * codes, texts, baselines, targets and actual values of the indicators.
   */
  carries?: (document: FrameworkDocument) => FrameworkDocument;
  /** Documents by name; without them those of this kit. */
  documents?: Readonly<Record<string, FrameworkDocument>>;
}

/** The least that a format must carry of a document. */
const core = (document: FrameworkDocument) =>
  document.outcomes.flatMap((outcome) =>
    [...outcome.indicators, ...outcome.outputs.flatMap(({ indicators }) => indicators)].map((each) => ({
      code: each.code,
      text: each.text,
      baseline: each.baseline.value,
      target: each.target.value,
      actual: each.actual.value,
    })),
  );

/**
 * What every writer must hold to: it writes any document, always the same bytes, changes nothing, says what it cannot carry; and what it wrote
 * reads back to what the format carries.
 */
export function writerConformance(trial: WriterTrial): ConformanceCase[] {
  const { writer, reader, carries, documents = sampleDocuments() } = trial;
  return [
    {
      name: "a writer says what it writes",
      run: async () => {
        assert.match(writer.format, /^[a-z0-9][a-z0-9-]*$/);
        assert.match(writer.extension, /^\.[a-z0-9.]+$/);
        assert.match(writer.mediaType, /^[a-z]+\/[a-z0-9.+-]+$/);
      },
    },
    ...Object.entries(documents).flatMap(([name, document]): ConformanceCase[] => [
      {
        name: `the ${name} document is written in both languages, the same each time, and not changed`,
        run: async () => {
          assert.ok(parseFramework(document).ok, "the document to write is none");
          const input = frozen(structuredClone(document));
          for (const language of ["en", "fr"] as const) {
            const first = await writer.write(input, { language });
            checkFindings(first.findings);
            assert.ok(first.bytes.length > 0, "nothing was written");
            const again = await writer.write(input, { language });
            assert.deepEqual(again.findings, first.findings);
            assert.ok(Buffer.from(again.bytes).equals(Buffer.from(first.bytes)), "not the same bytes");
          }
        },
      },
      ...(reader === undefined
        ? []
        : [
            {
              name: `the ${name} document reads back, whatever the language`,
              run: async () => {
                for (const language of ["en", "fr"] as const) {
                  const { bytes } = await writer.write(structuredClone(document), { language });
                  const back = await reader.read(bytes);
                  assert.ok(back.ok, back.ok ? "" : JSON.stringify(back.problems));
                  if (carries === undefined) assert.deepEqual(core(back.value), core(document));
                  else assert.deepEqual(back.value, carries(structuredClone(document)));
                }
              },
            },
          ]),
    ]),
  ];
}
