import stringWidth from "fast-string-width";

/** Text cut to a width in terminal columns, with an ellipsis where something is left out. */
export function clip(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let shown = "";
  let used = 0;
  for (const character of text) {
    used += stringWidth(character);
    if (used > width - 1) break;
    shown += character;
  }
  return `${shown.trimEnd()}…`;
}

/** Text brought to exactly a width: cut, or filled with spaces on the right or on the left. */
export function fit(text: string, width: number, align: "left" | "right" = "left"): string {
  const cut = clip(text, width);
  const fill = " ".repeat(Math.max(0, width - stringWidth(cut)));
  return align === "left" ? cut + fill : fill + cut;
}

/** Text broken at spaces into lines of a width, the first indented by `first`, each after it by `others`. */
export function wrap(text: string, width: number, others = "", first = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const space = width - stringWidth(lines.length > 0 ? others : first);
    const longer = line === "" ? word : `${line} ${word}`;
    if (stringWidth(longer) <= space || line === "") {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines.map((each, index) => clip((index === 0 ? first : others) + each, width));
}

/** A bar of a fraction: eighths of a column fine; more than the whole ends in an arrow, and nothing is cut off silently. */
export function bar(fraction: number, width: number): string {
  if (fraction > 1) return `${"█".repeat(width - 1)}▶`;
  const eighths = Math.round(Math.max(0, fraction) * width * 8);
  const full = Math.floor(eighths / 8);
  const part = eighths % 8 === 0 ? "" : (" ▏▎▍▌▋▊▉"[eighths % 8] ?? "");
  return ("█".repeat(full) + part).padEnd(width, "░").slice(0, width);
}
