import type { Bilingual, Problem } from "@cadre/core";
import { excerpt } from "../../reading.ts";
import { NotWellFormed } from "./characters.ts";
import { decodeXml, WrongEncoding } from "./decode.ts";
import { type XmlHandlers, XmlTokenizer } from "./tokenize.ts";

/** How much of one thing a document may hold, so that memory stays bounded. */
export interface XmlLimits {
  /** Elements within elements. */
  depth: number;
  /** Characters of one tag with its attributes, of one comment, of processing instructions in a row, or of the text between two tags. */
  token: number;
}

/** Default limits. */
export const XML_LIMITS: XmlLimits = { depth: 200, token: 4_194_304 };

/** Why a document is refused. */
export class XmlRefusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const refusal = (
  code: string,
  line: number,
  message: Bilingual,
  found: string | number,
  expected: string | number,
) => new XmlRefusal({ code, where: { path: "file", line: Math.max(1, line) }, message, found, expected });

const doctype = (line: number) =>
  refusal(
    "xml-doctype",
    line,
    {
      en: "The document declares a document type; nothing is read from such a document, since it could declare entities.",
      fr: "Le document déclare un type de document ; rien n’en est lu, puisqu’il pourrait déclarer des entités.",
    },
    "<!DOCTYPE",
    "XML without a document type",
  );

const broken = (line: number, why: string) =>
  refusal(
    "xml-broken",
    line,
    {
      en: `This is not well-formed XML (line ${line}): ${excerpt(why, 100)}.`,
      fr: `Ce n’est pas du XML bien formé (ligne ${line}).`,
    },
    excerpt(why, 100),
    "well-formed XML",
  );

/**
 * Reads a document as its bytes come, strictly: what is not well-formed is refused with its line, and so is a document type, so that no entity is
 * ever declared, let alone expanded or fetched. The generator yields after each piece, which lets a caller take what has been built so far.
 * @throws XmlRefusal
 */
export async function* parseXml(
  source: AsyncIterable<Uint8Array | string>,
  handlers: XmlHandlers,
  { limits = XML_LIMITS, onBytes = () => {} }: { limits?: XmlLimits; onBytes?: (bytes: number) => void } = {},
): AsyncGenerator<void> {
  let depth = 0;
  // Characters of text since the last tag, however it was cut up by CDATA sections and comments.
  let run = 0;
  const tooLong = (found: number) =>
    refusal(
      "xml-too-long",
      parser.line,
      {
        en: `A tag or a text is longer than ${limits.token} characters.`,
        fr: `Une balise ou un texte dépasse ${limits.token} caractères.`,
      },
      found,
      `at most ${limits.token}`,
    );
  const parser = new XmlTokenizer({
    open: (name, attributes, line) => {
      run = 0;
      depth += 1;
      if (depth > limits.depth)
        throw refusal(
          "xml-too-deep",
          line,
          {
            en: `Elements are nested more than ${limits.depth} deep.`,
            fr: `Les éléments sont imbriqués sur plus de ${limits.depth} niveaux.`,
          },
          depth,
          `at most ${limits.depth}`,
        );
      handlers.open(name, attributes, line);
    },
    close: (name) => {
      run = 0;
      depth -= 1;
      handlers.close(name);
    },
    text: (some) => {
      run += some.length;
      if (run > limits.token) throw tooLong(run);
      handlers.text(some);
    },
    get spaces() {
      return handlers.spaces;
    },
  });
  try {
    for await (const some of decodeXml(source, onBytes)) {
      parser.write(some);
      if (parser.held > limits.token) throw tooLong(parser.held);
      yield;
    }
    parser.end();
    yield;
  } catch (error) {
    const { line } = parser;
    if (error instanceof NotWellFormed) throw error.doctype ? doctype(line) : broken(line, error.message);
    if (!(error instanceof WrongEncoding)) throw error;
    throw refusal(
      "xml-encoding",
      line,
      {
        en: `From about line ${line} on this is not ${error.expected}.`,
        fr: `À partir de la ligne ${line} environ, le texte n’est pas en ${error.expected}.`,
      },
      error.declared,
      error.expected,
    );
  }
}
