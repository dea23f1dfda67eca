import { type Bilingual, bilingual, type Finding, type Problem, type Result, refuse } from "@cadre/core";
import type { ReadDocument } from "../../blocks/index.ts";
import type { DocumentCode } from "../../finding-pages/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { BUILDER_LIMITS } from "../document-builder.ts";
import { type OfficePackage, PACKAGE_LIMITS, type PackageLimits, readXml } from "../ooxml/index.ts";
import { excerpt, findingOf, problem } from "../problem.ts";
import { OdtBody } from "./body.ts";
import { ListStyles } from "./lists.ts";

const MAX_ELEMENTS = 300_000;

/** As of Word documents: a report of 60 pages has 2 MB of XML. */
export const ODT_LIMITS: PackageLimits = { ...PACKAGE_LIMITS, partBytes: 8 * 1024 * 1024 };

const file = { path: "file" };
const notText = (found: Bilingual): Problem =>
  problem(
    "input-not-odt",
    file,
    bilingual(en.odtNotText, fr.odtNotText, found),
    found.en,
    "an OpenDocument text (.odt)",
  );

/** What kind of OpenDocument a package is: `text`, `spreadsheet`; nothing where it does not say; `null` for other packages. */
export function openDocumentKind(pack: OfficePackage): string | null {
  if (!pack.has("mimetype") || !pack.has("content.xml")) return null;
  const type = pack.part("mimetype");
  const name = type.ok ? new TextDecoder().decode(type.value.subarray(0, 200)).trim() : "";
  return /^application\/vnd\.oasis\.opendocument\.([a-z-]+)/.exec(name)?.[1] ?? "";
}

/**
 * Reads an OpenDocument text (.odt) into blocks: its body in reading order, with merged cells, lists with their numbers, tracked changes as
 * accepted. Headers, footers, notes, comments and pictures are not read.
 */
export async function blocksOfOdt(pack: OfficePackage): Promise<Result<ReadDocument>> {
  const kind = openDocumentKind(pack);
  if (kind === null || !kind.startsWith("text"))
    return refuse(
      notText(
        kind === null || kind === ""
          ? bilingual(en.openDocumentUnknown, fr.openDocumentUnknown)
          : bilingual(en.openDocumentOther, fr.openDocumentOther, kind),
      ),
    );
  const manifest = pack.has("META-INF/manifest.xml") ? pack.part("META-INF/manifest.xml") : null;
  if (manifest?.ok === true && new TextDecoder().decode(manifest.value).includes("encryption-data"))
    return refuse(
      problem(
        "package-encrypted",
        file,
        bilingual(en.odtEncrypted, fr.odtEncrypted),
        "encrypted",
        "a document without password",
      ),
    );
  const lists = new ListStyles();
  if (pack.has("styles.xml")) {
    const styles = pack.part("styles.xml");
    if (!styles.ok) return styles;
    const read = readXml("styles.xml", styles.value, lists, MAX_ELEMENTS);
    if (!read.ok) return read;
  }
  const content = pack.part("content.xml");
  if (!content.ok) return content;
  const body = new OdtBody(lists);
  const read = readXml("content.xml", content.value, body, MAX_ELEMENTS);
  if (!read.ok) return read;
  if (body.builder.isFull)
    return refuse(
      problem("odt-too-large", file, bilingual(en.odtTooLarge, fr.odtTooLarge), "more", BUILDER_LIMITS),
    );
  const counted = (rule: DocumentCode, count: number, message: Finding["message"]): Finding[] =>
    count === 0
      ? []
      : [findingOf(rule, rule === "tracked-changes" ? "warning" : "info", file, message, count, null)];
  const { changes, pictures, comments, notes } = body;
  const findings = [
    ...counted("tracked-changes", changes, bilingual(en.odtTrackedChanges, fr.odtTrackedChanges, changes)),
    ...counted("comments-ignored", comments, bilingual(en.commentsIgnored, fr.commentsIgnored, comments)),
    ...counted("picture-unread", pictures, bilingual(en.odtPicturesUnread, fr.odtPicturesUnread, pictures)),
    ...notes
      .slice(0, 100)
      .map((note) =>
        findingOf(
          "note-aside",
          "info",
          file,
          bilingual(en.noteAside, fr.noteAside, excerpt(note)),
          excerpt(note, 400),
          null,
        ),
      ),
  ];
  return { ok: true, value: { blocks: body.builder.finish(), findings }, findings };
}
