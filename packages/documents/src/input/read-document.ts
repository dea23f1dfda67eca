import { bilingual, type Failure, type Problem, type Result, refuse } from "@cadre/core";
import { blocksOfText, type ReadDocument } from "../blocks/index.ts";
import type { DocumentCode } from "../finding-pages/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { decodeText, inputTooLarge, MAX_TEXT_BYTES } from "./decode.ts";
import { kindOf, oleContent } from "./detect.ts";
import { blocksOfDocx } from "./docx/index.ts";
import { decodeHtml } from "./html/decode.ts";
import { blocksOfHtml } from "./html/index.ts";
import { htmlOfMhtml } from "./html/mhtml.ts";
import { blocksOfOdt, ODT_LIMITS, openDocumentKind } from "./odt/index.ts";
import { openPackage } from "./ooxml/index.ts";
import { blocksOfPages, type Openings } from "./pages/index.ts";
import { blocksOfPdf } from "./pdf/index.ts";
import { problem } from "./problem.ts";
import { blocksOfRtf } from "./rtf/index.ts";
import { blocksOfDelimited, isDelimited } from "./text/delimited.ts";
import { isLayoutText, pagesOfLayout } from "./text/layout.ts";

/** Files with photographs have a few MB. */
export const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;
/** Saved web pages hold no pictures. */
const MAX_HTML_BYTES = 6 * 1024 * 1024;

const EXPECTED = "Word (.docx), OpenDocument (.odt), PDF, RTF, HTML or text";
const unread = (code: DocumentCode, message: Problem["message"], found: string): Failure =>
  refuse(problem(code, { path: "file" }, message, found, EXPECTED));

function refuseOle(bytes: Uint8Array): Result<ReadDocument> {
  const content = oleContent(bytes);
  if (content === "word")
    return unread("input-old-word", bilingual(en.oldWord, fr.oldWord), "Word 97-2003 (.doc)");
  if (content === "excel")
    return unread("input-old-excel", bilingual(en.oldExcel, fr.oldExcel), "Excel 97-2003 (.xls)");
  if (content === "encrypted")
    return unread("input-encrypted", bilingual(en.encryptedOffice, fr.encryptedOffice), "a password");
  const found = content === "powerpoint" ? "PowerPoint 97-2003 (.ppt)" : "OLE";
  return unread("input-format", bilingual(en.fileOtherFormat, fr.fileOtherFormat, found), found);
}

async function readZip(bytes: Uint8Array): Promise<Result<ReadDocument>> {
  const opened = await openPackage(bytes, ODT_LIMITS);
  if (!opened.ok) return opened;
  const kind = openDocumentKind(opened.value);
  if (kind === null) return blocksOfDocx(bytes);
  if (kind.startsWith("spreadsheet"))
    return unread(
      "input-spreadsheet",
      bilingual(en.openSpreadsheet, fr.openSpreadsheet),
      "OpenDocument (.ods)",
    );
  return blocksOfOdt(opened.value);
}

async function readText(bytes: Uint8Array, openings: Openings): Promise<Result<ReadDocument>> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  if (isLayoutText(text)) {
    const read = blocksOfPages(pagesOfLayout(text), openings, true);
    return { ok: true, value: read, findings: read.findings };
  }
  const blocks = isDelimited(text) ? blocksOfDelimited(text) : blocksOfText(text);
  if (blocks === null) return refuse(inputTooLarge(bytes.length, MAX_TEXT_BYTES / 8));
  return { ok: true, value: { blocks, findings: [] }, findings: [] };
}

/**
 * Reads any document into blocks, by what it contains and not by its name: .docx, .odt, PDF, .rtf, a saved web page, a table copied from Word
 * or a spreadsheet (HTML, or text with tabs), text as `pdftotext -layout` writes it, text. Refused with the way out: .doc, .xls, .ods,
 * scans, what is protected by a password, larger than a report, or none of these.
 */
export async function readDocument(bytes: Uint8Array, openings: Openings): Promise<Result<ReadDocument>> {
  const kind = kindOf(bytes.subarray(0, 4096));
  const limit = kind === "text" ? MAX_TEXT_BYTES : kind === "html" ? MAX_HTML_BYTES : MAX_DOCUMENT_BYTES;
  if (bytes.length > limit) return refuse(inputTooLarge(bytes.length, limit));
  switch (kind) {
    case "pdf":
      return blocksOfPdf(bytes, openings);
    case "zip":
      return readZip(bytes);
    case "ole":
      return refuseOle(bytes);
    case "picture":
      return unread("input-picture", bilingual(en.filePicture, fr.filePicture), "a picture");
    case "rtf":
      return blocksOfRtf(bytes);
    case "html":
      return blocksOfHtml(decodeHtml(bytes));
    case "mhtml": {
      const page = htmlOfMhtml(bytes);
      return page === null
        ? unread(
            "input-format",
            bilingual(en.fileOtherFormat, fr.fileOtherFormat, "MIME"),
            "MIME without a page",
          )
        : blocksOfHtml(decodeHtml(page.html, page.charset));
    }
    case "text":
      return readText(bytes, openings);
  }
}
