import { type Draft, enablePatches, Immer, type Patch } from "immer";
import type { Failure, Success } from "../diagnostics/problem.ts";
import type { FrameworkDocument } from "./document.ts";
import { parseFramework } from "./parse.ts";

/** The document after an edit, as it was parsed, with defaults filled in; and the patches that lead to it and back. */
export interface Edited extends Success<FrameworkDocument> {
  /** Changes that lead from the document before to this one. */
  patches: Patch[];
  /** Changes that lead back. */
  inverse: Patch[];
}

// Documents are the caller's: none is frozen.
const immer = new Immer({ autoFreeze: false });

/**
 * Edits a document by a recipe that changes a draft; the document itself stays as it was. The result is parsed, so that an edit never makes a
 * document that could not have been read, and what the recipe adds beyond the document's fields goes to `extensions`. Parts that are not
 * edited are shared with the document. Patches follow RFC 6902's verbs with paths as arrays.
 */
export function edit(
  document: FrameworkDocument,
  recipe: (draft: Draft<FrameworkDocument>) => void,
): Edited | Failure {
  enablePatches();
  const [next, patches, inverse] = immer.produceWithPatches(document, (draft) => {
    recipe(draft);
  });
  const parsed = parseFramework(next);
  if (!parsed.ok) return parsed;
  const { value, findings } = parsed;
  if (!findings.some(({ code }) => code === "unknown-field"))
    return { ok: true, value: next, findings, patches, inverse };
  const [edited, allPatches, allInverse] = immer.produceWithPatches(document, (draft) => {
    Object.assign(draft, value);
  });
  return { ok: true, value: edited, findings, patches: allPatches, inverse: allInverse };
}
