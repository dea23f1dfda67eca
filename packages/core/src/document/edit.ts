import { type Draft, enablePatches, Immer, type Patch } from "immer";
import type { Finding, Problem } from "../diagnostics/problem.ts";
import type { FrameworkDocument } from "./document.ts";
import { parseFramework } from "./parse.ts";

/** What an edit yields: the new document as it was parsed, what was found in it, and the patches that lead to it and back. */
export type Edit =
  | {
      ok: true;
      /** The document after the edit, with defaults filled in. */
      document: FrameworkDocument;
      /** What the parser noticed in it. */
      findings: Finding[];
      /** Changes that lead from the document before to this one. */
      patches: Patch[];
      /** Changes that lead back. */
      inverse: Patch[];
    }
  | {
      ok: false;
      /** Why the document after the edit could not have been read. The document before is as it was. */
      problems: Problem[];
    };

// Documents are the caller's: none is frozen.
const immer = new Immer({ autoFreeze: false });

/**
 * Edits a document by a recipe that changes a draft; the document itself stays as it was. The result is parsed, so that an edit never makes a
 * document that could not have been read, and what the recipe adds beyond the document's fields goes to `extensions`. Parts that are not
 * edited are shared with the document. Patches follow RFC 6902's verbs with paths as arrays.
 */
export function edit(document: FrameworkDocument, recipe: (draft: Draft<FrameworkDocument>) => void): Edit {
  enablePatches();
  const [next, patches, inverse] = immer.produceWithPatches(document, (draft) => {
    recipe(draft);
  });
  const parsed = parseFramework(next);
  if (!parsed.ok) return { ok: false, problems: parsed.problems };
  const { value, findings } = parsed;
  if (!findings.some(({ code }) => code === "unknown-field"))
    return { ok: true, document: next, findings, patches, inverse };
  const [edited, allPatches, allInverse] = immer.produceWithPatches(document, (draft) => {
    Object.assign(draft, value);
  });
  return { ok: true, document: edited, findings, patches: allPatches, inverse: allInverse };
}
