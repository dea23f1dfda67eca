import { describe, expect, it } from "vitest";
import { decodeText, MAX_TEXT_BYTES } from "./decode.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const refusal = (input: Uint8Array) => {
  const result = decodeText(input);
  if (result.ok) throw new Error("was read");
  return result.problems[0];
};

describe("decodeText", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    expect(decodeText(bytes("Réconciliation"))).toMatchObject({ ok: true, value: "Réconciliation" });
    expect(decodeText(bytes("\ufeffPAYS: MALI"))).toMatchObject({ ok: true, value: "PAYS: MALI" });
  });

  it.each([
    ["an empty file", new Uint8Array(), "input-empty", null],
    ["blank lines", bytes(" \n\t\n"), "input-empty", null],
    ["a PDF", bytes("%PDF-1.7\nabc"), "input-not-text", "PDF"],
    ["a Word file", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "input-not-text", "ZIP (.docx, .xlsx, .odt)"],
    ["UTF-16 with its mark", Uint8Array.of(0xff, 0xfe, 0x50, 0), "input-not-text", "UTF-16"],
    [
      "UTF-16 without it",
      Uint8Array.from([..."PAYS: MALI"].flatMap((character) => [character.charCodeAt(0), 0])),
      "input-not-text",
      "UTF-16",
    ],
    ["zeros in a text", bytes(`PAYS\0${"a".repeat(600)}`), "input-not-text", "binary"],
  ])("refuses %s", (_, input, code, found) => {
    expect(refusal(input)).toMatchObject({ code, found, expected: "text in UTF-8" });
  });

  it("names the line of the first byte that is no UTF-8", () => {
    expect(refusal(latin1("PAYS: MALI\nTitre\nRéconciliation\n"))).toMatchObject({
      code: "input-not-text",
      where: { path: "file", line: 3 },
    });
  });

  it("reports a file that ends inside a character", () => {
    expect(refusal(bytes("un\ndé").slice(0, -1))).toMatchObject({
      found: "cut off inside of a character",
      where: { line: 2 },
    });
  });

  it("refuses what is too large without looking at it", () => {
    expect(refusal(new Uint8Array(MAX_TEXT_BYTES + 1))).toMatchObject({
      code: "input-too-large",
      found: `${MAX_TEXT_BYTES + 1} bytes`,
    });
  });
});
