import assert from "node:assert/strict";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import {
  addObservations,
  createTable,
  loadObservations,
  type Observation,
  type ObservationSource,
  type ObservationTable,
  observationAt,
  type SourceProgress,
} from "@cadre/core/observations";
import { checkFindings, checkProblems } from "../check.ts";
import type { ConformanceCase } from "../conformance.ts";

/** A source to try, opened again for each case. */
export interface OpenedTrial {
  /** The source to try. */
  source: ObservationSource;
  /** Removes what was made for it; files must be free by then. */
  remove?: () => Promise<void>;
}

/** What a source is tried on. */
export interface ObservationSourceTrial {
  /** Gives the source, new for each case. */
  open: () => Promise<OpenedTrial>;
  /** What the observations are read against. */
  framework: MeasurementFramework;
  /** What the source holds, without rows that must be refused. At least two. */
  observations: readonly Observation[];
  /** How many rows it holds that must be refused; none by default. */
  refusedCount?: number;
  /** A source that must be refused as a whole, where there is such a thing. */
  broken?: () => Promise<OpenedTrial>;
}

/** The rows of a table, in an order that does not depend on how they came. */
const rowsOf = (table: ObservationTable): string[] => {
  const rows: string[] = [];
  for (let index = 0; index < table.size; index += 1) {
    const { categories = {}, ...row } = observationAt(table, index) as Observation;
    const sorted = Object.entries({ ...row, categories: Object.entries(categories).sort() }).sort(
      ([a], [b]) => (a < b ? -1 : 1),
    );
    rows.push(JSON.stringify(sorted));
  }
  return rows.sort();
};

async function using(open: () => Promise<OpenedTrial>, work: (source: ObservationSource) => Promise<void>) {
  const { source, remove } = await open();
  try {
    await work(source);
  } finally {
    await remove?.();
  }
}

/**
 * What every source of observations must hold to: all rows once, wrong ones reported with their position, progress that only grows, an end
 * when it is asked to stop, nothing held on to when it is left early.
 */
export function observationSourceConformance(trial: ObservationSourceTrial): ConformanceCase[] {
  const { open, framework, observations, refusedCount: refused = 0, broken } = trial;
  const table = () => createTable(framework);
  const expected = (): string[] => {
    const byHand = table();
    assert.deepEqual(
      addObservations(byHand, observations).rejected,
      [],
      "the trial's own observations are wrong",
    );
    return rowsOf(byHand);
  };
  const cases: [name: string, work: (source: ObservationSource) => Promise<void>][] = [
    [
      "a source says what it is, and its axes before it is read",
      async (source) => {
        assert.match(source.format, /^[a-z0-9][a-z0-9-]*$/);
        const opened = await source.open();
        assert.ok(opened.ok);
        const known = framework.axes.map(({ name }) => name);
        for (const axis of opened.value.shape.axes) assert.ok(known.includes(axis), `unknown axis ${axis}`);
        assert.ok(opened.value.shape.rowCount === null || opened.value.shape.rowCount >= observations.length);
        for await (const _ of opened.value.batches()) break;
      },
    ],
    [
      "every row comes once, and what is refused is reported with its line",
      async (source) => {
        const loaded = await loadObservations(source, { table });
        assert.ok(loaded.ok, loaded.ok ? "" : JSON.stringify(loaded.problems));
        assert.deepEqual(rowsOf(loaded.value.table), expected());
        assert.equal(loaded.value.rejectedCount, refused);
        checkFindings(loaded.findings);
        for (const { line, message } of loaded.value.rejections) {
          assert.ok(line >= 1);
          assert.ok(message.en !== "" && message.fr !== "");
        }
      },
    ],
    [
      "progress only grows, and its share stays within the whole",
      async (source) => {
        const reports: SourceProgress[] = [];
        const loaded = await loadObservations(source, {
          table,
          onProgress: (each) => reports.push({ ...each }),
        });
        assert.ok(loaded.ok);
        const { accepted, rejectedCount: rejected } = loaded.value;
        assert.ok(
          (reports.at(-1)?.rowCount ?? 0) <= accepted + rejected,
          "more rows were reported than there are",
        );
        for (const [index, { rowCount: rows, share }] of reports.entries()) {
          const before = reports[index - 1] ?? { rowCount: 0, share: null };
          assert.ok(rows >= before.rowCount);
          assert.ok(share === null || (share >= (before.share ?? 0) && share <= 1));
        }
      },
    ],
    [
      "it stops when it is asked to, by throwing the reason",
      async (source) => {
        const reason = new Error("stop, please");
        await assert.rejects(loadObservations(source, { table, signal: AbortSignal.abort(reason) }), reason);
      },
    ],
    [
      "it may be left early",
      async (source) => {
        const opened = await source.open();
        assert.ok(opened.ok);
        for await (const batch of opened.value.batches()) {
          assert.ok(["rows", "columns", "refused"].includes(batch.kind));
          break;
        }
      },
    ],
  ];
  return [
    ...cases.map(([name, work]) => ({ name, run: () => using(open, work) })),
    ...(broken === undefined
      ? []
      : [
          {
            name: "what is no source of observations is refused as a whole",
            run: () =>
              using(broken, async (source) => {
                const loaded = await loadObservations(source, { table });
                assert.ok(!loaded.ok, "it was read");
                checkProblems(loaded.problems);
              }),
          },
        ]),
  ];
}
