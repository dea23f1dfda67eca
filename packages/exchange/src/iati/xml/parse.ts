import type { Bilingual, Problem } from "@cadre/core";
import { SaxesParser } from "saxes";
import type { ExchangeCode } from "../../finding-pages/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { problem } from "../../reading.ts";
import { decodeXml, WrongEncoding } from "./decode.ts";

/** Called for a document as it is read. */
export interface XmlHandlers {
  /** An element begins; its attributes follow. */
  open: (name: string, line: number) => void;
  attribute: (name: string, value: string) => void;
  close: () => void;
  text: (text: string) => void;
}

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
  code: ExchangeCode,
  line: number,
  ...about: [what: Bilingual, found: string | number, expected: string]
) => new XmlRefusal(problem(code, { path: "file", line: Math.max(1, line) }, ...about));

/** What the parser finds fault with is refused at once; it would read on. */
class StrictParser extends SaxesParser {
  override fail(): this {
    const what = message(en.xmlBroken, fr.xmlBroken, this.line);
    throw refusal("xml-broken", this.line, what, "not well-formed", "well-formed XML");
  }
}

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
  // At most seven handlers are set: with one more, V8 keeps the parser as a dictionary, and everything takes longer.
  const parser = new StrictParser();
  let depth = 0;
  // Characters that the parser had been given when it last reported something: what comes after them, it holds.
  let [received, reported] = [0, 0];
  // Characters of text since the last tag, however it was cut up by CDATA sections and comments.
  let run = 0;
  const tooLong = (found: number) => {
    const what = message(en.xmlTooLong, fr.xmlTooLong, limits.token);
    return refusal("xml-too-long", parser.line, what, found, `at most ${limits.token}`);
  };
  parser.on("doctype", () => {
    const what = message(en.xmlDoctype, fr.xmlDoctype);
    throw refusal("xml-doctype", parser.line, what, "<!DOCTYPE", "XML without a document type");
  });
  // Before its attributes, so that they need not be collected.
  parser.on("opentagstart", ({ name }) => {
    reported = received;
    run = 0;
    depth += 1;
    if (depth > limits.depth) {
      const what = message(en.xmlTooDeep, fr.xmlTooDeep, limits.depth);
      throw refusal("xml-too-deep", parser.line, what, depth, `at most ${limits.depth}`);
    }
    handlers.open(name, parser.line);
  });
  parser.on("attribute", ({ name, value }) => handlers.attribute(name, value));
  parser.on("closetag", () => {
    reported = received;
    run = 0;
    depth -= 1;
    handlers.close();
  });
  const text = (some: string) => {
    reported = received;
    run += some.length;
    if (run > limits.token) throw tooLong(run);
    handlers.text(some);
  };
  const aside = () => {
    reported = received;
  };
  parser.on("comment", aside);
  parser.on("text", text);
  parser.on("cdata", text);
  try {
    for await (const some of decodeXml(source, onBytes)) {
      received += some.length;
      parser.write(some);
      if (received - reported > limits.token) throw tooLong(received - reported);
      yield;
    }
    parser.close();
    yield;
  } catch (error) {
    if (!(error instanceof WrongEncoding)) throw error;
    const what = message(en.notEncoded, fr.notEncoded, parser.line, error.expected);
    throw refusal("xml-encoding", parser.line, what, error.declared, error.expected);
  }
}
