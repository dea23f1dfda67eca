import { type Draft, enablePatches, type Patch, produceWithPatches } from "immer";
import type { Problem } from "../diagnostics/problem.ts";
import type { FrameworkDocument } from "./document.ts";
import { parseFramework } from "./parse.ts";

/** What an edit yields: the new document, and the patches that lead to it and back. */
export type Edit =
  | { ok: true; document: FrameworkDocument; patches: Patch[]; inverse: Patch[] }
  | { ok: false; problems: Problem[] };

/**
 * Edits a document by a recipe that changes a draft; the document itself stays as it was. The result is validated, so that an
 * edit never makes a document that could not have been read. Patches follow RFC 6902's verbs with paths as arrays.
 */
export function edit(document: FrameworkDocument, recipe: (draft: Draft<FrameworkDocument>) => void): Edit {
  enablePatches();
  const [next, patches, inverse] = produceWithPatches(document, (draft) => {
    recipe(draft);
  });
  const checked = parseFramework(next);
  return checked.ok
    ? { ok: true, document: next, patches, inverse }
    : { ok: false, problems: checked.problems };
}
