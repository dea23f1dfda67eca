import {
  bilingual,
  type Finding,
  type FrameworkDocument,
  indicatorsOf,
  type Language,
  type Result,
} from "@cadre/core";
import type { Block } from "../blocks/index.ts";
import { excerpt, findingOf } from "../input/problem.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { CellNames } from "../report/cell-names.ts";
import { normalise } from "../template/normalise.ts";
import { coverAnswers, readCover } from "./cover.ts";
import { FrameworkReader } from "./framework.ts";
import type { CoverField } from "./labels.ts";
import { withTabbedRows } from "./tabbed-rows.ts";

/** Fields that only a project document has. */
const OWN: readonly CoverField[] = [
  "document-title",
  "duration",
  "tranche",
  "geography",
  "gewe",
  "submission",
  "consultation",
  "description",
  "amendment",
];
const REPORT_TITLE = /progress report|rapport (?:d'avancement|sur l'etat|de progres)|rapport de projet/;
const FRENCH = /\b(?:projet|pays|resultats?|indicateurs?|duree|marqueur)\b/g;
const ENGLISH = /\b(?:project|country|outcomes?|indicators?|duration|marker)\b/g;

/** Whether a document is a project document: at least three fields that only these have, and no title of a report. */
export function isProjectDocument(blocks: readonly Block[]): boolean {
  const head = blocks.slice(0, 400);
  const isReport = head.slice(0, 20).some(({ text }) => REPORT_TITLE.test(normalise(text)));
  if (isReport) return false;
  const fields = new Set(coverAnswers(head).map(({ field }) => field));
  return OWN.filter((field) => fields.has(field)).length >= 3;
}

function languageOf(blocks: readonly Block[]): Language {
  const text = normalise(
    blocks
      .slice(0, 400)
      .map((block) => block.text)
      .join(" "),
    40_000,
  );
  return (text.match(FRENCH) ?? []).length > (text.match(ENGLISH) ?? []).length ? "fr" : "en";
}

/** Baselines and targets that were kept as text. */
function unread(document: FrameworkDocument, lines: Readonly<Record<string, number>>): Finding[] {
  return indicatorsOf(document).flatMap(({ indicator }) =>
    (["baseline", "target"] as const).flatMap((column) => {
      const { value } = indicator[column];
      if (value.kind !== "text" || !/\d/.test(value.text)) return [];
      const path = `indicators/${indicator.code}/${column}`;
      const line = lines[path];
      const where = line === undefined ? { path } : { path, line };
      return [
        findingOf(
          "cell-words",
          "info",
          where,
          bilingual(en.projectDocumentCellUnread, fr.projectDocumentCellUnread, excerpt(value.text)),
          excerpt(value.text),
          null,
        ),
      ];
    }),
  );
}

/**
 * Reads a project document from its blocks: the cover page, and the results framework with baselines, targets, milestones, means of
 * verification and activities. It has no report; what reports add is empty.
 */
export function readProjectDocument(
  blocks: readonly Block[],
  inputFindings: readonly Finding[] = [],
): Result<FrameworkDocument> {
  const language = languageOf(blocks);
  const cover = readCover(coverAnswers(blocks), language);
  const framework = new FrameworkReader(language);
  framework.read(withTabbedRows(blocks));
  const { project, total, gewe, tranches, facts } = cover;
  const document: FrameworkDocument = {
    format: "cadre/framework",
    version: 1,
    project,
    budget: {
      total,
      deliveryRate: null,
      gewe: { allocated: gewe, spent: null },
      covidAdjustment: null,
      evaluation: null,
      ...(tranches.length > 0 && { tranches }),
    },
    outcomes: framework.outcomes,
    activities: framework.activities,
    report: null,
    projectDocument: { ...facts, lines: { ...facts.lines, ...framework.lines } },
  };
  const missing = framework.isFound
    ? []
    : [
        findingOf(
          "framework-missing",
          "error",
          { path: "indicators" },
          bilingual(en.frameworkMissing, fr.frameworkMissing),
          null,
          "a results framework",
        ),
      ];
  const named = new CellNames(blocks);
  const findings = [
    ...inputFindings,
    ...cover.findings,
    ...missing,
    ...framework.findings,
    ...unread(document, framework.lines),
  ];
  return { ok: true, value: document, findings: findings.map(named.named) };
}
