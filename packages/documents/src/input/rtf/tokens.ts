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
  for (let at = 0; at < source.length; ) {
    const character = source[at];
    if (character === "{" || character === "}") {
      yield { kind: character === "{" ? "open" : "close" };
      at += 1;
    } else if (character === "\r" || character === "\n") at += 1;
    else if (character === "\\") {
      CONTROL.lastIndex = at + 1;
      const word = CONTROL.exec(source);
      if (word !== null) {
        const [whole, name = "", digits] = word;
        const value = digits === undefined ? null : Number(digits);
        at += 1 + whole.length;
        if (name === "bin") at += Math.max(0, value ?? 0);
        else yield { kind: "word", name, value };
      } else if (source[at + 1] === "'") {
        const value = Number.parseInt(source.slice(at + 2, at + 4), 16);
        if (Number.isInteger(value)) yield { kind: "byte", value };
        at += 4;
      } else {
        yield { kind: "word", name: source[at + 1] ?? "", value: null };
        at += 2;
      }
    } else {
      PLAIN.lastIndex = at;
      const text = PLAIN.exec(source)?.[0] ?? source.slice(at, at + 1);
      yield { kind: "text", text };
      at += text.length;
    }
  }
}
