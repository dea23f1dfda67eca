import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { differences } from "../examples/mali-2020/src/differences.ts";
import { FRAMEWORK, inspectFramework, inspectReport, REPORT } from "../examples/mali-2020/src/read.ts";
import { run, type Terminal } from "../packages/cli/src/index.ts";

const { env, stdout, stderr } = process;
const language = (env.LC_ALL || env.LC_MESSAGES || env.LANG || "").startsWith("fr") ? "fr" : "en";
const terminal: Terminal = {
  out: (text) => stdout.write(`${text}\n`),
  error: (text) => stderr.write(`${text}\n`),
  width: stdout.columns,
  color: stdout.isTTY === true && stdout.hasColors() && env.NO_COLOR === undefined,
  interactive: false,
  language,
};
const ROOT_FILES = {
  en: {
    headline: "Cadre reads a progress report of the UN Peacebuilding Fund.",
    report: "1. The report, as text saved from a word processor (in our own words):",
    framework: "2. The same project as a framework document, in JSON:",
    same: "✓ Both give the same values: project, budget, indicators, activities.",
    differ: "✗ The two do not give the same values:",
    next: "Try next:",
    serve: "Open this address in a browser:",
  },
  fr: {
    headline: "Cadre lit un rapport de progrès du Fonds pour la consolidation de la paix.",
    report: "1. Le rapport, texte issu d’un traitement de texte (dans nos propres mots) :",
    framework: "2. Le même projet comme document de cadre, en JSON :",
    same: "✓ Les deux donnent les mêmes valeurs : projet, budget, indicateurs, activités.",
    differ: "✗ Les deux ne donnent pas les mêmes valeurs :",
    next: "À essayer ensuite :",
    serve: "Ouvrez cette adresse dans un navigateur :",
  },
}[language];

async function show(heading: string, file: URL): Promise<string> {
  const path = relative(process.cwd(), fileURLToPath(file));
  terminal.out(`\n${heading}\n   cadre inspect ${path}\n`);
  const exit = await run(["inspect", path], terminal);
  if (exit !== 0) process.exit(exit);
  return path;
}

terminal.out(ROOT_FILES.headline);
const report = await show(ROOT_FILES.report, REPORT);
const framework = await show(ROOT_FILES.framework, FRAMEWORK);
const differing = differences(inspectReport(REPORT), inspectFramework(FRAMEWORK));
terminal.out(
  `\n${differing.length === 0 ? ROOT_FILES.same : [ROOT_FILES.differ, ...differing].join("\n  ")}`,
);
if (differing.length > 0) process.exitCode = 1;
terminal.out(`\n${ROOT_FILES.next}`);
for (const args of [`check ${report} --lang fr`, `inspect ${framework} --json`, "--help"]) {
  terminal.out(`  npx pnpm --silent cadre ${args}`);
}
// One flag more, and the same project is in a browser.
if (process.argv.includes("--serve")) {
  const interrupted = (stop: () => void) => {
    process.once("SIGINT", stop);
    return () => process.off("SIGINT", stop);
  };
  terminal.out(`\n${ROOT_FILES.serve}`);
  process.exitCode = await run(["serve", report, "--lang", language], {
    ...terminal,
    interactive: true,
    onInterrupt: interrupted,
  });
} else terminal.out(`  npx pnpm demo --serve`);
