import { bilingual, type Finding, type Result, refuse } from "@cadre/core";
import type { ReadDocument } from "../../blocks/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { BUILDER_LIMITS } from "../document-builder.ts";
import { findingOf, problem } from "../problem.ts";
import { RtfBody, TooDeep } from "./body.ts";
import { tokensOf } from "./tokens.ts";

/** Pictures are written as hexadecimal digits: a report with photographs has many MB. */
export const MAX_RTF_BYTES = 32 * 1024 * 1024;

const file = { path: "file" };

/** Reads a rich text file (.rtf) into blocks. Headers, footers, notes, comments and pictures are not read. */
export function blocksOfRtf(bytes: Uint8Array): Result<ReadDocument> {
  // Text beyond ASCII is written in escapes, whatever the code page.
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const body = new RtfBody();
  try {
    for (const token of tokensOf(source)) body.token(token);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return refuse(
      problem(
        "rtf-too-large",
        file,
        bilingual(en.rtfTooLarge, fr.rtfTooLarge),
        "more",
        `1000 groups, ${BUILDER_LIMITS}`,
      ),
    );
  }
  body.finish();
  const { pictures, notes, deletions } = body;
  const findings: Finding[] = [];
  if (pictures > 0)
    findings.push(
      findingOf(
        "picture-unread",
        "info",
        file,
        bilingual(en.rtfPicturesUnread, fr.rtfPicturesUnread, pictures),
        pictures,
        null,
      ),
    );
  if (notes > 0)
    findings.push(
      findingOf("note-aside", "info", file, bilingual(en.notesAside, fr.notesAside, notes), notes, null),
    );
  if (deletions > 0)
    findings.push(
      findingOf(
        "tracked-changes",
        "warning",
        file,
        bilingual(en.rtfTrackedChanges, fr.rtfTrackedChanges, deletions),
        deletions,
        null,
      ),
    );
  return { ok: true, value: { blocks: body.builder.finish(), findings }, findings };
}
