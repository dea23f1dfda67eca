import type { Problem } from "@cadre/core";

type Words = Problem["message"];

/** What the log and the stores say. */
export const words = {
  "chain-gap": (stream: string, position: number): Words => ({
    en: `Entry ${position} of ${stream} is missing.`,
    fr: `L’entrée ${position} de ${stream} manque.`,
  }),
  "chain-broken": (stream: string, position: number): Words => ({
    en: `Entry ${position} of ${stream} is not what was recorded.`,
    fr: `L’entrée ${position} de ${stream} n’est pas celle qui a été enregistrée.`,
  }),
  "chain-rewritten": (stream: string, position: number): Words => ({
    en: `Entry ${position} of ${stream} is not the one that was noted elsewhere: the log was written anew.`,
    fr: `L’entrée ${position} de ${stream} n’est pas celle qui a été notée ailleurs : le journal a été réécrit.`,
  }),
  "chain-cut-off": (stream: string, position: number): Words => ({
    en: `${stream} ends before entry ${position}, though later ones were noted elsewhere.`,
    fr: `${stream} s’arrête avant l’entrée ${position}, alors que de plus récentes ont été notées ailleurs.`,
  }),
  "version-conflict": (stream: string, found: number, expected: number): Words => ({
    en: `${stream} has gone on: its last event is ${found}, not ${expected}.`,
    fr: `${stream} a avancé : son dernier événement est ${found}, non ${expected}.`,
  }),
  "key-reused": (key: string): Words => ({
    en: `The key ${key} already stands for another command.`,
    fr: `La clé ${key} désigne déjà une autre commande.`,
  }),
  "too-large": (bytes: number, limit: number): Words => ({
    en: `An event of ${bytes} bytes is too large: at most ${limit} are recorded.`,
    fr: `Un événement de ${bytes} octets est trop grand : ${limit} au plus sont enregistrés.`,
  }),
  "bad-append": (what: string): Words => ({
    en: `This cannot be appended: ${what}.`,
    fr: `Ceci ne peut pas être ajouté : ${what}.`,
  }),
  "store-busy": (what: string): Words => ({
    en: `The log is held by another process, and was not free in time (${what}).`,
    fr: `Le journal est occupé par un autre processus et ne s’est pas libéré à temps (${what}).`,
  }),
  "store-away": (what: string): Words => ({
    en: `The database cannot be reached (${what}).`,
    fr: `La base de données est injoignable (${what}).`,
  }),
  "store-full": (what: string): Words => ({
    en: `There is no room left where the log is kept (${what}).`,
    fr: `Il n’y a plus de place là où le journal est conservé (${what}).`,
  }),
  "store-damaged": (what: string): Words => ({
    en: `The log cannot be read: what keeps it is damaged (${what}).`,
    fr: `Le journal ne peut pas être lu : son support est endommagé (${what}).`,
  }),
  "store-closed": (what: string): Words => ({
    en: `The log was closed (${what}).`,
    fr: `Le journal a été fermé (${what}).`,
  }),
  "bad-cursor": (what: string): Words => ({
    en: `${what} is no cursor of this log.`,
    fr: `${what} n’est pas un curseur de ce journal.`,
  }),
  "file-damaged": (what: string): Words => ({
    en: `The file is not as it was written: ${what}.`,
    fr: `Le fichier n’est pas tel qu’il a été écrit : ${what}.`,
  }),
  "seal-broken": (from: number, to: number): Words => ({
    en: `The file is not the one that was sealed: bytes ${from} to ${to} differ.`,
    fr: `Le fichier n’est pas celui qui a été scellé : les octets ${from} à ${to} diffèrent.`,
  }),
  "unknown-event": (what: string): Words => ({
    en: `The log holds what this version of the software does not know: ${what}.`,
    fr: `Le journal contient ce que cette version du logiciel ne connaît pas : ${what}.`,
  }),
  "unknown-actor": (who: string): Words => ({
    en: `${who} holds no role here.`,
    fr: `${who} n’a aucun rôle ici.`,
  }),
  "role-not-held": (who: string): Words => ({
    en: `${who} does not hold the role that they claim.`,
    fr: `${who} n’a pas le rôle dont cette personne se réclame.`,
  }),
  "other-project": (who: string): Words => ({
    en: `${who} has no role in this project.`,
    fr: `${who} n’a aucun rôle dans ce projet.`,
  }),
  "not-for-this-role": (who: string): Words => ({
    en: `${who}’s role may not do this.`,
    fr: `Le rôle de ${who} ne permet pas cela.`,
  }),
  "other-agency": (who: string): Words => ({
    en: `${who} may do this for their own agency alone.`,
    fr: `${who} ne peut le faire que pour sa propre agence.`,
  }),
};
