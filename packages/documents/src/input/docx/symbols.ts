/** Boxes and ticks of the symbol fonts by the low byte of their code, as the characters that the readers know. */
const WINGDINGS: Readonly<Record<number, string>> = {
  108: "•",
  110: "■",
  111: "☐",
  113: "☐",
  114: "☐",
  118: "❖",
  119: "◆",
  120: "☒",
  159: "•",
  167: "▪",
  168: "☐",
  216: "➢",
  224: "→",
  240: "⇨",
  251: "☒",
  252: "☑",
  253: "☒",
  254: "☑",
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: "☒",
  80: "☑",
  81: "☒",
  82: "☑",
  83: "☒",
  84: "☒",
  151: "•",
  162: "■",
  163: "☐",
};
const WEBDINGS: Readonly<Record<number, string>> = {
  97: "✔",
  99: "☐",
  103: "■",
  114: "✘",
};
const SYMBOL: Readonly<Record<number, string>> = {
  167: "▪",
  179: "≥",
  180: "×",
  183: "·",
  163: "≤",
  174: "→",
  177: "±",
  176: "°",
};
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: WINGDINGS,
  "wingdings 2": WINGDINGS_2,
  webdings: WEBDINGS,
  symbol: SYMBOL,
};

/** Whether a font shows other things than the letters that its text has. */
export const isSymbolFont = (font: string) => Object.hasOwn(FONTS, font.toLowerCase());

/** What a symbol font shows for a code; `null` where that is not known. */
export function symbolOf(font: string, code: number): string | null {
  const name = font.toLowerCase();
  const known = Object.hasOwn(FONTS, name) ? FONTS[name] : undefined;
  // Symbol fonts use the private area U+F000 to U+F0FF; older files give the low byte alone.
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (low === 0x20) return " ";
  const shown = known?.[low];
  if (shown !== undefined) return shown;
  // A character of an ordinary font is what it is.
  return known === undefined && code >= 0x20 && (code < 0xe000 || code > 0xf8ff) && code <= 0xffff
    ? String.fromCharCode(code)
    : null;
}

/** The box of a control or a field. */
export const box = (checked: boolean) => (checked ? "☒" : "☐");
/** What a control for a tick box shows, in any of its fonts. */
export const isBox = (text: string) => /^[\s☐☒☑□■✓✔✗✘\uf000-\uf0ffxX¨þýRoO£]*$/u.test(text);
