import { defineConfig } from "vitest/config";

// Tests run on the sources: the condition leads every import between packages to its `src`.
const conditions = ["cadre-source", "node", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "examples/*/src/**/*.test.ts",
      "benchmarks/src/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["packages/test-services/src/setup.ts"],
  },
});
