import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** A sentence in quotes within code. */
export interface Sentence {
  file: string;
  line: number;
  text: string;
}

const textOf = (node: ts.Node): string | null => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
};

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
export function sentencesIn(folder: string): Sentence[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .sort()
    .flatMap((file) => {
      const source = ts.createSourceFile(
        file,
        readFileSync(`${folder}/${file}`, "utf8"),
        ts.ScriptTarget.ES2022,
        true,
      );
      const found: Sentence[] = [];
      const visit = (node: ts.Node): void => {
        const text = textOf(node);
        if (text !== null && isSentence(text) && !isForProgrammers(node)) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart());
          found.push({ file, line: line + 1, text });
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}
