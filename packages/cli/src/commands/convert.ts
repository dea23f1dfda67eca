import { bySeverity } from "@cadre/core";
import { WRITERS } from "../formats/index.ts";
import { notOpened, readInput } from "../input.ts";
import { findingLines } from "../screen/findings.ts";
import { screenFor } from "../screen/screen.ts";
import { WORDS } from "../words.ts";
import { writeWhole } from "../write.ts";
import { EXIT, type ReadOptions, type Terminal, tellProblems } from "./command.ts";

/** What `cadre convert` takes beside its file. */
export interface ConvertOptions extends ReadOptions {
  to: string;
  out: string;
}

/** `cadre convert FILE --to FORMAT --out PATH`: the same document in another format, whole or not at all. What it cannot carry is told. */
export async function runConvert(file: string, options: ConvertOptions, terminal: Terminal): Promise<number> {
  const language = options.lang ?? terminal.language;
  const writer = WRITERS.find(({ format }) => format === options.to);
  // The command line has checked the choice.
  if (writer === undefined) return EXIT.use;
  const read = await readInput(file);
  if (!read.ok) {
    tellProblems(file, read.problems, language, terminal);
    return EXIT.input;
  }
  const { bytes, findings } = await writer.write(read.value, { language, findings: read.findings });
  try {
    await writeWhole(options.out, bytes);
  } catch (error) {
    tellProblems(options.out, [notOpened(error)], language, terminal);
    return EXIT.input;
  }
  const told = bySeverity([...read.findings, ...findings]);
  const screen = screenFor({ ...terminal, language });
  if (told.length > 0) terminal.error(findingLines(told, screen).slice(1).join("\n"));
  terminal.error(`cadre: ${WORDS[language].written(options.out)}`);
  return EXIT.done;
}
