import { styleText } from "node:util";
import type { Language } from "@cadre/core";
import { MESSAGES, type Messages } from "../messages.ts";

/** What a page is drawn for. */
export interface Screen {
  width: number;
  color: boolean;
  language: Language;
  messages: Messages;
}

export function screenFor(options: {
  width?: number | undefined;
  color: boolean;
  language: Language;
}): Screen {
  const width = Math.min(120, Math.max(60, options.width ?? 80));
  return { width, color: options.color, language: options.language, messages: MESSAGES[options.language] };
}

type Style = Parameters<typeof styleText>[0];

/** Styles a text where the screen has colours. */
export function style(screen: Screen, format: Style, text: string): string {
  return screen.color ? styleText(format, text, { validateStream: false }) : text;
}

/** A section's title over a line. */
export function section(screen: Screen, title: string): string[] {
  return ["", style(screen, "bold", title), style(screen, "dim", "─".repeat(screen.width))];
}
