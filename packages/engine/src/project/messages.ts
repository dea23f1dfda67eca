import type { Problem } from "@cadre/core";

type Words = Problem["message"];
const list = (names: readonly string[]): string => names.join(", ") || "—";

/** What the engine says when it does not do something. */
export const refusalWords = {
  notAdmitted: (what: string, event: string, state: string, admits: readonly string[]): Words => ({
    en: `${what} is ${state}, which does not admit “${event}”. It admits: ${list(admits)}.`,
    fr: `${what} est à l’état ${state}, qui n’admet pas « ${event} ». Il admet : ${list(admits)}.`,
  }),
  finalState: (what: string, event: string, state: string): Words => ({
    en: `${what} is ${state}, and nothing follows that: “${event}” is refused.`,
    fr: `${what} est à l’état ${state}, après lequel rien ne suit : « ${event} » est refusé.`,
  }),
  guarded: (what: string, event: string, state: string): Words => ({
    en: `${what} is ${state} and admits “${event}”, but not as things stand.`,
    fr: `${what} est à l’état ${state} et admet « ${event} », mais pas dans la situation présente.`,
  }),
  contradicts: (what: string, event: string, later: string, position: number): Words => ({
    en: `${what}: “${event}” at this date would leave no room for “${later}”, recorded as entry ${position}.`,
    fr: `${what} : « ${event} » à cette date ne laisserait pas de place à « ${later} », enregistré à l’entrée ${position}.`,
  }),
  notOpened: (project: string): Words => ({
    en: `Nothing is on record of project ${project}: open it first.`,
    fr: `Rien n’est enregistré du projet ${project} : il faut d’abord l’ouvrir.`,
  }),
  alreadyOpened: (project: string): Words => ({
    en: `Project ${project} is open already.`,
    fr: `Le projet ${project} est déjà ouvert.`,
  }),
  unknownActivity: (code: string): Words => ({
    en: `The project has no activity ${code}.`,
    fr: `Le projet n’a pas d’activité ${code}.`,
  }),
  knownActivity: (code: string): Words => ({
    en: `The project already has an activity ${code}.`,
    fr: `Le projet a déjà une activité ${code}.`,
  }),
  unknownAgency: (name: string): Words => ({
    en: `${name} is no agency of the project.`,
    fr: `${name} n’est pas une agence du projet.`,
  }),
  unknownProposal: (proposal: number): Words => ({
    en: `No move of money that waits for approval was proposed in entry ${proposal}.`,
    fr: `Aucun mouvement de fonds en attente d’approbation n’a été proposé à l’entrée ${proposal}.`,
  }),
  notLater: (found: string, end: string): Words => ({
    en: `An extension puts the end off: ${found} is not later than ${end}.`,
    fr: `Une prolongation repousse la fin : le ${found} n’est pas postérieur au ${end}.`,
  }),
  twice: (what: string): Words => ({
    en: `${what} stands twice in the plan.`,
    fr: `${what} figure deux fois dans le plan.`,
  }),
};
