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
  future: (date: string, today: string): Message => ({
    en: `${date} lies after today, ${today}: it has not happened yet. Set planned dates in the schedule.`,
    fr: `Le ${date} est postérieur à aujourd’hui (${today}) : cela n’a pas encore eu lieu. Indiquez les dates prévues au calendrier.`,
  }),
  closed: (project: string): Message => ({
    en: `Project ${project} is closed: nothing more can be recorded of its activities and its money.`,
    fr: `Le projet ${project} est clôturé : plus rien ne peut être enregistré sur ses activités et ses fonds.`,
  }),
  activitiesOpen: (codes: readonly string[]): Message => ({
    en: `These activities are neither done nor cancelled: ${codes.join(", ")}.`,
    fr: `Ces activités ne sont ni achevées ni annulées : ${codes.join(", ")}.`,
  }),
  proposalsOpen: (count: number): Message => ({
    en: `${count} reallocation ${count === 1 ? "proposal waits" : "proposals wait"} for a decision.`,
    fr: `${count} ${count < 2 ? "proposition de réallocation attend" : "propositions de réallocation attendent"} une décision.`,
  }),
  noEntry: (entry: number): Message => ({
    en: `Entry ${entry} is not an event of an activity, a report or the project that can be corrected.`,
    fr: `L’entrée ${entry} n’est pas un événement d’une activité, d’un rapport ou du projet qui puisse être corrigé.`,
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
