import type { DisplayLanguage } from "@cadre/core/locale";
import { textIn } from "@cadre/core/locale";
import { labelOf, messagesIn, type OwnNames } from "../messages/index.ts";

/** A state of a machine in words: an activity's own states first, those of projects and reports else. */
export function stateText(machine: string, state: string, language: DisplayLanguage, own?: OwnNames): string {
  const { states, otherStates } = messagesIn(language);
  const named = own?.states[state]?.name;
  if (named !== undefined) return textIn(named, { language });
  return machine === "activity" ? labelOf(states, state) : labelOf(otherStates, labelOf(states, state));
}

/** An event in words. */
export { eventLabel as eventText } from "../messages/index.ts";

/** The machine's name in words: an activity, a project, a report. */
export const machineLabels = (machine: string, language: DisplayLanguage): string =>
  labelOf(messagesIn(language).otherStates, machine);
