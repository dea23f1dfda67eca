import type { Attributes } from "../ooxml/index.ts";
import { box } from "./symbols.ts";

interface Field {
  instruction: string;
  /** Whether what follows is the field's result, and no longer its instruction. */
  inResult: boolean;
  box: { checked: boolean } | null;
  list: { entries: string[]; chosen: number | null; preset: number } | null;
}

const on = (value: string | undefined) => !["0", "false", "off"].includes(value ?? "1");
const MAX_ENTRIES = 200;

/** Word's fields, open at a point of the document: their results are text, their instructions are not; old form fields are answers. */
export class Fields {
  private readonly open: Field[] = [];

  begin(): void {
    this.open.push({ instruction: "", inResult: false, box: null, list: null });
  }

  /** What a form field shows, once its instruction is over; else nothing. */
  separate(): string {
    const field = this.open.at(-1);
    if (field === undefined || field.inResult) return "";
    field.inResult = true;
    return shownBy(field);
  }

  end(): string {
    const field = this.open.pop();
    return field === undefined || field.inResult ? "" : shownBy(field);
  }

  /** What a paragraph leaves open must not mute the rest of the document; only contents and plain results go on over several. */
  endParagraph(): void {
    while (this.open.some(({ inResult, box: tick, list }) => !inResult || tick !== null || list !== null)) {
      this.open.pop();
    }
  }

  instruction(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && !field.inResult && field.instruction.length < 200) field.instruction += text;
  }

  /** An element of a form field's own data. */
  element(name: string, attributes: Attributes): void {
    const field = this.open.at(-1);
    if (field === undefined || field.inResult) return;
    const value = attributes["w:val"];
    if (name === "w:checkBox") field.box = { checked: false };
    else if (name === "w:ddList") field.list = { entries: [], chosen: null, preset: 0 };
    else if (field.box !== null && (name === "w:checked" || name === "w:default"))
      field.box.checked = on(value);
    else if (field.list !== null && name === "w:listEntry" && field.list.entries.length < MAX_ENTRIES) {
      field.list.entries.push(value ?? "");
    } else if (field.list !== null && name === "w:result") field.list.chosen = Number(value) || 0;
    // Follows the choice, and applies only where there is none.
    else if (field.list !== null && name === "w:default") field.list.preset = Number(value) || 0;
  }

  /** Whether text here is not part of the document: an instruction, the result of a form field that was given already, contents. */
  get mute(): boolean {
    return this.open.some(
      ({ inResult, box: tick, list, instruction }) =>
        !inResult || tick !== null || list !== null || isContents(instruction),
    );
  }
}

/** A table of contents repeats the document’s headings, which would be taken for the headings. */
export const isContents = (instruction: string) => /^\s*TOC\b/i.test(instruction);

function shownBy({ box: tick, list }: Field): string {
  if (tick !== null) return `${box(tick.checked)} `;
  return list === null ? "" : (list.entries[list.chosen ?? list.preset] ?? "");
}
