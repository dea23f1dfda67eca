import { type Result, refuse } from "@cadre/core";
import { fold } from "../../blocks/index.ts";
import { type OfficePackage, readXml } from "../ooxml/index.ts";

/** The text of the notes (footnotes, endnotes, comments) in a part, by their ids; deleted text left out. */
export function notesIn(pack: OfficePackage, part: string): Result<Map<string, string>> {
  const notes = new Map<string, string[]>();
  if (!pack.has(part)) return { ok: true, value: new Map(), findings: [] };
  const bytes = pack.part(part);
  if (!bytes.ok) return bytes;
  let open: string[] | null = null;
  let inText = false;
  const read = readXml(part, bytes.value, {
    open: (name, attributes) => {
      if (name === "w:footnote" || name === "w:endnote" || name === "w:comment") {
        open = [];
        // Separators are drawn, not written.
        if ((attributes["w:type"] ?? "normal") === "normal") notes.set(attributes["w:id"] ?? "", open);
      } else if (name === "w:p" || name === "w:tab" || name === "w:br") open?.push(" ");
      inText = name === "w:t";
    },
    close: () => {
      inText = false;
    },
    text: (text) => {
      if (inText) open?.push(text);
    },
  });
  if (!read.ok) return refuse(...read.problems);
  const value = new Map([...notes].map(([id, parts]) => [id, fold(parts.join(""))]));
  return { ok: true, value, findings: [] };
}
