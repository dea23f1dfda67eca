import { defineConfig } from "vitest/config";

// Tests run on the sources: the condition leads every import between packages to its `src`.
const conditions = ["cadre-source", "node", "default"];

/** Tests that change the process (its time zone, its timers) or measure it: each file runs in modules of its own. */
const ISOLATED = [
  "packages/*/src/**/*hostile*.test.ts",
  "packages/*/src/**/*.browser.test.ts",
  "packages/cli/src/progress.test.ts",
  "packages/server/src/**/*.test.ts",
  "benchmarks/src/**/*.test.ts",
];
/** Tests that hold a server to limits of processor time and memory: one after another, when all others are done. */
const MEASURED = ["attacks", "long-documents", "sequences", "streams"].map(
  (name) => `packages/server/src/${name}.test.ts`,
);
const INCLUDED = [
  "packages/*/src/**/*.test.ts",
  "examples/*/src/**/*.test.ts",
  "benchmarks/src/**/*.test.ts",
  "scripts/**/*.test.ts",
];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    // Ends what hangs; a busy machine does not come near it.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // As many workers as processors: importing the sources takes as long as many of the tests.
    maxWorkers: "100%",
    globalSetup: ["packages/test-services/src/setup.ts"],
    projects: [
      // The files that a worker runs share their modules: importing them once each takes a fifth of the time.
      { extends: true, test: { name: "shared", include: INCLUDED, exclude: ISOLATED, isolate: false } },
      { extends: true, test: { name: "isolated", include: ISOLATED, exclude: MEASURED, isolate: true } },
      {
        extends: true,
        test: {
          ...{ name: "measured", include: MEASURED, isolate: true, maxWorkers: 1 },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
