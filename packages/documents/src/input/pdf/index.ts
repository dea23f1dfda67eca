import { type Bilingual, bilingual, type Finding, type Problem, type Result, refuse } from "@cadre/core";
import type { ReadDocument } from "../../blocks/index.ts";
import type { DocumentCode } from "../../finding-pages/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { blocksOfPages, type Openings, type Page } from "../pages/index.ts";
import { findingOf, problem } from "../problem.ts";
import { extractPage } from "./extract.ts";
import { MAX_UNFOLDED_BYTES, measureStreams } from "./streams.ts";

/** A report of 60 pages is some hundred kB; photographs make it a few MB. */
export const MAX_PDF_BYTES = 32 * 1024 * 1024;
const MAX_PAGES = 300;
const MAX_CHARACTERS = 2_000_000;
const MAX_RULES_OF_PAGE = 20_000;
/** A dense page has 6,000 letters; some programs set each by itself. */
const MAX_RUNS_OF_PAGE = 40_000;
/** A page takes some 10 ms. */
const MAX_MS = 15_000;
const MAX_GROWTH_BYTES = 160 * 1024 * 1024;
const GUARD_MS = 20;
/** So many runs that reach the edge of a page are no chance. */
const SEVERAL = 3;

const file = { path: "file" };
const tooLarge = (found: Bilingual, limit: Bilingual): Problem =>
  problem("pdf-too-large", file, bilingual(en.pdfTooLarge, fr.pdfTooLarge, found, limit), found.en, limit.en);

const pageCount = (count: number) => bilingual(en.sizePages, fr.sizePages, String(count));
const characterCount = (count: number) => bilingual(en.sizeCharacters, fr.sizeCharacters, String(count));

class Refusal extends Error {
  readonly problem: Problem;
  constructor(refusal: Problem) {
    super(refusal.code);
    this.problem = refusal;
  }
}

/** Rejects once reading takes longer, or more memory, than any report does. */
function guard(): { exceeded: Promise<never>; end: () => void } {
  const [start, memory] = [performance.now(), process.memoryUsage().rss];
  let timer: ReturnType<typeof setInterval> | undefined;
  const exceeded = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const grown = process.memoryUsage().rss - memory;
      if (performance.now() - start > MAX_MS)
        reject(
          new Refusal(
            tooLarge(
              bilingual(en.takesLonger, fr.takesLonger),
              bilingual(en.sizeSeconds, fr.sizeSeconds, String(MAX_MS / 1000)),
            ),
          ),
        );
      else if (grown > MAX_GROWTH_BYTES)
        reject(
          new Refusal(
            tooLarge(
              bilingual(en.takesMemory, fr.takesMemory),
              bilingual(en.sizeMegabytes, fr.sizeMegabytes, String(MAX_GROWTH_BYTES / 1024 / 1024)),
            ),
          ),
        );
    }, GUARD_MS);
  });
  exceeded.catch(() => {});
  return { exceeded, end: () => clearInterval(timer) };
}

/** Numbers in short: `1, 3-5`. */
function ranges(numbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}

async function pagesOf(bytes: Uint8Array, maxRules: number): Promise<Page[]> {
  const { getDocument, OPS } = await import("unpdf/pdfjs");
  const task = getDocument({
    // pdf.js takes the buffer over.
    data: Uint8Array.from(bytes),
    // Pictures are never decoded, fonts never drawn, nothing is fetched.
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  const limits = guard();
  try {
    const document = await Promise.race([task.promise, limits.exceeded]);
    if (document.numPages > MAX_PAGES)
      throw new Refusal(tooLarge(pageCount(document.numPages), pageCount(MAX_PAGES)));
    const pages: Page[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const source = await Promise.race([document.getPage(number), limits.exceeded]);
      const page = await Promise.race([extractPage(source, OPS, maxRules), limits.exceeded]);
      source.cleanup();
      const { length } = page.runs;
      if (length > MAX_RUNS_OF_PAGE)
        throw new Refusal(
          tooLarge(
            bilingual(en.sizePiecesOfPage, fr.sizePiecesOfPage, String(length)),
            bilingual(en.sizePieces, fr.sizePieces, String(MAX_RUNS_OF_PAGE)),
          ),
        );
      for (const { text } of page.runs) characters += text.length;
      if (characters > MAX_CHARACTERS)
        throw new Refusal(tooLarge(characterCount(characters), characterCount(MAX_CHARACTERS)));
      pages.push(page);
    }
    return pages;
  } finally {
    limits.end();
    await task.destroy();
  }
}

/**
 * Reads a PDF with text into blocks: lines put together to paragraphs, tables from their ruled lines or column edges, over page breaks.
 * Pictures, comments and attachments are not read. Refused: a scan, a password, what is broken, what takes more than a report does.
 */
export async function blocksOfPdf(bytes: Uint8Array, openings: Openings): Promise<Result<ReadDocument>> {
  const streams = measureStreams(bytes);
  if (streams === null)
    return refuse(
      tooLarge(
        bilingual(en.endlessStreams, fr.endlessStreams),
        bilingual(en.sizeBytes, fr.sizeBytes, String(MAX_UNFOLDED_BYTES)),
      ),
    );
  let pages: Page[];
  try {
    pages = await pagesOf(bytes, streams.drawing ? 0 : MAX_RULES_OF_PAGE);
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.problem);
    if (error instanceof Error && error.name === "PasswordException")
      return refuse(
        problem(
          "pdf-encrypted",
          file,
          bilingual(en.pdfEncrypted, fr.pdfEncrypted),
          "a password",
          "no password",
        ),
      );
    return refuse(
      problem("pdf-broken", file, bilingual(en.pdfBroken, fr.pdfBroken), "a broken PDF", "a PDF"),
    );
  }
  if (pages.length === 0)
    return refuse(problem("pdf-broken", file, bilingual(en.pdfNoPages, fr.pdfNoPages), "no pages", "a PDF"));
  const empty = pages.flatMap(({ runs }, index) =>
    runs.some(({ text }) => text.trim() !== "") ? [] : [index + 1],
  );
  if (empty.length === pages.length)
    return refuse(
      problem(
        "pdf-scan",
        file,
        bilingual(en.pdfScan, fr.pdfScan, pages.length),
        "no text",
        "a PDF with text",
      ),
    );
  const clipped = pages.flatMap(({ runs, width }, index) =>
    runs.filter(({ right }) => right > width - 1).length < SEVERAL ? [] : [index + 1],
  );
  const about = (
    rule: DocumentCode,
    numbers: readonly number[],
    english: typeof en.pagesWithoutText | typeof en.textClipped,
    french: typeof fr.pagesWithoutText | typeof fr.textClipped,
  ): Finding[] =>
    numbers.length === 0
      ? []
      : [
          findingOf(
            rule,
            "warning",
            file,
            bilingual(english, french, ranges(numbers)),
            ranges(numbers),
            null,
          ),
        ];
  const read = blocksOfPages(pages, openings);
  const findings = [
    ...about("page-without-text", empty, en.pagesWithoutText, fr.pagesWithoutText),
    ...about("text-clipped", clipped, en.textClipped, fr.textClipped),
    ...read.findings,
  ];
  return { ok: true, value: { blocks: read.blocks, findings }, findings };
}
