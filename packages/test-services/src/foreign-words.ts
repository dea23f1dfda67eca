import type { Bilingual } from "@cadre/core";
import { expectedText } from "@cadre/core/locale";

/** What libraries, Node and databases say in their own words. */
const OF_LIBRARIES: readonly RegExp[] = [
  // zod
  /Invalid (input|discriminator|option|union|string|ISO|key|element)|discriminator|Unrecognized key|\breceived\b/i,
  /Too (small|big)\b|expected (string|number|boolean|object|array|record|int|nonoptional|never|date|map|set|tuple)\b|to have [<>]=?/,
  // Node and JavaScript
  /\bE(NOENT|ISDIR|ACCES|PERM|NOTDIR|LOOP|NAMETOOLONG|MFILE|XIST|CONNREFUSED|CONNRESET|PIPE|INVAL)\b|\bERR_[A-Z_]+|\bEAI_AGAIN|ENOTFOUND/,
  /no such file or directory|illegal operation|permission denied|Unexpected (token|end|non-whitespace|string|number)|in JSON at|is not valid JSON|after JSON/i,
  /Cannot (read|set|destructure|convert)|is not (a function|iterable|defined)|Maximum call stack|Invalid (array length|time value|count value|URL|character)|Array buffer allocation|out of bounds/i,
  /atob|not correctly encoded|encoded data was not valid|fetch failed|socket hang up|getaddrinfo|\bat .+\.(ts|js):\d+/i,
  // XML, ZIP, compression, PDF
  /unclosed tag|(unexpected|unmatched) clos(e|ing)|text data outside|root element|undefined entity|disallowed character|malformed name|attribute without value|invalid character/i,
  /end of central directory|central directory|invalid (zip|stored block|block type|distance|code lengths|signature|literal)|header check|unexpected (end of file|EOF)|unknown compression|invalid comment length|expected \d+ bytes/i,
  /PDF structure|FormatError|XRef|InvalidPDF|end offset|No PDF header|catalog dictionary/i,
  // databases and columnar files
  /SQLITE_|no such (table|column)|syntax error|disk image|file is not a database|unable to open|does not exist|authentication failed|(Binder|Catalog|Parser|IO|Conversion|Invalid Input) Error/i,
  /parquet (file|magic|metadata|footer)|thrift|flatbuffer|arrow (file|magic)|Invalid metadata/i,
  /\[object /,
];

/** English that no French message has. */
const ENGLISH =
  /\b(the|an|of|or|and|must|not|with|is|are|has|have|from|by|expected|found|missing|file|line|lines|at (least|most)|nothing|such|which|that|cannot|unknown|empty|whole|broken|read|bytes)\b/i;

/** A message without what it quotes, and without paths and codes, which are the same in every language. */
const unquoted = (text: string): string =>
  text.replace(
    /«[^»]*»|“[^”]*”|\[[a-z-]+\]$|\S*\/\S*|\b[a-z]+(-[a-z]+)+\b|^cadre: *(: )?[a-z]+( \([^)]*\))?:/gm,
    " ",
  );

/** Foreign words of a message, in either language. */
export function foreignWords(message: Bilingual): string[] {
  const own = [message.en, message.fr].map(unquoted);
  const found = own.flatMap((text) => OF_LIBRARIES.flatMap((words) => words.exec(text)?.[0] ?? []));
  const english = ENGLISH.exec(unquoted(message.fr));
  return [...found, ...(english === null ? [] : [english[0]])];
}

/** Messages, and what was expected, with foreign words, each once, with these words before it. */
export function foreignIn(
  found: readonly { message: Bilingual; expected?: string | number | null | undefined }[],
): string[] {
  const texts = found.flatMap(({ message, expected }): Bilingual[] =>
    typeof expected === "string"
      ? [message, { en: "", fr: expectedText(expected, { language: "fr" }) }]
      : [message],
  );
  const shown = texts.flatMap((text) => {
    const words = foreignWords(text);
    return words.length === 0 ? [] : [`${words.join(", ")}: ${text.en} / ${text.fr}`];
  });
  return [...new Set(shown)];
}
