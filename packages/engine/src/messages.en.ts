const list = (names: readonly string[], or: string): string =>
  names.length < 2 ? (names[0] ?? "—") : `${names.slice(0, -1).join(", ")} ${or} ${names.at(-1)}`;

/** The log and the stores. */
export const log = {
  "chain-gap": (stream: string, position: number): string => `Entry ${position} of ${stream} is missing.`,
  "chain-broken": (stream: string, position: number): string =>
    `Entry ${position} of ${stream} is not what was recorded.`,
  "chain-rewritten": (stream: string, position: number): string =>
    `Entry ${position} of ${stream} is not the one that was noted elsewhere: the log was rewritten.`,
  "chain-cut-off": (stream: string, position: number): string =>
    `${stream} ends before entry ${position}, but a later entry was noted elsewhere.`,
  "version-conflict": (stream: string, found: number, expected: number): string =>
    `${stream} has changed: its last event is ${found}, not ${expected}. Read it again, then decide again.`,
  "key-reused": (key: string): string =>
    `The key ${key} was already used for another request. Use a new key.`,
  "too-large": (bytes: number, limit: number): string =>
    `An event of ${bytes} bytes is too large: the limit is ${limit} bytes.`,
  "bad-append": (what: string): string => `This cannot be appended: ${what}.`,
  "store-busy": (what: string): string =>
    `Another process has locked the log and did not release it in time (${what}).`,
  "store-away": (what: string): string => `The database cannot be reached (${what}).`,
  "store-exists": (what: string): string => `${what} holds data already; nothing was overwritten.`,
  "store-full": (what: string): string => `The disk of the log is full (${what}).`,
  "store-damaged": (what: string): string => `The log is damaged (${what}).`,
  "store-closed": (what: string): string => `The log was closed (${what}).`,
  "store-replaced": (what: string): string =>
    `The file of the log was deleted or replaced while it was open (${what}). Restart the process.`,
  "store-not-durable": (what: string): string =>
    `The database would acknowledge events before they are on the disk (${what}). Turn synchronous_commit on.`,
  "order-broken": (position: number): string =>
    `Entry ${position} in the order of all streams is not the one that was recorded.`,
  "bad-cursor": (what: string): string => `${what} is not a cursor of this log.`,
  "cursor-out-of-range": (what: string): string =>
    `The cursor ${what} is not of this log, or the log was restored since. Read the state again, then subscribe without a cursor or after the present end.`,
  "file-damaged": (what: string): string => `The file is not as it was written: ${what}.`,
  "seal-broken": (from: number, to: number): string =>
    `The file is not the one that was sealed: bytes ${from} to ${to} differ.`,
  archived: (stream: string, archive: string, day: string): string =>
    `${stream} was archived in ${archive} on ${day}. Open the log together with this archive (cadre serve --archive) to read it.`,
  "not-closed": (project: string): string =>
    `${project} is not closed; only closed projects can be archived.`,
  "archived-closed": (stream: string): string =>
    `${stream} is archived: it can be read, and nothing can be added to it.`,
  "unknown-event": (what: string): string =>
    `The log holds an event that this version of the software does not know: ${what}. Update the software.`,
  "unknown-own-event": (type: string): string =>
    `The log holds an event of an agency’s own, ${type}, and the agency’s profile is not given. Give it.`,
  "unknown-actor": (who: string): string => `${who} has no role here.`,
  "role-not-held": (who: string): string => `${who} does not have the role that they claim.`,
  "other-project": (who: string): string => `${who} has no role in this project.`,
  "not-for-this-role": (who: string): string => `The role of ${who} does not permit this.`,
  "other-agency": (who: string): string => `${who} may do this only for their own agency.`,
};

/** What is wrong, within the messages of the log and the stores. */
export const reasons = {
  target: (): string => "The store to copy into",
  noDatabase: (): string => "there is no database of this name",
  notAdmitted: (): string => "it does not admit this user",
  standby: (): string => "it is a standby, which only reads",
  otherProgram: (): string => "it is a database of another program",
  newerTables: (found: number, known: number): string =>
    `its tables are of version ${found}, and this software knows version ${known}`,
  unreadable: (): string => "it is not there, or cannot be read",
  notSqlite: (): string => "it is no file of SQLite",
  headerShort: (): string => "its header is cut off",
  headerByte: (offset: number): string => `byte ${offset} of its header was changed`,
  structure: (line: string): string => `SQLite reports “${line}”`,
  noEpoch: (): string => "the mark that tells copies of a log apart is missing",
  otherTables: (): string => "its tables are not those of a log",
  row: (table: string, name: string): string => `the row “${name}” of the table “${table}” was changed`,
  seal: (): string => "its seal is not whole",
  unsealed: (): string => "there is a write-ahead log (-wal) beside the sealed file",
  streamName: (): string => "the name of a stream has 1 to 200 plain characters",
  keyName: (): string => "a key has 1 to 200 plain characters",
  eventCount: (limit: number): string => `an append holds 1 to ${limit} events`,
  expectedPosition: (): string => "an expected position is 0 or a position in the stream",
};

/** Refused commands. */
export const refusals = {
  notAdmitted: (what: string, event: string, state: string, requires: readonly string[]): string =>
    `${what} is ${state}: “${event}” is not allowed in this state. It would first have to be ${list(requires, "or")}.`,
  finalState: (what: string, event: string, state: string): string =>
    `${what} is ${state}, which is final: “${event}” is refused.`,
  guarded: (what: string, event: string, state: string): string =>
    `${what} is ${state}: “${event}” is allowed in this state, but its condition does not hold.`,
  contradicts: (what: string, event: string, later: string, position: number): string =>
    `${what}: “${event}” on this date contradicts “${later}”, recorded as entry ${position}.`,
  future: (date: string, today: string): string =>
    `${date} lies after today, ${today}: it has not happened yet. Set planned dates in the schedule.`,
  closed: (project: string): string =>
    `Project ${project} is closed: nothing more can be recorded of its activities and its money.`,
  activitiesOpen: (codes: readonly string[]): string =>
    `These activities are neither done nor cancelled: ${codes.join(", ")}.`,
  proposalsOpen: (count: number): string =>
    `${count} reallocation ${count === 1 ? "proposal waits" : "proposals wait"} for a decision.`,
  noEntry: (entry: number): string =>
    `Entry ${entry} is not an event of an activity, a report or the project that can be corrected.`,
  notOpened: (project: string): string => `Project ${project} has not been opened. Open it first.`,
  alreadyOpened: (project: string): string => `Project ${project} is already open.`,
  unknownActivity: (code: string): string => `The project has no activity ${code}.`,
  knownActivity: (code: string): string => `The project already has an activity ${code}.`,
  unknownAgency: (name: string): string => `${name} is not an agency of the project.`,
  unknownProposal: (proposal: number): string => `Entry ${proposal} is not a pending reallocation proposal.`,
  notLater: (found: string, end: string): string =>
    `An extension must end later than the current end date: ${found} is not later than ${end}.`,
  twice: (what: string): string => `${what} occurs twice in the plan.`,
};
