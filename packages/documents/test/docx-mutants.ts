import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { xmlText } from "./docx.ts";
import type { MutableReport } from "./mutants.ts";

const PART = "word/document.xml";
const ENTITIES: Record<string, string> = { lt: "<", gt: ">", apos: "'", quot: '"', amp: "&" };
const unescaped = (text: string) =>
  text.replace(/&(lt|gt|apos|quot|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
const plainText = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) => unescaped(text)).join("");

interface Unit {
  line: number;
  text: string;
  /** Its paragraph, and what goes when it is dropped: the cell, where the paragraph is alone in it. */
  start: number;
  end: number;
  whole: { start: number; end: number };
}

/** Paragraphs of a document that has neither text boxes nor tables within cells, in their order: each is a block of the stream. */
function unitsOf(xml: string): Unit[] {
  const cells = [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    alone: text.split(/<w:p[ >/]/).length === 2,
  }));
  return [...xml.matchAll(/<w:p\/>|<w:p[ >].*?<\/w:p>/gs)].flatMap(({ 0: text, index }, position) => {
    const [start, end] = [index, index + text.length];
    const cell = cells.find((each) => each.start < start && end < each.end);
    const words = plainText(text);
    if (words.trim() === "" && !cell?.alone) return [];
    return [{ line: position + 1, text: words, start, end, whole: cell?.alone ? cell : { start, end } }];
  });
}

/** A Word document whose paragraphs and cells are changed in its XML; what else the package holds stays. */
export function docxReport(bytes: Uint8Array): MutableReport {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[PART] ?? new Uint8Array());
  const units = unitsOf(xml);
  const none = { line: 1, text: "", start: 0, end: 0, whole: { start: 0, end: 0 } };
  const at = (unit: number) => units[unit] ?? none;
  const packed = (document: string) => zipSync({ ...parts, [PART]: strToU8(document) }, { level: 0 });
  return {
    units,
    drop: (unit) => packed(xml.slice(0, at(unit).whole.start) + xml.slice(at(unit).whole.end)),
    repeat: (unit) => packed(xml.slice(0, at(unit).whole.end) + xml.slice(at(unit).whole.start)),
    swap: (unit, other) => {
      const [one = none, two = none] = [at(unit), at(other)].sort((a, b) => a.start - b.start);
      if (one === two) return packed(xml);
      const [first, second] = [xml.slice(one.start, one.end), xml.slice(two.start, two.end)];
      return packed(
        xml.slice(0, one.start) + second + xml.slice(one.end, two.start) + first + xml.slice(two.end),
      );
    },
    reword: (unit, text) => {
      const { start, end } = at(unit);
      const paragraph = `<w:p><w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`;
      return packed(xml.slice(0, start) + paragraph + xml.slice(end));
    },
  };
}
