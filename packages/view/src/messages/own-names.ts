import type { ActivityState, Cause } from "@cadre/core";
import type { FundState, OwnState, OwnTerm, Profile } from "@cadre/core/lifecycle";
import { type DisplayLanguage, STATE_NAMES, textIn } from "@cadre/core/locale";
import { messagesIn } from "./catalogue.ts";
import { labelOf } from "./types.ts";

/** The names of an agency's own codes, as data of a row or of a page. */
export interface OwnNames {
  /** States, each with the fund's state that it counts as. */
  states: Readonly<Record<string, OwnState>>;
  /** Causes of delays and suspensions. */
  causes: Readonly<Record<string, OwnTerm>>;
  /** Types of events. */
  events: Readonly<Record<string, OwnTerm>>;
}

const labelIn =
  <Code extends string>(kind: keyof OwnNames) =>
  (code: Code, language: DisplayLanguage, own?: OwnNames): string => {
    const name = own?.[kind][code]?.name;
    return name === undefined ? labelOf(messagesIn(language)[kind], code) : textIn(name, { language });
  };
/** A state in words. What nobody named is its code. */
export const stateLabel = labelIn<ActivityState>("states");
/** A cause in words. */
export const causeLabel = labelIn<Cause>("causes");
/** A type of event in words. */
export const eventLabel = labelIn<string>("events");

/** The fund's state that a state counts as. */
export function fundStateOf(state: ActivityState, own?: OwnNames): FundState {
  const known = own?.states[state]?.broader ?? state;
  return known in STATE_NAMES ? (known as FundState) : "undetermined";
}
/** What a state means; of an agency's own, what the fund's does that it counts as. */
export const stateMeaning = (state: ActivityState, language: DisplayLanguage, own?: OwnNames): string =>
  messagesIn(language).stateMeanings[fundStateOf(state, own)];

const only = <Term>(terms: Readonly<Record<string, Term>>, codes: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(terms).filter(([code]) => codes.has(code)));

/** The names of the own codes among some; `undefined` where there are none. */
export function ownNames(
  profile: Pick<Profile, "states" | "causes" | "events"> | undefined,
  codes: Iterable<string>,
): OwnNames | undefined {
  const own = new Set([...codes].filter((code) => code.includes(":")));
  if (profile === undefined || own.size === 0) return undefined;
  const events = Object.entries(profile.events).map(([code, { name }]) => [code, { name }] as const);
  return {
    states: only(profile.states, own),
    causes: only(profile.causes, own),
    events: only(Object.fromEntries(events), own),
  };
}
