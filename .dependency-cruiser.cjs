/**
 * The floors of the house. Packages: core < engine, documents, exchange, view < server < cli; testkit beside.
 * Rooms of the core: words, locale, bounds < lifecycle < framework < observations < indicators < figures, budget < reallocation,
 * schedule, quality < rulebook, comparison, annex, inspection.
 */
const floor = (name, path, ...forbidden) => ({
  name,
  severity: "error",
  from: { path, pathNot: "\\.test\\.ts$" },
  to: { path: forbidden },
});
const room = (name) => `^packages/core/src/${name}/`;
const pkg = (name) => `^packages/${name}/`;

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, pathNot: ["\\.test\\.ts$", "\\.config\\.ts$", "/index\\.ts$"] },
      to: {},
    },
    {
      name: "rooms-have-a-door",
      comment: "A package is entered through its index, never past it",
      severity: "error",
      from: { path: "^packages/([^/]+)/" },
      to: { path: "^packages/([^/]+)/src/.+", pathNot: ["^packages/$1/", "/index\\.ts$"] },
    },
    {
      name: "core-runs-anywhere",
      severity: "error",
      from: { path: "^packages/core/src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    floor("core-is-the-ground", pkg("core"), "^packages/(?!core/)"),
    floor("engine-stands-on-core", pkg("engine"), "^packages/(?!core/|engine/)"),
    floor("documents-stand-on-core", pkg("documents"), "^packages/(?!core/|documents/)"),
    floor("exchange-stands-on-core", pkg("exchange"), "^packages/(?!core/|exchange/)"),
    floor("view-stands-on-core", pkg("view"), "^packages/(?!core/|view/)"),
    floor("server-stands-on-engine-and-view", pkg("server"), "^packages/(?!core/|engine/|view/|server/)"),
    floor("testkit-stands-on-core-and-engine", pkg("testkit"), "^packages/(?!core/|engine/|testkit/)"),
    floor(
      "words-are-the-ground",
      "^packages/core/src/(?!index)[^/]+\\.ts$",
      "^packages/core/src/(?!locale/)[^/]+/",
    ),
    floor("locale", room("locale"), "^packages/core/src/(?!locale/)[^/]+/"),
    floor("lifecycle", room("lifecycle"), "^packages/core/src/(?!lifecycle/|locale/)[^/]+/"),
    floor("framework", room("framework"), "^packages/core/src/(?!framework/|lifecycle/|locale/)[^/]+/"),
    floor(
      "observations",
      room("observations"),
      "^packages/core/src/(?!observations/|framework/|lifecycle/|locale/)[^/]+/",
    ),
    floor("bounds", room("bounds"), "^packages/core/src/(?!bounds/|locale/)[^/]+/"),
    floor("figures", room("figures"), "^packages/core/src/(quality|inspection|budget)/"),
    floor("budget", room("budget"), "^packages/core/src/(?!budget/|framework/|lifecycle/|locale/)[^/]+/"),
    floor("indicators", room("indicators"), "^packages/core/src/(figures|quality|inspection|budget)/"),
    floor(
      "schedule",
      room("schedule"),
      "^packages/core/src/(?!schedule/|framework/|lifecycle/|locale/)[^/]+/",
    ),
    floor(
      "reallocation",
      room("reallocation"),
      "^packages/core/src/(?!reallocation/|budget/|framework/|lifecycle/|locale/)[^/]+/",
    ),
    floor("quality", room("quality"), "^packages/core/src/(inspection|comparison|annex|rulebook)/"),
    floor("rulebook", room("rulebook"), "^packages/core/src/(?!rulebook/|quality/)[^/]+/"),
    floor("comparison", room("comparison"), "^packages/core/src/(inspection|annex)/"),
    floor("annex", room("annex"), "^packages/core/src/(?!annex/|budget/|framework/|locale/)[^/]+/"),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ["cadre-source", "import", "node", "default"] },
  },
};
