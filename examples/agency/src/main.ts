import type { ActivityEvent } from "@cadre/core";
import { replay } from "@cadre/core/lifecycle";
import { memoryStore } from "@cadre/engine";
import { createServer, makeKey } from "@cadre/server";
import { createClient } from "@cadre/server/client";
import { machineDiagram } from "@cadre/view";
import { portuguese } from "./portuguese.ts";
import { river } from "./profile.ts";

// A document of the agency, replayed with what it adds and without.
const events = [
  { type: "started", date: "2020-02-01", basis: "reported" },
  {
    type: "river:put-on-hold",
    date: "2020-03-01",
    basis: "reported",
    causes: ["river:elections"],
    details: { ballot: "local" },
  },
] satisfies ActivityEvent[];
const { state, causes } = replay(events, { profile: river });
console.log("with the profile:", state, causes.join(", "));
console.log("without it:", replay(events).state);
for (const language of ["fr", portuguese] as const)
  console.log(machineDiagram(events, { language, profile: river }).text.split("\n")[1]);

// A server of the agency: the donor's key may put activities on hold.
const donor = makeKey({ id: "dora", role: "river:donor", agency: null, projects: "all" });
const pbso = makeKey({ id: "paul", role: "pbso", agency: null, projects: "all" });
const server = createServer({
  profile: river,
  events: memoryStore(),
  documents: memoryStore(),
  keys: [donor.key, pbso.key],
  log: () => {},
});
const projectFor = (secret: string) =>
  createClient<typeof river>({
    url: "http://cadre.test",
    key: secret,
    fetch: async (input, init) => server.app.fetch(new Request(input, init)),
  }).v1.projects[":project"];
const of = { param: { project: "p1" }, header: {} };
const plan = {
  ...{ title: "Dialogue along the river", endDate: "2021-12-31", genderMarker: null, lines: [] },
  agencies: [{ name: "PAM", convening: true }],
  activities: [{ code: "1.1.1", title: "Train mediators", agencies: ["PAM"] }],
  schedule: { activities: [], dependencies: [] },
};
await projectFor(pbso.secret).commands.$post({ ...of, json: { type: "project.open", plan } });
const sent = await projectFor(donor.secret).commands.$post({
  ...of,
  json: {
    ...{ type: "activity.river:put-on-hold", activity: "1.1.1", effective: "2020-03-01" },
    ...{ causes: ["river:elections"], details: { ballot: "local" } },
  },
});
const view = await projectFor(donor.secret).$get(of);
console.log("sent by the donor:", sent.status);
if (view.status === 200) console.log("activity 1.1.1:", (await view.json()).activities[0]?.state);
const { components } = (await (await server.app.request("/openapi.json")).json()) as {
  components: { schemas: Record<string, { enum?: string[] }> };
};
console.log(
  "in the OpenAPI:",
  Object.keys(components.schemas)
    .filter((name) => /^ActivityRiver\w+(?<!Event)$/.test(name))
    .join(", "),
);
if (sent.status !== 200) process.exitCode = 1;
