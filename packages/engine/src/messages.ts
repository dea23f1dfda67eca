import type { Problem } from "@cadre/core";

type Message = Problem["message"];

/** Messages of the log and the stores. */
export const messages = {
  "chain-gap": (stream: string, position: number): Message => ({
    en: `Entry ${position} of ${stream} is missing.`,
    fr: `L’entrée ${position} de ${stream} manque.`,
  }),
  "chain-broken": (stream: string, position: number): Message => ({
    en: `Entry ${position} of ${stream} is not what was recorded.`,
    fr: `L’entrée ${position} de ${stream} n’est pas celle qui a été enregistrée.`,
  }),
  "chain-rewritten": (stream: string, position: number): Message => ({
    en: `Entry ${position} of ${stream} is not the one that was noted elsewhere: the log was rewritten.`,
    fr: `L’entrée ${position} de ${stream} n’est pas celle qui a été notée ailleurs : le journal a été réécrit.`,
  }),
  "chain-cut-off": (stream: string, position: number): Message => ({
    en: `${stream} ends before entry ${position}, but a later entry was noted elsewhere.`,
    fr: `${stream} s’arrête avant l’entrée ${position}, alors qu’une entrée plus récente a été notée ailleurs.`,
  }),
  "version-conflict": (stream: string, found: number, expected: number): Message => ({
    en: `${stream} has changed: its last event is ${found}, not ${expected}. Read it again, then decide again.`,
    fr: `${stream} a changé : son dernier événement est le ${found} et non le ${expected}. Relisez-le avant de décider.`,
  }),
  "key-reused": (key: string): Message => ({
    en: `The key ${key} was already used for another request. Use a new key.`,
    fr: `La clé ${key} a déjà servi à une autre requête. Utilisez une nouvelle clé.`,
  }),
  "too-large": (bytes: number, limit: number): Message => ({
    en: `An event of ${bytes} bytes is too large: the limit is ${limit} bytes.`,
    fr: `Un événement de ${bytes} octets est trop volumineux : la limite est de ${limit} octets.`,
  }),
  "bad-append": (what: string): Message => ({
    en: `This cannot be appended: ${what}.`,
    fr: `Ceci ne peut pas être ajouté : ${what}.`,
  }),
  "store-busy": (what: string): Message => ({
    en: `Another process has locked the log and did not release it in time (${what}).`,
    fr: `Un autre processus a verrouillé le journal et ne l’a pas libéré à temps (${what}).`,
  }),
  "store-away": (what: string): Message => ({
    en: `The database cannot be reached (${what}).`,
    fr: `La base de données est injoignable (${what}).`,
  }),
  "store-full": (what: string): Message => ({
    en: `The disk of the log is full (${what}).`,
    fr: `Le disque du journal est plein (${what}).`,
  }),
  "store-damaged": (what: string): Message => ({
    en: `The log is damaged (${what}).`,
    fr: `Le journal est endommagé (${what}).`,
  }),
  "store-closed": (what: string): Message => ({
    en: `The log was closed (${what}).`,
    fr: `Le journal a été fermé (${what}).`,
  }),
  "store-replaced": (what: string): Message => ({
    en: `The file of the log was deleted or replaced while it was open (${what}). Restart the process.`,
    fr: `Le fichier du journal a été supprimé ou remplacé pendant son utilisation (${what}). Redémarrez le processus.`,
  }),
  "store-not-durable": (what: string): Message => ({
    en: `The database would acknowledge events before they are on the disk (${what}). Turn synchronous_commit on.`,
    fr: `La base de données confirmerait les événements avant leur écriture sur le disque (${what}). Activez synchronous_commit.`,
  }),
  "order-broken": (position: number): Message => ({
    en: `Entry ${position} in the order of all streams is not the one that was recorded.`,
    fr: `L’entrée ${position} dans l’ordre de tous les flux n’est pas celle qui a été enregistrée.`,
  }),
  "bad-cursor": (what: string): Message => ({
    en: `${what} is not a cursor of this log.`,
    fr: `${what} n’est pas un curseur de ce journal.`,
  }),
  "cursor-out-of-range": (what: string): Message => ({
    en: `The cursor ${what} is not of this log, or the log was restored since. Read the state again, then subscribe without a cursor or after the present end.`,
    fr: `Le curseur ${what} n’appartient pas à ce journal, ou le journal a été restauré depuis. Relisez l’état, puis abonnez-vous sans curseur ou à partir de la fin actuelle.`,
  }),
  "file-damaged": (what: string): Message => ({
    en: `The file is not as it was written: ${what}.`,
    fr: `Le fichier n’est pas tel qu’il a été écrit : ${what}.`,
  }),
  "seal-broken": (from: number, to: number): Message => ({
    en: `The file is not the one that was sealed: bytes ${from} to ${to} differ.`,
    fr: `Le fichier n’est pas celui qui a été scellé : les octets ${from} à ${to} diffèrent.`,
  }),
  archived: (stream: string, archive: string, day: string): Message => ({
    en: `${stream} was archived in ${archive} on ${day}. Open the log together with this archive (cadre serve --archive) to read it.`,
    fr: `${stream} a été archivé dans ${archive} le ${day}. Ouvrez le journal avec cette archive (cadre serve --archive) pour le lire.`,
  }),
  "not-closed": (project: string): Message => ({
    en: `${project} is not closed; only closed projects can be archived.`,
    fr: `${project} n’est pas clos ; seuls les projets clos peuvent être archivés.`,
  }),
  "archived-closed": (stream: string): Message => ({
    en: `${stream} is archived: it can be read, and nothing can be added to it.`,
    fr: `${stream} est archivé : on peut le lire, mais rien ne peut y être ajouté.`,
  }),
  "unknown-event": (what: string): Message => ({
    en: `The log holds an event that this version of the software does not know: ${what}. Update the software.`,
    fr: `Le journal contient un événement que cette version du logiciel ne connaît pas : ${what}. Mettez le logiciel à jour.`,
  }),
  "unknown-actor": (who: string): Message => ({
    en: `${who} has no role here.`,
    fr: `${who} n’a aucun rôle ici.`,
  }),
  "role-not-held": (who: string): Message => ({
    en: `${who} does not have the role that they claim.`,
    fr: `${who} n’a pas le rôle dont cette personne se réclame.`,
  }),
  "other-project": (who: string): Message => ({
    en: `${who} has no role in this project.`,
    fr: `${who} n’a aucun rôle dans ce projet.`,
  }),
  "not-for-this-role": (who: string): Message => ({
    en: `The role of ${who} does not permit this.`,
    fr: `Le rôle de ${who} ne permet pas cela.`,
  }),
  "other-agency": (who: string): Message => ({
    en: `${who} may do this only for their own agency.`,
    fr: `${who} ne peut le faire que pour sa propre agence.`,
  }),
};
