/** Every message of this package in French, under the names of `messages.en.ts`. `{0:path}` is where the first value goes, a path. */

// Refused requests.

export const keyRequired = "Une clé est requise.";
export const keyDenied = "Cette clé ne le permet pas.";
export const invalidRequest = "La requête n’est pas valide.";
export const commandRefused = "L’état du projet n’autorise pas cette commande.";
export const changedMeanwhile = "Les données ont changé entre-temps.";
export const keyReused = "La clé d’idempotence a déjà servi à une autre requête. Utilisez une nouvelle clé.";
export const cursorOutOfRange =
  "Le curseur n’appartient pas à ce journal, ou le journal a été restauré depuis. Relisez le projet et suivez-le à partir de sa position actuelle.";
export const projectArchived = "Le projet est archivé.";
export const notFound = "Introuvable.";
export const requestTooLarge = "La requête est trop volumineuse.";
export const tooManyRequests = "Trop de requêtes. Patientez avant d’envoyer la suivante.";
export const storeUnavailable = "Le stockage est injoignable.";
export const internalError = "Erreur interne.";
export const listTooLong = "{0:path} compte {1:found} éléments ; la limite est de {2:limit}.";

// What is expected of a command’s body.

export const expectedProject = "le projet dans l’adresse seulement";
export const expectedActor = "aucun acteur : c’est celui de l’expéditeur";
export const expectedKey = "l’en-tête Idempotency-Key";
export const expectedExpectedPosition = "l’en-tête If-Match";
