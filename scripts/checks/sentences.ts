import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** A sentence in quotes within code. */
export interface Sentence {
  file: string;
  line: number;
  text: string;
}

/** The text of a literal, with … where a template has a value; `null` where a node is none. */
export const textOf = (node: ts.Node): string | null => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
};

/** The sources of a folder, tests left out: each file's name and text. */
export const sourcesIn = (folder: string): [file: string, source: string][] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .sort()
    .map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")]);

/** Finds something in the nodes of a source; `leave` says which are not looked into. */
export function inNodes(
  file: string,
  source: string,
  find: (node: ts.Node) => string | null,
  leave: (node: ts.Node) => boolean = () => false,
): Sentence[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    if (leave(node)) return;
    const text = find(node);
    if (text !== null) {
      const { line } = parsed.getLineAndCharacterOfPosition(node.getStart());
      found.push({ file, line: line + 1, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/** Three words, or two that begin with a capital letter or end with a full stop. */
const isSentence = (text: string): boolean =>
  /\p{L}{2,}[ ,:;]+(?:\S+ )*?\p{L}{2,}/u.test(text) &&
  (/(?:\p{L}{2,}[,:;]? +){2,}\p{L}{2,}/u.test(text) || /^\p{Lu}|[.!?]$/u.test(text));

/** Whether a text is for who programs, not for who uses: what is thrown for a caller's mistake, or what a schema says of itself. */
function isForProgrammers(node: ts.Node): boolean {
  for (let each = node; each.parent !== undefined; each = each.parent) {
    const { parent } = each;
    if (ts.isNewExpression(parent) && /^(?:Range|Type)?Error$/.test(parent.expression.getText())) return true;
    if (ts.isPropertyAssignment(parent) && /^(?:error|description|source)$/.test(parent.name.getText()))
      return true;
    if (ts.isImportDeclaration(parent) || ts.isTypeNode(parent)) return true;
    if (ts.isStatement(parent)) return false;
  }
  return false;
}

/** Sentences in quotes in the sources of a folder, tests left out. */
export const sentencesIn = (folder: string): Sentence[] =>
  sourcesIn(folder).flatMap(([file, source]) =>
    inNodes(file, source, (node) => {
      const text = textOf(node);
      return text !== null && isSentence(text) && !isForProgrammers(node) ? text : null;
    }),
  );
