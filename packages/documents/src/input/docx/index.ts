import { type Bilingual, bilingual, type Finding, type Problem, type Result, refuse } from "@cadre/core";
import type { ReadDocument } from "../../blocks/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import {
  type OfficePackage,
  openPackage,
  PACKAGE_LIMITS,
  type PackageLimits,
  type Relationship,
  readXml,
  relationshipsOf,
} from "../ooxml/index.ts";
import { excerpt, findingOf, problem } from "../problem.ts";
import { Body } from "./body.ts";
import { findingsOf } from "./findings.ts";
import { notesIn } from "./notes.ts";
import { Numbering } from "./numbering.ts";
import type { Pending } from "./paragraph.ts";

/** A report of 60 pages has some 20,000 elements, one with a run for each word 200,000. */
const MAX_DOCUMENT_ELEMENTS = 300_000;

/** A report of 60 pages has 2 MB of XML. What is read is held in memory several times over, and has to stay below 256 MB. */
const LIMITS: PackageLimits = { ...PACKAGE_LIMITS, partBytes: 8 * 1024 * 1024 };

const notWord = (found: Bilingual | string): Problem =>
  problem(
    "input-not-word",
    { path: "file" },
    bilingual(en.docxNotWord, fr.docxNotWord, found),
    typeof found === "string" ? found : found.en,
    "a Word document (.docx, .docm)",
  );

/** The part that holds the document, or what the package is instead. */
function mainPart(pack: OfficePackage, roots: readonly Relationship[]): string | Problem {
  const main = roots.find(({ kind, external }) => kind === "officeDocument" && !external)?.target;
  if (main === undefined) {
    if (pack.has("mimetype") && pack.has("content.xml")) return notWord("OpenDocument (.odt, .ods)");
    return notWord(bilingual(en.zipWithoutDocument, fr.zipWithoutDocument));
  }
  if (/^xl\//i.test(main)) return notWord(bilingual(en.excelWorkbook, fr.excelWorkbook));
  if (/^ppt\//i.test(main)) return notWord(bilingual(en.presentation, fr.presentation));
  return pack.has(main) ? main : notWord(bilingual(en.mainPartMissing, fr.mainPartMissing, excerpt(main)));
}

/** Reads a part for its elements alone; a part that is not there is empty. */
function elementsOf(
  pack: OfficePackage,
  part: string | undefined,
  element: (name: string, attributes: Readonly<Record<string, string>>) => void,
): Result<null> {
  if (part === undefined || !pack.has(part)) return { ok: true, value: null, findings: [] };
  const bytes = pack.part(part);
  if (!bytes.ok) return bytes;
  return readXml(part, bytes.value, { open: element, close: () => {}, text: () => {} });
}

/** Numbers the blocks, and marks the first of each cell. */
function number(blocks: readonly Pending[]): void {
  let last: Pending["cell"] = null;
  for (const [index, block] of blocks.entries()) {
    const { cell } = block;
    const same = cell?.table === last?.table && cell?.row === last?.row && cell?.cell === last?.cell;
    last = cell;
    block.line = index + 1;
    block.opensCell = cell !== null && !same;
  }
}

/** What the package holds beside the document: code, comments, links to elsewhere. Nothing of it is followed or run. */
function beside(pack: OfficePackage, links: readonly Relationship[], comments: number): Finding[] {
  const file = { path: "file" };
  const macro = pack.names.find((name) => /(?:vbaProject\.bin|\/activeX\d*\.xml)$/i.test(name));
  const outside = links.filter(({ external, kind }) => external && kind !== "hyperlink");
  const [first] = outside;
  return [
    ...(macro === undefined
      ? []
      : [
          findingOf(
            "macros-ignored",
            "warning",
            file,
            bilingual(en.macrosIgnored, fr.macrosIgnored, macro),
            macro,
            null,
          ),
        ]),
    ...(comments === 0
      ? []
      : [
          findingOf(
            "comments-ignored",
            "info",
            file,
            bilingual(en.commentsIgnored, fr.commentsIgnored, comments),
            comments,
            null,
          ),
        ]),
    ...(first === undefined
      ? []
      : [
          findingOf(
            "external-ignored",
            "info",
            file,
            bilingual(en.externalIgnored, fr.externalIgnored, outside.length, excerpt(first.target)),
            excerpt(first.target),
            null,
          ),
        ]),
  ];
}

/**
 * Reads a Word document (.docx, .docm; transitional or strict) into the block stream: its body in reading order, with merged cells,
 * tracked changes as accepted, controls and form fields by what they show, text boxes behind their anchor. Headers, footers, notes,
 * comments, macros and pictures are not read; a finding reports each but the first two. Refused: what is no package that can be trusted, no Word
 * document, or not well-formed.
 */
export async function blocksOfDocx(bytes: Uint8Array): Promise<Result<ReadDocument>> {
  const opened = await openPackage(bytes, LIMITS);
  if (!opened.ok) return opened;
  const pack = opened.value;
  const roots = relationshipsOf(pack, "");
  if (!roots.ok) return roots;
  const main = mainPart(pack, roots.value);
  if (typeof main !== "string") return refuse(main);
  const links = relationshipsOf(pack, main);
  if (!links.ok) return links;
  const partOf = (kind: string) => links.value.find((link) => link.kind === kind && !link.external)?.target;

  const numbering = new Numbering();
  const lists = elementsOf(pack, partOf("numbering"), (...element) => numbering.numberingElement(...element));
  if (!lists.ok) return lists;
  const styles = elementsOf(pack, partOf("styles"), (...element) => numbering.stylesElement(...element));
  if (!styles.ok) return styles;

  const source = pack.part(main);
  if (!source.ok) return source;
  const body = new Body(numbering);
  const read = readXml(main, source.value, body, MAX_DOCUMENT_ELEMENTS);
  if (!read.ok) return read;

  const footnotes = notesIn(pack, partOf("footnotes") ?? "");
  if (!footnotes.ok) return footnotes;
  const endnotes = notesIn(pack, partOf("endnotes") ?? "");
  if (!endnotes.ok) return endnotes;
  const comments = notesIn(pack, partOf("comments") ?? "");
  if (!comments.ok) return comments;

  const blocks = body.pending;
  number(blocks);
  const notes = { footnote: footnotes.value, endnote: endnotes.value };
  const findings = [...beside(pack, links.value, comments.value.size), ...findingsOf(body.inventory, notes)];
  return { ok: true, value: { blocks, findings }, findings };
}
