/** Code pages of fonts' character sets. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: "windows-1252",
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gbk",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};
const SYMBOL_CHARSET = 2;

/** The decoder of a code page; Windows-1252 where it is unknown. */
export function decoderOf(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("windows-1252");
  }
}

/** The fonts of a document, with the character set of each. */
export class RtfFonts {
  private readonly fonts = new Map<number, { charset: number; name: string }>();
  private readonly decoders = new Map<string, InstanceType<typeof TextDecoder>>();
  private open: { charset: number; name: string } | null = null;
  /** Code page of the document, `\ansicpg`. */
  codePage = "windows-1252";

  define(font: number): void {
    this.open = { charset: 1, name: "" };
    if (this.fonts.size < 1000) this.fonts.set(font, this.open);
  }

  charset(charset: number): void {
    if (this.open !== null) this.open.charset = charset;
  }

  name(text: string): void {
    if (this.open !== null && this.open.name.length < 100) this.open.name += text;
  }

  /** The name of a font whose characters are symbols; `null` for the others. */
  symbolFont(font: number): string | null {
    const found = this.fonts.get(font);
    return found?.charset === SYMBOL_CHARSET ? found.name.replace(/;.*$/s, "").trim() : null;
  }

  decode(font: number, bytes: readonly number[]): string {
    const label = CHARSETS[this.fonts.get(font)?.charset ?? 1] ?? this.codePage;
    const decoder = this.decoders.get(label) ?? decoderOf(label);
    this.decoders.set(label, decoder);
    return decoder.decode(Uint8Array.from(bytes));
  }
}
