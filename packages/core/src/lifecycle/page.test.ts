import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { activityMachine } from "./activity-machine.ts";
import { drawMachine } from "./draw.ts";
import { projectMachine } from "./project-machine.ts";
import { reportMachine } from "./report-machine.ts";

it("docs/lifecycle.md shows the machines as the code draws them", () => {
  const page = readFileSync(new URL("../../../../docs/lifecycle.md", import.meta.url), "utf8");
  const shown = [...page.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, drawing]) => drawing);
  expect(shown).toEqual([activityMachine, projectMachine, reportMachine].map(drawMachine));
});
