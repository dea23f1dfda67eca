import type { Language } from "@cadre/core";
import { labelOf, MESSAGES, type OwnNames } from "../messages/index.ts";

/** A state of a machine in words: an activity's own states first, those of projects and reports else. */
export function stateText(machine: string, state: string, language: Language, own?: OwnNames): string {
  const { states, otherStates } = MESSAGES[language];
  const named = own?.states[state]?.name[language];
  if (named !== undefined) return named;
  return machine === "activity" ? labelOf(states, state) : labelOf(otherStates, labelOf(states, state));
}

/** An event in words. */
export { eventLabel as eventText } from "../messages/index.ts";

/** The machine's name in words: an activity, a project, a report. */
export const machineLabels = (machine: string, language: Language): string =>
  labelOf(MESSAGES[language].otherStates, machine);
