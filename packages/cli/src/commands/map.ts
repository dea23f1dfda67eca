import { createReadStream } from "node:fs";
import type { Language, Problem, Result } from "@cadre/core";
import { fileNotReadable } from "@cadre/documents/internal";
import {
  explainTableMapping,
  guessTableMapping,
  parseTableMapping,
  sampleTable,
  type TableHead,
} from "@cadre/exchange/csv";
import { MESSAGES } from "../messages.ts";
import { frameworkAt } from "../observations.ts";
import { fileOf } from "../stdin.ts";
import { writeWhole } from "../write.ts";
import { EXIT, reportProblems, type Terminal } from "./command.ts";

/** What `cadre map` takes beside its files. */
export interface MapOptions {
  out?: string;
  lang?: Language;
}

/** `cadre map FRAMEWORK TABLE`: guesses what the columns of a table hold, says it in words, and writes the mapping to be looked over. */
export async function runMap(
  frameworkPath: string,
  tablePath: string,
  options: MapOptions,
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const refused = (file: string, problems: Problem[]) => {
    return reportProblems(file, problems, language, terminal);
  };
  const target = await frameworkAt(await fileOf(frameworkPath));
  if (!target.ok) return refused(frameworkPath, target.problems);
  // The axes that the fund asks for, beside those that the framework names.
  const framework = target.value(["sex", "age"], null);
  if (!framework.ok) return refused(frameworkPath, framework.problems);
  let head: Result<TableHead>;
  try {
    head = await sampleTable(createReadStream(await fileOf(tablePath)));
  } catch (error) {
    return refused(tablePath, [fileNotReadable(error)]);
  }
  if (!head.ok) return refused(tablePath, head.problems);
  const { mapping, notes } = guessTableMapping(head.value, framework.value);
  const text = JSON.stringify(mapping, null, 2);
  try {
    if (options.out === undefined) terminal.out(text);
    else await writeWhole(options.out, `${text}\n`);
  } catch (error) {
    return refused(options.out ?? "", [fileNotReadable(error)]);
  }
  for (const messages of [...explainTableMapping(mapping, framework.value), ...notes])
    terminal.error(messages[language]);
  const checked = parseTableMapping(mapping, framework.value);
  if (!checked.ok) return refused(tablePath, checked.problems);
  if (options.out !== undefined) terminal.error(`cadre: ${MESSAGES[language].written(options.out)}`);
  return EXIT.done;
}
