import { describe, expect, it } from "vitest";
import {
  ACTIVITY_STATES,
  activityTable,
  PROJECT_STATES,
  projectTable,
  REPORT_STATES,
  reportTable,
  stateNames,
} from "./index.ts";

describe("the states that are named", () => {
  it.each([
    ["activity", ACTIVITY_STATES, stateNames(activityTable)],
    ["project", PROJECT_STATES, stateNames(projectTable)],
    ["report", REPORT_STATES, stateNames(reportTable)],
  ])("are those of the lifecycle of the %s", (_, named, reached) => {
    expect([...named].sort()).toEqual([...reached].sort());
  });
});
