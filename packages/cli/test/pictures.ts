import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type FrameworkDocument, numberOf, parseFramework } from "@cadre/core";
import { portfolioOf } from "@cadre/core/portfolio";
import { openFile } from "@cadre/documents";
import { findChromium, HOW_TO_INSTALL, launch } from "@cadre/test-services/browser";
import { dashboardHtml, dashboardModel, portfolioHtml } from "@cadre/view";
import { run } from "../src/run.ts";
import { FRAMEWORK } from "./terminal.ts";

// `npx pnpm pictures` takes the pictures of the README and of the guides' first page: the dashboard, the portfolio and
// the terminal, as a browser of this machine shows them.

const FOLDER = new URL("../../../docs/pictures/", import.meta.url);
const COLOURS: Readonly<Record<string, string>> = {
  31: "#ff7b72",
  32: "#7ee787",
  33: "#e3b341",
  34: "#79c0ff",
  35: "#d2a8ff",
  36: "#76e3ea",
};

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** The example project. */
function mali(): FrameworkDocument {
  const read = parseFramework(JSON.parse(readFileSync(FRAMEWORK, "utf8")));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** An escape sequence of colour or weight. */
const SEQUENCE = new RegExp(`${String.fromCharCode(27)}\\[([\\d;]*)m`);

/** What a terminal prints, as a page: its colours and weights are those of the escape sequences. */
function terminalPage(command: string, output: string): string {
  let open = 0;
  const body = output.split(SEQUENCE).map((part, index) => {
    if (index % 2 === 0) return escaped(part);
    const styles = part
      .split(";")
      .flatMap((code) =>
        code === "1"
          ? ["font-weight:700"]
          : code === "2"
            ? ["opacity:.65"]
            : COLOURS[code] === undefined
              ? []
              : [`color:${COLOURS[code]}`],
      );
    if (styles.length === 0) {
      const closed = "</span>".repeat(open);
      open = 0;
      return closed;
    }
    open += 1;
    return `<span style="${styles.join(";")}">`;
  });
  return `<!doctype html><meta charset="utf-8"><body style="margin:0;background:#0d1117"><pre style="margin:0;padding:22px 26px;font:14px/1.42 'DejaVu Sans Mono',monospace;color:#e6edf3"><span style="color:#7ee787">$</span> ${escaped(command)}\n${body.join("")}</pre>`;
}

async function printed(...args: string[]): Promise<string> {
  const lines: string[] = [];
  await run(args, {
    out: (text) => lines.push(text),
    error: () => {},
    width: 100,
    color: true,
    interactive: false,
    language: "en",
  });
  return lines.join("\n");
}

/** Thirty made-up projects in four countries, each at another place of the way. */
function portfolioPage(): string {
  const countries = ["Mali", "Niger", "Liberia", "Sierra Leone"];
  const reports = Array.from({ length: 30 }, (_, index) => {
    const document = mali();
    Object.assign(document.project, {
      number: String(100_200 + 37 * index),
      title: [
        "Dialogue in the border regions",
        "Young women in local councils",
        "Water, land and peace",
        "Justice close to people",
      ][(index + Math.floor(index / 4)) % 4],
      country: countries[(index * 7) % 4],
    });
    document.budget.deliveryRate = ((index * 13) % 90) / 100;
    const share = (index % 6) / 5;
    for (const { indicators, outputs } of document.outcomes)
      for (const indicator of [...indicators, ...outputs.flatMap((output) => output.indicators)])
        if (indicator.target.value.kind === "number" && indicator.actual.value.kind === "number")
          indicator.actual.value = {
            kind: "number",
            value: Math.round((numberOf(indicator.target.value) ?? 0) * share * 0.8),
          };
    return { name: `report-${index}`, document };
  });
  return portfolioHtml(portfolioOf(reports, { on: "2021-03-01" }), { language: "en" });
}

const chromium = findChromium();
if (chromium === null) throw new Error(HOW_TO_INSTALL);
const folder = mkdtempSync(join(tmpdir(), "cadre-pictures-"));
mkdirSync(FOLDER, { recursive: true });
const report = "examples/mali-2020/report.fr.txt";
const read = await openFile(report);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
// With what the reader noticed, so that the page counts what the terminal counts.
const model = dashboardModel(read.value, { readerFindings: read.findings });
const inspected = (await printed("inspect", report)).split("\n").slice(0, 34).join("\n");
const pages: [name: string, html: string, width: number, height: number | null][] = [
  ["dashboard", dashboardHtml(model, { language: "en" }), 1280, 860],
  ["portfolio", portfolioPage(), 1280, 760],
  ["terminal", terminalPage("cadre inspect report.fr.txt", inspected), 900, null],
  [
    "terminal-check",
    terminalPage(
      "cadre check report.fr.txt --severity error",
      await printed("check", report, "--severity", "error"),
    ),
    900,
    null,
  ],
];
const browser = await launch(chromium);
try {
  for (const [name, html, width, height] of pages) {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, html);
    const page = await browser.newPage({ viewport: { width, height: height ?? 300 }, colorScheme: "light" });
    await page.goto(pathToFileURL(file).href);
    if (height !== null) await page.waitForSelector("html[data-ready]");
    await page.screenshot({ path: new URL(`${name}.png`, FOLDER).pathname, fullPage: height === null });
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
