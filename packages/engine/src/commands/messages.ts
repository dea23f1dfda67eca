import type { Problem } from "@cadre/core";

type Message = Problem["message"];
const list = (names: readonly string[], or: string): string =>
  names.length < 2 ? (names[0] ?? "—") : `${names.slice(0, -1).join(", ")} ${or} ${names.at(-1)}`;

/** Messages of refused commands. */
export const refusalMessages = {
  notAdmitted: (what: string, event: string, state: string, requires: readonly string[]): Message => ({
    en: `${what} is ${state}: “${event}” is not allowed in this state. It would first have to be ${list(requires, "or")}.`,
    fr: `${what} est à l’état « ${state} » : « ${event} » n’y est pas autorisé. Il faudrait d’abord l’état ${list(requires, "ou")}.`,
  }),
  finalState: (what: string, event: string, state: string): Message => ({
    en: `${what} is ${state}, which is final: “${event}” is refused.`,
    fr: `${what} est à l’état final « ${state} » : « ${event} » est refusé.`,
  }),
  guarded: (what: string, event: string, state: string): Message => ({
    en: `${what} is ${state}: “${event}” is allowed in this state, but its condition does not hold.`,
    fr: `${what} est à l’état « ${state} » : « ${event} » y est autorisé, mais sa condition n’est pas remplie.`,
  }),
  contradicts: (what: string, event: string, later: string, position: number): Message => ({
    en: `${what}: “${event}” on this date contradicts “${later}”, recorded as entry ${position}.`,
    fr: `${what} : « ${event} » à cette date contredit « ${later} », enregistré à l’entrée ${position}.`,
  }),
  notOpened: (project: string): Message => ({
    en: `Project ${project} has not been opened. Open it first.`,
    fr: `Le projet ${project} n’a pas été ouvert. Ouvrez-le d’abord.`,
  }),
  alreadyOpened: (project: string): Message => ({
    en: `Project ${project} is already open.`,
    fr: `Le projet ${project} est déjà ouvert.`,
  }),
  unknownActivity: (code: string): Message => ({
    en: `The project has no activity ${code}.`,
    fr: `Le projet n’a pas d’activité ${code}.`,
  }),
  knownActivity: (code: string): Message => ({
    en: `The project already has an activity ${code}.`,
    fr: `Le projet a déjà une activité ${code}.`,
  }),
  unknownAgency: (name: string): Message => ({
    en: `${name} is not an agency of the project.`,
    fr: `${name} n’est pas une agence du projet.`,
  }),
  unknownProposal: (proposal: number): Message => ({
    en: `Entry ${proposal} is not a pending reallocation proposal.`,
    fr: `L’entrée ${proposal} n’est pas une proposition de réallocation en attente.`,
  }),
  notLater: (found: string, end: string): Message => ({
    en: `An extension must end later than the current end date: ${found} is not later than ${end}.`,
    fr: `Une prolongation doit repousser la date de fin : le ${found} n’est pas postérieur au ${end}.`,
  }),
  twice: (what: string): Message => ({
    en: `${what} occurs twice in the plan.`,
    fr: `${what} figure deux fois dans le plan.`,
  }),
};
