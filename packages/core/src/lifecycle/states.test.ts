import { describe, expect, it } from "vitest";
import {
  ACTIVITY_STATES,
  activityLifecycleTable,
  PROJECT_STATES,
  projectLifecycleTable,
  REPORT_STATES,
  reportLifecycleTable,
  stateNames,
} from "./index.ts";

describe("the states that are named", () => {
  it.each([
    ["activity", ACTIVITY_STATES, stateNames(activityLifecycleTable)],
    ["project", PROJECT_STATES, stateNames(projectLifecycleTable)],
    ["report", REPORT_STATES, stateNames(reportLifecycleTable)],
  ])("are those of the lifecycle of the %s", (_, named, reached) => {
    expect([...named].sort()).toEqual([...reached].sort());
  });
});
