import { enablePatches, Immer } from "immer";
import type { Finding, Fix } from "../diagnostics/problem.ts";
import { FrameworkDocument } from "../document/index.ts";
import { type CheckOptions, check } from "./check.ts";

/** A fix that was applied, with the finding that it answers. */
export type AppliedFix = Pick<Finding, "code" | "where"> & Fix;

/** What came of fixing a document. */
export interface Fixed {
  /** The document with the fixes. */
  document: FrameworkDocument;
  /** In the order in which they were applied: their patches, one after the other, lead from the document given to this one. */
  applied: AppliedFix[];
  /** What the rules find in the fixed document. */
  findings: Finding[];
}

// Documents are the caller's: none is frozen.
const immer = new Immer({ autoFreeze: false });

type Fixable = Finding & { fix: Fix };

/** A rule of a caller may offer what it finds again in its own result; it is not followed without end. */
const MAX_ROUNDS = 1000;

const isFixable = (finding: Finding): finding is Fixable => finding.fix !== undefined;
const moves = ({ fix }: Fixable) => fix.patches.some(({ op }) => op !== "replace");

/** The document with a fix, or `null` where that would be none that could be read. */
function withFix(document: FrameworkDocument, { patches }: Fix): FrameworkDocument | null {
  try {
    const next = immer.applyPatches(document, patches);
    return FrameworkDocument.safeParse(next).success ? next : null;
  } catch {
    return null;
  }
}

/**
 * Applies every certain fix that the rules offer, and checks again, until they offer none. The document given stays as it was. A fix whose
 * result could not be read as a document is left alone, and its finding stays.
 */
export function applyFixes(document: FrameworkDocument, options: CheckOptions = {}): Fixed {
  enablePatches();
  const applied: AppliedFix[] = [];
  const refused = new Set<string>();
  let current = document;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const offered = check(current, options)
      .filter(isFixable)
      .filter(({ fix }) => !refused.has(JSON.stringify(fix.patches)));
    // What takes rows out or puts them in moves the others: one of those at a time, after the rest.
    const still = offered.filter((finding) => !moves(finding));
    const batch = still.length > 0 ? still : offered.slice(0, 1);
    if (batch.length === 0) break;
    for (const { code, where, fix } of batch) {
      const next = withFix(current, fix);
      if (next === null) refused.add(JSON.stringify(fix.patches));
      else {
        current = next;
        applied.push({ code, where, ...fix });
      }
    }
  }
  return { document: current, applied, findings: check(current, options) };
}
