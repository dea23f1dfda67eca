/** Every message of this package in English, a name each; `messages.fr.ts` has the same. `{0:path}` is where the first value goes, a path. */

// Refused requests.

export const keyRequired = "A key is required.";
export const keyDenied = "This key does not permit this.";
export const invalidRequest = "The request is not valid.";
export const commandRefused = "The project's state does not allow this command.";
export const changedMeanwhile = "It was changed in the meantime.";
export const keyReused = "The idempotency key was already used for another request. Use a new key.";
export const cursorOutOfRange =
  "The cursor does not belong to this log, or the log was restored since. Read the project again and follow it from its present position.";
export const projectArchived = "The project is archived.";
export const notFound = "Not found.";
export const requestTooLarge = "The request is too large.";
export const tooManyRequests = "Too many requests. Wait before you send the next one.";
export const storeUnavailable = "The store cannot be reached.";
export const internalError = "Internal error.";
export const listTooLong = "{0:path} has {1:found} members; the limit is {2:limit}.";

// What is expected of a command’s body.

export const expectedProject = "the project in the address alone";
export const expectedActor = "no actor: it is the sender's";
export const expectedKey = "the header Idempotency-Key";
export const expectedExpectedPosition = "the header If-Match";
