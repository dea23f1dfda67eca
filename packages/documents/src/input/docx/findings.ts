import { bilingual, type Finding, type SourceLocation } from "@cadre/core";
import type { DocumentCode } from "../../finding-pages/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { excerpt, findingOf } from "../problem.ts";
import type { Inventory } from "./body.ts";
import type { Pending } from "./paragraph.ts";

/** More of one kind than this say no more than these do; the last says how many there are. */
const MAX_FINDINGS = 100;

const file: SourceLocation = { path: "file" };

/** What a document holds beside the text that was read from it, as findings at their locations. */
export function findingsOf(
  met: Inventory,
  notes: Readonly<Record<"footnote" | "endnote", ReadonlyMap<string, string>>>,
): Finding[] {
  // A block that was left out has no number.
  const at = ({ line }: Pending) => (line === 0 ? file : { path: "file", line });
  const counted = (
    rule: DocumentCode,
    severity: Finding["severity"],
    count: number,
    message: Finding["message"],
  ) => (count === 0 ? [] : [findingOf(rule, severity, file, message, count, null)]);
  const { insertions, deletions } = met;
  const aside = met.notes.flatMap(({ kind, id, block }) => {
    const text = notes[kind].get(id);
    if (text === undefined || text === "") return [];
    const message = bilingual(en.noteAside, fr.noteAside, excerpt(text));
    return [findingOf("note-aside", "info", at(block), message, excerpt(text, 400), null)];
  });
  const hidden = met.hidden
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, block }) =>
      findingOf(
        "hidden-text",
        "warning",
        at(block),
        bilingual(en.hiddenText, fr.hiddenText, excerpt(text)),
        excerpt(text, 400),
        null,
      ),
    );
  return [
    ...counted(
      "tracked-changes",
      "warning",
      insertions + deletions,
      bilingual(en.docxTrackedChanges, fr.docxTrackedChanges, insertions, deletions),
    ),
    ...hidden.slice(0, MAX_FINDINGS),
    ...aside.slice(0, MAX_FINDINGS),
    ...counted(
      "note-aside",
      "info",
      Math.max(0, aside.length - MAX_FINDINGS),
      bilingual(en.moreLikeThese, fr.moreLikeThese, aside.length),
    ),
    ...counted(
      "hidden-text",
      "warning",
      Math.max(0, hidden.length - MAX_FINDINGS),
      bilingual(en.moreLikeThese, fr.moreLikeThese, hidden.length),
    ),
    ...counted(
      "picture-unread",
      "info",
      met.pictures,
      bilingual(en.docxPicturesUnread, fr.docxPicturesUnread, met.pictures),
    ),
    ...counted(
      "object-unread",
      "info",
      met.embedded,
      bilingual(en.objectsUnread, fr.objectsUnread, met.embedded),
    ),
    ...counted(
      "part-unread",
      "warning",
      met.otherParts,
      bilingual(en.partsUnread, fr.partsUnread, met.otherParts),
    ),
    ...counted(
      "symbol-unread",
      "info",
      met.symbols,
      bilingual(en.symbolsUnread, fr.symbolsUnread, met.symbols),
    ),
  ];
}
