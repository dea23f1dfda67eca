import type { BudgetPolicy } from "@cadre/core";
import type { Profile } from "@cadre/core/lifecycle";
import type { ReallocationPolicy } from "@cadre/core/reallocation";
import type { Lifecycles } from "../events/index.ts";
import type { EventStore } from "../log/index.ts";
import type { AuthorisationPolicy, Grant } from "../roles/index.ts";
import type { Upcaster } from "./upcast.ts";

/** Options of {@link createEngine}. The defaults are the fund's. */
export interface EngineOptions {
  /** Where the log is kept. */
  store: EventStore;
  /** Grants of all actors: a list, or a look-up by the actor's id in the embedding system. */
  grants: readonly Grant[] | ((actor: string) => readonly Grant[] | Promise<readonly Grant[]>);
  /** Default: {@link PBF_AUTHORISATION}. */
  policy?: AuthorisationPolicy;
  /** Default: the system's clock. */
  clock?: () => Date;
  /** Time zone of the calendar day of a command without a date: an IANA name. Default: `UTC`. */
  timeZone?: string;
  /** What an agency adds to the fund's states, events, causes and roles. Default: nothing. */
  profile?: Profile | undefined;
  /** State machines. Default: those of `@cadre/core`, with the activity's of `profile`. */
  lifecycles?: Lifecycles;
  /** Converters of events that older code recorded. */
  upcasters?: readonly Upcaster[];
  /** Policy for moves of money. Default: the fund's. */
  reallocation?: ReallocationPolicy;
  /** Policy for gender markers. Default: the fund's. */
  budget?: BudgetPolicy;
}

/** The calendar day of an instant in a time zone: `YYYY-MM-DD`. */
export function dayIn(timeZone: string): (instant: Date) => string {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    calendar: "gregory",
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return `${parts.get("year")?.padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`;
  };
}
