import type { Problem } from "@cadre/core";
import { isOwnCode, type Profile } from "@cadre/core/lifecycle";
import { type EngineEvent, isEngineEvent } from "../events/index.ts";
import type { RecordedEvent } from "../log/index.ts";
import { messages } from "../messages.ts";

/** Converts an old version of an event to the next one. Pure: the recorded entry stays as it is, with its hash. */
export interface Upcaster {
  /** The event's type as it was recorded. */
  type: string;
  /** The version that it takes. */
  from: number;
  /** The type and version of the result. Default: the same type and the next version. */
  to?: {
    /** Type of the result. */
    type: string;
    /** Version of its data. */
    version: number;
  };
  /** The event in the next form. */
  up(data: Record<string, unknown>): Record<string, unknown>;
}

/** Brings a recorded event to the version that this code knows. @throws UnknownEvent */
export type Upcast = (event: RecordedEvent) => EngineEvent;

/** An event of an unknown type or version: the code is older than the log, or the agency's profile is not given. */
export class UnknownEvent extends Error {
  /** Where the event is, and the type and version under which it was recorded. */
  readonly event: {
    /** Name of the stream. */
    stream: string;
    /** Position in the stream, from 1. */
    position: number;
    /** Type of the event. */
    type: string;
    /** Version of its data. */
    version: number;
  };
  /** What is wrong, as a problem. */
  readonly problem: Problem;

  constructor({ stream, position, type, version }: RecordedEvent) {
    super(`${stream}/${position}: ${type} of version ${version} is not known to this code`);
    this.name = "UnknownEvent";
    this.event = { stream, position, type, version };
    const what = `${type}, ${version}`;
    const own = isOwnCode(type.slice(type.indexOf(".") + 1));
    this.problem = {
      code: "unknown-event",
      where: { path: `${stream}/${position}` },
      message: messages[own ? "unknown-own-event" : "unknown-event"](own ? type : what),
      found: what,
      expected: null,
    };
  }
}

/**
 * Returns a function that brings events to the versions that this code knows, step by step, and throws {@link UnknownEvent} where no
 * upcaster leads there.
 * @throws Error if upcasters form a cycle.
 */
export function upcastingBy(upcasters: readonly Upcaster[], profile?: Profile): Upcast {
  const steps = new Map(upcasters.map((each) => [`${each.type} ${each.from}`, each]));
  for (const start of upcasters) {
    let [step, length]: [Upcaster | undefined, number] = [start, 0];
    while (step !== undefined) {
      length += 1;
      if (length > upcasters.length) throw new Error(`upcasters of ${start.type} ${start.from} form a cycle`);
      const { type, version } = step.to ?? { type: step.type, version: step.from + 1 };
      step = steps.get(`${type} ${version}`);
    }
  }
  return (event) => {
    let current: RecordedEvent = event;
    for (;;) {
      if (isEngineEvent(current, profile)) return current;
      const { type, version, data } = current;
      const step = steps.get(`${type} ${version}`);
      if (step === undefined) throw new UnknownEvent(event);
      current = { ...current, ...(step.to ?? { type, version: version + 1 }), data: step.up(data) };
    }
  };
}
