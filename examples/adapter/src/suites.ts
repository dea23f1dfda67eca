import type { FrameworkDocument } from "@cadre/core";
import {
  type ConformanceCase,
  observationSourceConformance,
  readerConformance,
  writerConformance,
} from "@cadre/testkit";
import { horizonReader } from "./reader.ts";
import { MEASUREMENT, OBSERVATIONS, SAMPLE } from "./sample.ts";
import { horizonSource } from "./source.ts";
import { horizonWriter } from "./writer.ts";

/** What a document is once Horizon has carried it: without what `lossesOf` reports. */
function carried(document: FrameworkDocument): FrameworkDocument {
  const { project, outcomes } = document;
  for (const outcome of outcomes) {
    outcome.rating = null;
    for (const each of [...outcome.indicators, ...outcome.outputs.flatMap(({ indicators }) => indicators)]) {
      delete each.remark;
      delete each.disaggregation;
      for (const column of ["baseline", "target", "actual"] as const) {
        const { value } = each[column];
        if (value.kind === "tbd") each[column] = { value: { kind: "tbd" } };
        else if (value.kind === "number") each[column] = { value: { kind: "number", value: value.value } };
        else each[column] = { value: { kind: "none" } };
      }
      each.milestone = { value: { kind: "none" } };
    }
  }
  const nothing = { allocated: null, spent: null };
  return {
    ...document,
    project: {
      ...project,
      title: project.title ?? "",
      country: project.country ?? "",
      number: null,
      genderMarker: null,
      riskMarker: null,
      focusArea: null,
    },
    budget: { total: null, deliveryRate: null, gewe: nothing, covidAdjustment: null, evaluation: null },
    activities: [],
  };
}

/** Every case that the adapter must pass, by the port that it serves. */
export const SUITES: Record<string, ConformanceCase[]> = {
  Reader: readerConformance({
    reader: horizonReader,
    samples: [{ name: "the sample", bytes: SAMPLE }],
    others: [new TextEncoder().encode('{ "format": "cadre/framework", "version": 1 }')],
  }),
  Writer: writerConformance({ writer: horizonWriter, reader: horizonReader, carries: carried }),
  ObservationSource: observationSourceConformance({
    open: async () => ({ source: horizonSource(SAMPLE) }),
    framework: MEASUREMENT,
    observations: OBSERVATIONS,
    refusedCount: 1,
    broken: async () => ({ source: horizonSource(new TextEncoder().encode("{}")) }),
  }),
};
