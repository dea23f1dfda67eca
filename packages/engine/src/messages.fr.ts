import type * as english from "./messages.en.ts";

const list = (names: readonly string[], or: string): string =>
  names.length < 2 ? (names[0] ?? "—") : `${names.slice(0, -1).join(", ")} ${or} ${names.at(-1)}`;

/** The log and the stores. */
export const log: typeof english.log = {
  "chain-gap": (stream, position) => `L’entrée ${position} de ${stream} manque.`,
  "chain-broken": (stream, position) =>
    `L’entrée ${position} de ${stream} n’est pas celle qui a été enregistrée.`,
  "chain-rewritten": (stream, position) =>
    `L’entrée ${position} de ${stream} n’est pas celle qui a été notée ailleurs : le journal a été réécrit.`,
  "chain-cut-off": (stream, position) =>
    `${stream} s’arrête avant l’entrée ${position}, alors qu’une entrée plus récente a été notée ailleurs.`,
  "version-conflict": (stream, found, expected) =>
    `${stream} a changé : son dernier événement est le ${found} et non le ${expected}. Relisez-le avant de décider.`,
  "key-reused": (key) => `La clé ${key} a déjà servi à une autre requête. Utilisez une nouvelle clé.`,
  "too-large": (bytes, limit) =>
    `Un événement de ${bytes} octets est trop volumineux : la limite est de ${limit} octets.`,
  "bad-append": (what) => `Ceci ne peut pas être ajouté : ${what}.`,
  "store-busy": (what) =>
    `Un autre processus a verrouillé le journal et ne l’a pas libéré à temps (${what}).`,
  "store-away": (what) => `La base de données est injoignable (${what}).`,
  "store-exists": (what) => `${what} contient déjà des données ; rien n’a été écrasé.`,
  "store-full": (what) => `Le disque du journal est plein (${what}).`,
  "store-damaged": (what) => `Le journal est endommagé (${what}).`,
  "store-closed": (what) => `Le journal a été fermé (${what}).`,
  "store-replaced": (what) =>
    `Le fichier du journal a été supprimé ou remplacé pendant son utilisation (${what}). Redémarrez le processus.`,
  "store-not-durable": (what) =>
    `La base de données confirmerait les événements avant leur écriture sur le disque (${what}). Activez synchronous_commit.`,
  "order-broken": (position) =>
    `L’entrée ${position} dans l’ordre de tous les flux n’est pas celle qui a été enregistrée.`,
  "bad-cursor": (what) => `${what} n’est pas un curseur de ce journal.`,
  "cursor-out-of-range": (what) =>
    `Le curseur ${what} n’appartient pas à ce journal, ou le journal a été restauré depuis. Relisez l’état, puis abonnez-vous sans curseur ou à partir de la fin actuelle.`,
  "file-damaged": (what) => `Le fichier n’est pas tel qu’il a été écrit : ${what}.`,
  "seal-broken": (from, to) =>
    `Le fichier n’est pas celui qui a été scellé : les octets ${from} à ${to} diffèrent.`,
  archived: (stream, archive, day) =>
    `${stream} a été archivé dans ${archive} le ${day}. Ouvrez le journal avec cette archive (cadre serve --archive) pour le lire.`,
  "not-closed": (project) => `${project} n’est pas clos ; seuls les projets clos peuvent être archivés.`,
  "archived-closed": (stream) => `${stream} est archivé : on peut le lire, mais rien ne peut y être ajouté.`,
  "unknown-event": (what) =>
    `Le journal contient un événement que cette version du logiciel ne connaît pas : ${what}. Mettez le logiciel à jour.`,
  "unknown-own-event": (type) =>
    `Le journal contient un événement propre à une agence, ${type}, dont le profil n’est pas fourni. Fournissez-le.`,
  "unknown-actor": (who) => `${who} n’a aucun rôle ici.`,
  "role-not-held": (who) => `${who} n’a pas le rôle dont cette personne se réclame.`,
  "other-project": (who) => `${who} n’a aucun rôle dans ce projet.`,
  "not-for-this-role": (who) => `Le rôle de ${who} ne permet pas cela.`,
  "other-agency": (who) => `${who} ne peut le faire que pour sa propre agence.`,
};

/** What is wrong, within the messages of the log and the stores. */
export const reasons: typeof english.reasons = {
  target: () => "La destination de la copie",
  noDatabase: () => "aucune base de données ne porte ce nom",
  notAdmitted: () => "elle n’admet pas cet utilisateur",
  standby: () => "c’est un serveur de secours, en lecture seule",
  otherProgram: () => "c’est la base de données d’un autre programme",
  newerTables: (found, known) =>
    `ses tables sont de la version ${found}, et ce logiciel connaît la version ${known}`,
  unreadable: () => "il n’existe pas, ou il est illisible",
  notSqlite: () => "ce n’est pas un fichier SQLite",
  headerShort: () => "son en-tête est tronqué",
  headerByte: (offset) => `l’octet ${offset} de son en-tête a été modifié`,
  structure: (line) => `SQLite signale « ${line} »`,
  noEpoch: () => "la marque qui distingue les copies d’un journal manque",
  otherTables: () => "ses tables ne sont pas celles d’un journal",
  row: (table, name) => `la ligne « ${name} » de la table « ${table} » a été modifiée`,
  seal: () => "son sceau n’est pas entier",
  unsealed: () => "un journal d’écriture anticipée (-wal) se trouve à côté du fichier scellé",
  streamName: () => "le nom d’un flux compte 1 à 200 caractères ordinaires",
  keyName: () => "une clé compte 1 à 200 caractères ordinaires",
  eventCount: (limit) => `un ajout contient 1 à ${limit} événements`,
  expectedPosition: () => "la position attendue est 0 ou une position du flux",
};

/** Refused commands. */
export const refusals: typeof english.refusals = {
  notAdmitted: (what, event, state, requires) =>
    `${what} est à l’état « ${state} » : « ${event} » n’y est pas autorisé. Il faudrait d’abord l’état ${list(requires, "ou")}.`,
  finalState: (what, event, state) => `${what} est à l’état final « ${state} » : « ${event} » est refusé.`,
  guarded: (what, event, state) =>
    `${what} est à l’état « ${state} » : « ${event} » y est autorisé, mais sa condition n’est pas remplie.`,
  contradicts: (what, event, later, position) =>
    `${what} : « ${event} » à cette date contredit « ${later} », enregistré à l’entrée ${position}.`,
  future: (date, today) =>
    `Le ${date} est postérieur à aujourd’hui (${today}) : cela n’a pas encore eu lieu. Indiquez les dates prévues au calendrier.`,
  closed: (project) =>
    `Le projet ${project} est clôturé : plus rien ne peut être enregistré sur ses activités et ses fonds.`,
  activitiesOpen: (codes) => `Ces activités ne sont ni achevées ni annulées : ${codes.join(", ")}.`,
  proposalsOpen: (count) =>
    `${count} ${count < 2 ? "proposition de réallocation attend" : "propositions de réallocation attendent"} une décision.`,
  noEntry: (entry) =>
    `L’entrée ${entry} n’est pas un événement d’une activité, d’un rapport ou du projet qui puisse être corrigé.`,
  notOpened: (project) => `Le projet ${project} n’a pas été ouvert. Ouvrez-le d’abord.`,
  alreadyOpened: (project) => `Le projet ${project} est déjà ouvert.`,
  unknownActivity: (code) => `Le projet n’a pas d’activité ${code}.`,
  knownActivity: (code) => `Le projet a déjà une activité ${code}.`,
  unknownAgency: (name) => `${name} n’est pas une agence du projet.`,
  unknownProposal: (proposal) => `L’entrée ${proposal} n’est pas une proposition de réallocation en attente.`,
  notLater: (found, end) =>
    `Une prolongation doit repousser la date de fin : le ${found} n’est pas postérieur au ${end}.`,
  twice: (what) => `${what} figure deux fois dans le plan.`,
};
