/** What a writer is reported. */
export interface Task {
  /** Connection string of PostgreSQL; `null`: SQLite. */
  postgres: string | null;
  /** The file of SQLite, the schema of PostgreSQL. */
  place: string;
  project: string;
  writer: number;
  /** The command to begin with: the last that was tried before, whatever became of it. */
  from: number;
  /** How many activities commands go to. */
  activities: number;
  /** When the run began, in milliseconds: where the clock of the timers is. */
  epoch: number;
}

/** Who writes. */
export const WRITER = { id: "writer", role: "system", agency: null } as const;

const FIRST_DAY = Date.parse("2020-01-01T00:00:00Z");
/** A clock by which a second is a day, the same in all processes: so timers fall due all along. */
export const clockOf = (epoch: number) => () => new Date(FIRST_DAY + (Date.now() - epoch) * 86_400);
/** A second and a half, by that clock. */
export const LEASE_MS = 1500 * 86_400;
