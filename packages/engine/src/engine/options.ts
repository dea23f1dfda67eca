import type { BudgetPolicy } from "@cadre/core";
import type { ReallocationPolicy } from "@cadre/core/reallocation";
import type { EventStore } from "../log/index.ts";
import type { Lifecycles } from "../project/index.ts";
import type { AuthorisationPolicy, Grant } from "../roles/index.ts";
import type { Upcaster } from "./upcast.ts";

/** What an engine is made of. Everything but the store and the grants has a default that is the fund's. */
export interface EngineOptions {
  store: EventStore;
  /** Who holds which role where: a list, or a look-up by the actor's id in the embedding system. */
  grants: readonly Grant[] | ((actor: string) => readonly Grant[] | Promise<readonly Grant[]>);
  /** Who may send what; {@link PBF_AUTHORISATION} unless told. */
  policy?: AuthorisationPolicy;
  /** The clock; the system's unless told. */
  clock?: () => Date;
  /** Where the calendar day of a command without a date is read off; an IANA name, `UTC` unless told. */
  timeZone?: string;
  /** The machines; core's unless told. */
  lifecycles?: Lifecycles;
  /** Forms of events that older code recorded. */
  upcasters?: readonly Upcaster[];
  /** The fund's rule about moves of money. */
  reallocation?: ReallocationPolicy;
  /** The fund's rule about gender markers. */
  budget?: BudgetPolicy;
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
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
