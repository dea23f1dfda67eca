import type { KnownHeads, TableHead } from "../input/pages/index.ts";
import { COLUMN_HEADS, type FrameworkColumn } from "../project-document/labels.ts";
import { headKind, isIndicatorHead } from "./columns.ts";
import { normalise } from "./normalise.ts";

const FRAMEWORK = Object.keys(COLUMN_HEADS) as FrameworkColumn[];
const AGENCY =
  /^(?:recipient |type and name of recipient )?organi[sz]ations?\b|^recipients?\b|\bagences?\b|^agency\b|\brecipiendaires?\b/;
const AMOUNT =
  /amount|montant|budget|transfer|spent|depens|commit|engag|alloc|verse|tranche|received|recu|total|balance|solde|expend/;

/** A word that the heads of every table of the form have. */
export const HEAD_WORD =
  /baseline|target|cible|indicat|progr[eè]s|organi[sz]|agenc|recipi|récipi|milestone|[ée]tape|jalon/i;

/** The heads of an indicator table. */
function indicatorHeads(heads: readonly string[]): KnownHeads | null {
  const kinds = heads.map(headKind);
  if (!isIndicatorHead(kinds)) return null;
  const known = new Set(kinds.filter((kind) => kind !== null)).size;
  const code = kinds.indexOf("code");
  if (code >= 0 && kinds[code + 1] === "indicator") return { key: code, known };
  const indicator = kinds.indexOf("indicator");
  if (indicator >= 0) return { key: indicator, known };
  return { key: kinds.findIndex((kind) => kind !== null && kind !== "head") - 1, known };
}

/** The heads of a results framework. */
function frameworkHeads(heads: readonly string[]): KnownHeads | null {
  const names = heads.map((head) => {
    const text = normalise(head);
    return text.length > 120 ? undefined : FRAMEWORK.find((name) => COLUMN_HEADS[name].test(text));
  });
  const has = (name: FrameworkColumn) => names.includes(name);
  if (!has("indicator") || !(has("means") || has("milestone")) || !(has("outcome") || has("output")))
    return null;
  return { key: names.indexOf("indicator"), known: new Set(names.filter((name) => name !== undefined)).size };
}

/** The heads of a table of budgets by agency. */
function agencyHeads(heads: readonly string[]): KnownHeads | null {
  const [first = "", ...others] = heads.map((head) => normalise(head));
  if (first.length > 60 || !AGENCY.test(first)) return null;
  const amounts = others.filter((text) => text.length < 60 && AMOUNT.test(text)).length;
  return amounts >= 2 && amounts === others.length ? { key: 0, known: heads.length } : null;
}

/** What the heads of columns say about their table; `null`: it is none of the form's. */
export const knownHeads: TableHead = (heads) =>
  indicatorHeads(heads) ?? frameworkHeads(heads) ?? agencyHeads(heads);
