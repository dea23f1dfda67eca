/**
 * Imports only point down. Packages: core < engine, documents, exchange, view < server < cli; testkit beside engine.
 * Folders of the core: the list below, lowest first.
 */
const CORE_LAYERS = [
  "values",
  "locale",
  "diagnostics",
  "json",
  "lifecycle",
  "document",
  "observations",
  "bounds",
  "indicators",
  "survey",
  "derived",
  "currency",
  "aggregate",
  "disclosure",
  "budget",
  "reallocation",
  "schedule",
  "checks",
  "rule-pages",
  "compare",
  "results",
  "portfolio",
  "common-indicators",
  "create",
  "internal",
];

/** What a package may import of ours, besides itself. */
const PACKAGES = {
  core: [],
  documents: ["core"],
  exchange: ["core"],
  view: ["core"],
  engine: ["core"],
  server: ["core", "engine", "view"],
  testkit: ["core", "engine"],
};

const layer = (name, path, ...forbidden) => ({
  name,
  severity: "error",
  from: { path, pathNot: "\\.test\\.ts$" },
  to: { path: forbidden },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.test\\.ts$", "\\.config\\.ts$", "/index\\.ts$", "^packages/test-services/"],
      },
      to: {},
    },
    {
      name: "entry-points-only",
      comment: "A package is entered through its index, never past it",
      severity: "error",
      from: { path: "^packages/([^/]+)/" },
      to: { path: "^packages/([^/]+)/(src|test)/.+", pathNot: ["^packages/$1/", "/index\\.ts$"] },
    },
    {
      name: "core-runs-anywhere",
      severity: "error",
      from: { path: "^packages/core/src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    ...Object.entries(PACKAGES).map(([name, below]) =>
      layer(`layer-${name}`, `^packages/${name}/src/`, `^packages/(?!(${[name, ...below].join("|")})/)`),
    ),
    // The index lists what the package exports, so it stands above all.
    ...CORE_LAYERS.slice(0, -1).map((name, index) =>
      layer(
        `core-layer-${name}`,
        `^packages/core/src/${name}/`,
        `^packages/core/src/(${CORE_LAYERS.slice(index + 1).join("|")})/`,
      ),
    ),
    layer("packages-import-no-scripts", "^packages/[^/]+/(src|test)/", "^scripts/"),
    layer("no-test-support-in-products", "^packages/[^/]+/src/", "^packages/[^/]+/test/"),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ["cadre-source", "import", "node", "default"] },
  },
};
