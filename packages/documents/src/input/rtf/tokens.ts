/** A part of an RTF file: a group's begin or end, a control word with its number, a byte of text, a symbol. */
export type RtfToken =
  | { kind: "open" }
  | { kind: "close" }
  | { kind: "word"; name: string; value: number | null }
  | { kind: "byte"; value: number }
  | { kind: "text"; text: string };

const CONTROL = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const PLAIN = /[^\\{}\r\n]+/y;

/** Takes an RTF file (as Latin-1 text) apart; binary data are left out. */
export function* tokensOf(source: string): Generator<RtfToken> {
  for (let index = 0; index < source.length; ) {
    const character = source[index];
    if (character === "{" || character === "}") {
      yield { kind: character === "{" ? "open" : "close" };
      index += 1;
    } else if (character === "\r" || character === "\n") index += 1;
    else if (character === "\\") {
      CONTROL.lastIndex = index + 1;
      const word = CONTROL.exec(source);
      if (word !== null) {
        const [whole, name = "", digits] = word;
        const value = digits === undefined ? null : Number(digits);
        index += 1 + whole.length;
        if (name === "bin") index += Math.max(0, value ?? 0);
        else yield { kind: "word", name, value };
      } else if (source[index + 1] === "'") {
        const value = Number.parseInt(source.slice(index + 2, index + 4), 16);
        if (Number.isInteger(value)) yield { kind: "byte", value };
        index += 4;
      } else {
        yield { kind: "word", name: source[index + 1] ?? "", value: null };
        index += 2;
      }
    } else {
      PLAIN.lastIndex = index;
      const text = PLAIN.exec(source)?.[0] ?? source.slice(index, index + 1);
      yield { kind: "text", text };
      index += text.length;
    }
  }
}
