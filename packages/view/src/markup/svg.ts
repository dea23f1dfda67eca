import { html, type Markup, type Part } from "./html.ts";

/** A number as a coordinate: at most two decimals, so that pictures are small and the same on every machine. */
export const at = (value: number): string => String(Math.round(value * 100) / 100);

/** A short name made of a text, always the same for the same text (FNV-1a, 32 bits). */
export function nameOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return `c${hash.toString(36)}`;
}

/** A picture's frame. */
export interface Frame {
  width: number;
  height: number;
  /** A short description of the picture. */
  title: string;
  /** What it shows, for whoever cannot see it. */
  description: string;
  /** Prefix of the ids inside; see {@link nameOf}. */
  id: string;
}

/** A picture that says what it is: an image with title and description. Content is SVG. */
export function picture({ width, height, title, description, id }: Frame, content: Part): Markup {
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}t ${id}d" viewBox="0 0 ${at(width)} ${at(height)}" width="${at(width)}" height="${at(height)}" font-family="system-ui, sans-serif" font-size="12"><title id="${id}t">${title}</title><desc id="${id}d">${description}</desc>${content}</svg>`;
}

/** Words cut to a length, with an ellipsis where something is left out. */
export function clip(text: string, limit: number): string {
  const letters = [...text];
  return letters.length <= limit
    ? text
    : `${letters
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
}
