/** Calls by the types that openapi-typescript makes of the OpenAPI: each operation once, and what must not compile. */
export const CALLS = `
import type { operations } from "./api.d.ts";

type Body<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Json } };
}
  ? Json
  : never;
type Answer<Id extends keyof operations> = operations[Id] extends {
  responses: { 200: { content: { "application/json": infer Json } } };
}
  ? Json
  : string;
declare function call<Id extends keyof operations>(
  id: Id,
  parameters: operations[Id]["parameters"]["path"],
  body?: Body<Id>,
): Answer<Id>;

const project = { project: "p1" };
const list: string[] = call("listProjects", undefined).map((each) => each.project);
const framework: number = call("getFramework", project).document.outcomes.length;
const saved: number = call("saveFramework", project, call("getFramework", project).document).revision;
const rows: number = call("addObservations", project, [
  { indicator: "1.1.1", period: "2020-Q1", value: 1, recordedAt: "2020-04-10" },
]).accepted;
const results: (number | null)[] = call("computeResults", project).map((each) => each.value);
const inspected: string | null = call("inspect", project).project.title;
const found: ("error" | "warning" | "info")[] = call("check", project).map((each) => each.severity);
const state: string = call("getProject", project).status.state;
const position: number = call("sendCommand", project, {
  type: "activity.delay",
  activity: "1.1.1",
  causes: ["season"],
  expectedUntil: "2020-09",
}).position;
const opened = call("sendCommand", project, { type: "project.start" }).events[0]?.type;
const history: string[] = call("getHistory", project).map((each) => each.hash);
const others: string[] = [
  call("followEvents", project),
  call("getDashboard", project),
  call("followDashboard", project),
  call("exportDocument", { project: "p1", format: "json" }),
  call("getPortfolio", undefined),
];
const data: unknown = call("getDashboardData", project);

// @ts-expect-error no such operation
call("getFramwork", project);
// @ts-expect-error a misspelt command
call("sendCommand", project, { type: "activity.dellay", activity: "1.1.1", causes: [] });
// @ts-expect-error a misspelt field
call("sendCommand", project, { type: "activity.start", activty: "1.1.1" });
// @ts-expect-error a field of another command
call("sendCommand", project, { type: "activity.start", activity: "1.1.1", report: "annual-2020" });
// @ts-expect-error a cause that there is not
call("sendCommand", project, { type: "activity.delay", activity: "1.1.1", causes: ["wheather"] });
// @ts-expect-error the key goes in a header
call("sendCommand", project, { type: "project.start", key: "x" });
// @ts-expect-error a misspelt field of a row
call("addObservations", project, [{ indicator: "1.1.1", periode: "2020-Q1", recordedAt: "2020-04-10" }]);
// @ts-expect-error a misspelt field of an answer
call("inspect", project).indicators[0]?.percentOfTargt;
// @ts-expect-error a field that the document does not have
call("saveFramework", project, { ...call("getFramework", project).document, outcoms: [] });
export { list, framework, saved, rows, results, inspected, found, state, position, opened, history, others, data };
`;
