import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnyStateMachine, createMachine } from "xstate";
import { activityMachine } from "./activity-machine.ts";
import { drawMachine, machineConfig } from "./draw.ts";
import { projectMachine } from "./project-machine.ts";
import { replayWith } from "./replay.ts";
import { reportMachine } from "./report-machine.ts";

describe("a drawn machine", () => {
  it("shows every way, with its guards, from the machine itself", () => {
    expect(drawMachine(projectMachine)).toBe(
      [
        "stateDiagram-v2",
        "  [*] --> approved",
        "  approved --> running: started",
        "  approved --> closed: closed",
        "  running --> extended: extension-approved [putsOff]",
        "  running --> closed: closed",
        "  extended --> extended: extension-approved [putsOff]",
        "  extended --> closed: closed",
        "  closed --> [*]",
        "",
      ].join("\n"),
    );
  });
  it.each([activityMachine, projectMachine, reportMachine] as AnyStateMachine[])(
    "goes to Stately's editor and comes back the same (%#)",
    (machine) => {
      const back = createMachine(JSON.parse(JSON.stringify(machineConfig(machine))));
      expect(drawMachine(back)).toBe(drawMachine(machine));
      // With its guards and actions put back under their names, it does what the machine does, refusals and their reasons included.
      const whole: AnyStateMachine = back.provide(
        machine.implementations as Parameters<typeof back.provide>[0],
      );
      const event = fc.record({
        type: fc.constantFrom(...(machine.events as string[])),
        date: fc.constantFrom(null, "2020-03"),
        causes: fc.constantFrom(["season"], ["covid-19"]),
        endDate: fc.constantFrom("2021-12-31", "2022-06-30"),
      });
      fc.assert(
        fc.property(fc.array(event, { maxLength: 10 }), (events) => {
          expect(replayWith(whole, events)).toEqual(replayWith(machine, events));
        }),
      );
    },
  );
});
