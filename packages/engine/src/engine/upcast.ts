import type { RecordedEvent } from "../log/index.ts";
import { EVENT_VERSIONS, isEventType } from "../project/index.ts";

/** Makes of an event's old form the next one. Pure: the entry on record stays as it was, hash included. */
export interface Upcaster {
  /** The event's type as it was recorded. */
  type: string;
  /** The version that it takes. */
  from: number;
  /** The type and version that it makes; the same type and the next version unless told. */
  to?: { type: string; version: number };
  /** The event in the next form. */
  up(data: Record<string, unknown>): Record<string, unknown>;
}

/** An event that this code cannot read: of a type or a version that it does not know. The code is too old for the log. */
export class UnknownEvent extends Error {
  readonly event: { stream: string; position: number; type: string; version: number };

  constructor({ stream, position, type, version }: RecordedEvent) {
    super(`${stream}/${position}: ${type} of version ${version} is not known to this code`);
    this.name = "UnknownEvent";
    this.event = { stream, position, type, version };
  }
}

/**
 * Brings events to the forms that this code knows, step by step.
 * @throws UnknownEvent, by what it returns, where no way leads there; Error at once where upcasters go round.
 */
export function upcastingBy(upcasters: readonly Upcaster[]): (event: RecordedEvent) => RecordedEvent {
  const steps = new Map(upcasters.map((each) => [`${each.type} ${each.from}`, each]));
  for (const start of upcasters) {
    let [step, length]: [Upcaster | undefined, number] = [start, 0];
    while (step !== undefined) {
      length += 1;
      if (length > upcasters.length) throw new Error(`upcasters of ${start.type} ${start.from} go round`);
      const { type, version } = step.to ?? { type: step.type, version: step.from + 1 };
      step = steps.get(`${type} ${version}`);
    }
  }
  return (event) => {
    let made = event;
    for (;;) {
      const { type, version, data } = made;
      if (isEventType(type) && EVENT_VERSIONS[type] === version) return made;
      const step = steps.get(`${type} ${version}`);
      if (step === undefined) throw new UnknownEvent(event);
      made = { ...made, ...(step.to ?? { type, version: version + 1 }), data: step.up(data) };
    }
  };
}
