import type { Language } from "@cadre/core";
import { WORDS, wordOf } from "../messages/index.ts";

/** A state of a machine in words: an activity's own states first, those of projects and reports else. */
export function stateWords(machine: string, state: string, language: Language): string {
  const { states, otherStates } = WORDS[language];
  return machine === "activity" ? wordOf(states, state) : wordOf(otherStates, wordOf(states, state));
}

/** An event in words. */
export const eventWords = (type: string, language: Language): string => wordOf(WORDS[language].events, type);

/** The machine's name in words: an activity, a project, a report. */
export const machineWords = (machine: string, language: Language): string =>
  wordOf(WORDS[language].otherStates, machine);
