import { existsSync, globSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { READABLE_EXTENSIONS } from "./formats/names.ts";

/** The files that a command's arguments name, and whether they name one file and nothing else. */
export interface Inputs {
  files: string[];
  /** One file was named as such: its result is printed alone and not in a list. */
  single: boolean;
  /** Arguments that name nothing that is there. */
  missing: string[];
}

const readable = (path: string) => READABLE_EXTENSIONS.includes(extname(path).toLowerCase());
const hidden = (path: string) => path.split(/[\\/]/).some((part) => /^[.~]/.test(part));

async function inFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readable(path) && !hidden(path.slice(folder.length)))
    .sort();
}

/**
 * Resolves a command's arguments: a file, a folder (every file in it that the commands can read, folders within included; hidden and lock
 * files left out), or a glob for shells that expand none. `-` stays as it is: standard input. Each file comes once, in the arguments' order.
 */
export async function inputsOf(paths: readonly string[]): Promise<Inputs> {
  const files = new Set<string>();
  const missing: string[] = [];
  let single = paths.length === 1;
  for (const path of paths) {
    if (path === "-") files.add(path);
    else if (existsSync(path)) {
      if (!statSync(path).isDirectory()) files.add(path);
      else {
        single = false;
        const found = await inFolder(path);
        if (found.length === 0) missing.push(path);
        for (const file of found) files.add(file);
      }
    } else {
      const found = /[*?[{]/.test(path) ? globSync(path).filter(readable).sort() : [];
      if (found.length > 0) single = false;
      else missing.push(path);
      for (const file of found) files.add(file);
    }
  }
  return { files: [...files], single, missing };
}
