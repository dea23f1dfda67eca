import { describe, expect, it } from "vitest";
import { type AnyStateMachine, createMachine } from "xstate";
import { activityMachine } from "./activity-machine.ts";
import { drawMachine, machineConfig } from "./draw.ts";
import { projectMachine } from "./project-machine.ts";
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
    },
  );
});
