import { styleText } from "node:util";
import type { ActivityEvent, ActivityState, Cause, Language } from "@cadre/core";
import { FUND_PROFILE, isOwnCode, type OwnTerm, type Profile } from "@cadre/core/lifecycle";
import { type DisplayLanguage, type OwnLanguage, textIn } from "@cadre/core/locale";
import { type CommandMessages, messagesIn } from "../messages.ts";

/** What a page is drawn for. */
export interface Screen {
  width: number;
  color: boolean;
  language: DisplayLanguage;
  messages: CommandMessages;
  /** What an agency adds to the fund's states, events and causes. */
  profile: Profile;
}

const nameOf = (term: OwnTerm | undefined, code: string, language: DisplayLanguage): string =>
  term === undefined ? code : textIn(term.name, { language });
/** A state in words, in lists and in the time line. */
export const stateLabel = ({ messages, language, profile }: Screen, state: ActivityState): string =>
  isOwnCode(state) ? nameOf(profile.states[state], state, language) : messages.states[state];
/** A cause in words. */
export const causeLabel = ({ messages, language, profile }: Screen, cause: Cause): string =>
  isOwnCode(cause) ? nameOf(profile.causes[cause], cause, language) : messages.causes[cause];
/** What happened, in words. */
export const eventLabel = ({ messages, language, profile }: Screen, type: ActivityEvent["type"]): string =>
  isOwnCode(type) ? nameOf(profile.events[type], type, language) : messages.events[type];

export function screenFor(options: {
  width?: number | undefined;
  color: boolean;
  language: Language;
  /** Shown in place of `language`. */
  own?: OwnLanguage | undefined;
  profile?: Profile | undefined;
}): Screen {
  const width = Math.min(120, Math.max(60, options.width ?? 80));
  const { color, profile = FUND_PROFILE } = options;
  const language = options.own ?? options.language;
  return { width, color, language, messages: messagesIn(language), profile };
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
