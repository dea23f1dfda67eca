import { readFileSync } from "node:fs";
import { type ActivityEvent, parseFramework } from "@cadre/core";
import { createFramework } from "@cadre/core/create";
import { replay } from "@cadre/core/lifecycle";
import { portfolioOf } from "@cadre/core/portfolio";
import { inspect } from "@cadre/core/results";
import { memoryStore } from "@cadre/engine";
import { createServer, makeKey } from "@cadre/server";
import { createClient } from "@cadre/server/client";
import {
  activityGantt,
  activityTable,
  dashboardHtml,
  dashboardModel,
  machineDiagram,
  portfolioHtml,
} from "@cadre/view";
import { describe, expect, it } from "vitest";
import { portuguese } from "./portuguese.ts";
import { river } from "./profile.ts";

const document = createFramework({
  title: "Dialogue along the river",
  startDate: "2020-01-01",
  endDate: "2021-12-31",
  outcomes: [{ code: "1", indicators: [{ code: "1.1", target: 200 }] }],
  activities: [{ code: "1.1.1", title: "Train mediators" }],
});
const KEYS = {
  donor: makeKey({ id: "dora", role: "river:donor", agency: null, projects: "all" }),
  convening: makeKey({ id: "cora", role: "convening-agency", agency: "PAM", projects: "all" }),
  pbso: makeKey({ id: "paul", role: "pbso", agency: null, projects: "all" }),
};

/** A server of the agency with one project that runs, and its clients. */
async function running() {
  const server = createServer({
    profile: river,
    events: memoryStore(),
    documents: memoryStore(),
    keys: Object.values(KEYS).map(({ key }) => key),
    log: () => {},
  });
  const clientOf = (who: keyof typeof KEYS) =>
    createClient<typeof river>({
      url: "http://cadre.test",
      key: KEYS[who].secret,
      fetch: async (input, init) => server.app.fetch(new Request(input, init)),
    });
  const { follow } = clientOf("donor");
  const projectOf = (who: keyof typeof KEYS) => clientOf(who).v1.projects[":project"];
  const [donor, convening, pbso] = [projectOf("donor"), projectOf("convening"), projectOf("pbso")];
  const of = { param: { project: "p1" }, header: {} };
  const saved = await convening.framework.$put({ ...of, json: document });
  expect(saved.status).toBe(200);
  const plan = {
    ...{ title: "Dialogue along the river", endDate: "2021-12-31", genderMarker: null, lines: [] },
    agencies: [{ name: "PAM", convening: true }],
    activities: [{ code: "1.1.1", title: "Train mediators", agencies: ["PAM"] }],
    schedule: { activities: [], dependencies: [] },
  };
  expect((await pbso.commands.$post({ ...of, json: { type: "project.open", plan } })).status).toBe(200);
  const started = { type: "activity.start", activity: "1.1.1", effective: "2020-02-01" } as const;
  expect((await convening.commands.$post({ ...of, json: started })).status).toBe(200);
  return { server, donor, convening, pbso, follow, of };
}
const held = {
  type: "activity.river:put-on-hold",
  activity: "1.1.1",
  effective: "2020-03-01",
  causes: ["river:elections"],
  details: { ballot: "local" },
} as const;

describe("an agency that adds a state, events, a cause and a role", () => {
  it("has them in commands, states, history and results", async () => {
    const { donor, of } = await running();
    const sent = await donor.commands.$post({ ...of, json: held });
    expect(sent.status).toBe(200);
    const view = await donor.$get(of);
    if (view.status !== 200) throw new Error(`${view.status}`);
    const [activity] = (await view.json()).activities;
    expect(activity?.state).toBe("river:on-hold");
    expect(activity?.context.causes).toEqual(["river:elections"]);
    const history = await donor.history.$get({ ...of, query: {} });
    const last = history.status === 200 ? (await history.json()).at(-1) : undefined;
    expect(last?.type === "activity.river:put-on-hold" && last.data.details).toEqual({ ballot: "local" });
    expect(last?.actor.role).toBe("river:donor");
    const results = await donor.inspection.$get(of);
    if (results.status !== 200) throw new Error(`${results.status}`);
    const result = await results.json();
    expect(result.activities).toMatchObject([{ state: "river:on-hold", causes: ["river:elections"] }]);
    expect(result.activities[0]?.events).toContainEqual({ type: "river:put-on-hold", date: "2020-03-01" });
    expect(result.findings.filter(({ code }) => /event-refused|own-code/.test(code))).toEqual([]);
  });

  it("follows its own events, typed by the profile", async () => {
    const { donor, follow, of } = await running();
    await donor.commands.$post({ ...of, json: held });
    for await (const { event } of follow("p1")) {
      // @ts-expect-error a misspelt event of the agency
      expect(event.type === "activity.river:put-on-hodl").toBe(false);
      if (event.type !== "activity.river:put-on-hold") continue;
      // @ts-expect-error a misspelt detail of the agency
      expect(event.data.details.balot).toBeUndefined();
      // @ts-expect-error a misspelt cause of the agency
      expect(event.data.causes?.includes("river:electoins")).toBe(false);
      // @ts-expect-error a misspelt role of the agency
      expect(event.actor.role === "river:doner").toBe(false);
      expect([event.data.details.ballot, event.data.causes]).toEqual(["local", ["river:elections"]]);
      break;
    }
  });

  it("lets the role do what the profile says, and nothing else", async () => {
    const { donor, convening, of } = await running();
    const start = { type: "activity.complete", activity: "1.1.1", effective: "2020-04-01" } as const;
    const denied = await donor.commands.$post({ ...of, json: start });
    expect(denied.status === 403 && (await denied.json()).problems[0]?.code).toBe("not-for-this-role");
    expect((await donor.framework.$put({ ...of, json: document })).status).toBe(403);
    // What the profile gives to nobody else.
    expect((await convening.commands.$post({ ...of, json: held })).status).toBe(403);
    expect((await donor.commands.$post({ ...of, json: held })).status).toBe(200);
  });

  it("refuses codes that the profile does not have, with those that it has", async () => {
    const { server, of } = await running();
    const send = async (json: object) => {
      const answer = await server.app.request(`/v1/projects/${of.param.project}/commands`, {
        method: "POST",
        headers: { Authorization: `Bearer ${KEYS.donor.secret}`, "Content-Type": "application/json" },
        body: JSON.stringify(json),
      });
      return [answer.status, await answer.text()] as const;
    };
    for (const wrong of [
      { ...held, type: "activity.river:put-on-hodl" },
      { ...held, causes: ["river:electoins"] },
      { ...held, details: { ballot: "municipal" } },
    ]) {
      const [status, text] = await send(wrong);
      expect([status, /river:|presidential/.test(text)]).toEqual([400, true]);
    }
  });

  it("does not compile with what is misspelt", async () => {
    const { donor, of } = await running();
    type Command = Parameters<typeof donor.commands.$post>[0]["json"];
    const send = (_: Command) => {};
    const never = async () => {
      send(held);
      send({ type: "activity.delay", activity: "1.1.1", causes: ["river:elections"] });
      // @ts-expect-error a misspelt command of the agency
      send({ ...held, type: "activity.river:put-on-hodl" });
      // @ts-expect-error a misspelt cause of the agency
      send({ ...held, causes: ["river:electoins"] });
      // @ts-expect-error a misspelt cause of the agency in a command of the fund
      send({ type: "activity.delay", activity: "1.1.1", causes: ["river:electoins"] });
      // @ts-expect-error a detail that the agency does not have
      send({ ...held, details: { balot: "local" } });
      const view = await donor.$get(of);
      if (view.status !== 200) return;
      const [activity] = (await view.json()).activities;
      // @ts-expect-error a misspelt state of the agency
      activity?.state === "river:on-hodl";
    };
    expect(never).toBeTypeOf("function");
    // @ts-expect-error a role that is no code
    makeKey({ id: "x", role: "donor", agency: null, projects: "all" });
  });

  it("is seen on the dashboard, in both languages", async () => {
    const { donor, of } = await running();
    await donor.commands.$post({ ...of, json: held });
    for (const [lang, words] of [
      ["en", ["on hold", "elections"]],
      ["fr", ["en pause", "élections"]],
    ] as const) {
      const page = await (await donor.dashboard.$get({ ...of, query: { lang } })).text();
      for (const each of words) expect([lang, each, page.includes(each)]).toEqual([lang, each, true]);
    }
    const data = await donor.dashboard.data.$get(of);
    const row = data.status === 200 ? (await data.json()).activities[0] : undefined;
    // The dated list of what happened, with the names that the page writes there.
    expect(row?.history.map(({ type, date, state }) => [type, date, state])).toEqual([
      ["started", "2020-02-01", "in-progress"],
      ["river:put-on-hold", "2020-03-01", "river:on-hold"],
    ]);
    expect(row?.history.at(-1)?.details).toEqual({ ballot: "local" });
    expect(row?.own?.events["river:put-on-hold"]?.name.fr).toBe("mise en pause");
    const path = machineDiagram(row?.history ?? [], { language: "fr", profile: river });
    expect(path.text).toContain("mise en pause (1er mars 2020) → en pause");
  });

  it("is written into the document and read back, with the profile and without it", () => {
    const [activity] = document.activities;
    if (activity === undefined) throw new Error("no activity");
    const event = { date: "2020-03-01", basis: "reported", causes: ["river:elections"] } as const;
    const own = {
      ...document,
      activities: [
        {
          ...activity,
          events: [
            { type: "started", date: "2020-02-01", basis: "reported" } as const,
            { type: "river:put-on-hold", ...event, details: { ballot: "local" } } as const,
          ],
        },
      ],
    };
    const read = parseFramework(JSON.parse(JSON.stringify(own)));
    if (!read.ok) throw new Error(read.problems[0]?.message.en);
    expect(read.value).toEqual(own);
    expect(read.findings).toEqual([]);
    const events = read.value.activities[0]?.events ?? [];
    expect(replay(events, { profile: river })).toMatchObject({ state: "river:on-hold", refusals: [] });
    const [known, unknown] = [inspect(read.value, { profile: river }), inspect(read.value)];
    expect(known.activities[0]?.state).toBe("river:on-hold");
    // Without the profile nothing is made up: the state is what the fund's events come to, and that is said.
    expect(unknown.activities[0]?.state).toBe("in-progress");
    expect(unknown.findings.filter(({ code }) => code === "own-code-unknown")).toHaveLength(2);
    expect(known.findings.filter(({ code }) => code === "own-code-unknown")).toEqual([]);
    expect(unknown.findings.filter(({ code }) => code === "event-refused")).toEqual([]);
    const page = dashboardHtml(dashboardModel(read.value, { profile: river }), { language: "fr" });
    expect(page).toContain("en pause");
  });
});

describe("an agency’s language", () => {
  const example = new URL("../../mali-2020/framework.json", import.meta.url);
  const read = parseFramework(JSON.parse(readFileSync(example, "utf8")));
  if (!read.ok) throw new Error("the example is not read");
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
  const textOf = (html: string) =>
    plain(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "").replace(/<[^>]+>/g, "\n"));

  it("is what its pages, tables and charts are in, with names, numbers and dates", () => {
    const held: ActivityEvent[] = [
      { type: "started", date: "2020-02-01", basis: "reported" },
      { type: "river:put-on-hold", date: "2020-03-01", basis: "reported", causes: ["river:elections"] },
    ];
    const [first, ...others] = read.value.activities;
    if (first === undefined) throw new Error("the example has no activities");
    const document = { ...read.value, activities: [{ ...first, events: held }, ...others] };
    const page = dashboardHtml(dashboardModel(document, { profile: river }), { language: portuguese });
    expect(page).toContain('<html lang="pt-PT">');
    const text = textOf(page);
    for (const shown of [
      "Decorreram 33% do tempo, foram gastos 20% do dinheiro.",
      "em 15 de novembro de 2020",
      "3 000 000 USD",
      "Dias perdidos por causa",
      "em pausa",
      "eleições",
      "15 atividades",
      "40 indicadores",
    ])
      expect(text).toContain(shown);
    const table = activityTable(document, { language: portuguese, profile: river });
    expect(textOf(table.html)).toContain("em pausa");
    expect(plain(activityGantt(document, { language: portuguese, profile: river }).text)).toContain(
      "As atividades no tempo",
    );
    expect(machineDiagram(held, { language: portuguese, profile: river }).text).toContain(
      "Percurso seguido: planeada, início (1 de fevereiro de 2020) → em curso, colocada em pausa (1 de março de 2020) → em pausa.",
    );
    const portfolio = portfolioOf([{ name: "mali", document }], { profile: river });
    expect(textOf(portfolioHtml(portfolio, { language: portuguese, languages: river.languages }))).toContain(
      "1 projeto, 3 000 000 USD aprovados. 8 de 15 atividades em atraso ou suspensas. 1 erro nos relatórios.",
    );
  });

  it("is offered by its server, whose OpenAPI lists it, and refused by one without the profile", async () => {
    const { server, of } = await running();
    const ask = (path: string) =>
      server.app.request(path, { headers: { authorization: `Bearer ${KEYS.pbso.secret}` } });
    const page = await ask(`/v1/projects/${of.param.project}/dashboard?lang=pt`);
    expect(page.status).toBe(200);
    expect(textOf(await page.text())).toContain("Atividades em atraso");
    const { paths } = (await (await ask("/openapi.json")).json()) as {
      paths: Record<string, { get?: { parameters: { name: string; schema: { enum?: string[] } }[] } }>;
    };
    const lang = paths["/v1/projects/{project}/dashboard"]?.get?.parameters.find(
      ({ name }) => name === "lang",
    );
    expect(lang?.schema.enum).toEqual(["en", "fr", "pt"]);
    expect((await ask(`/v1/projects/${of.param.project}/dashboard?lang=de`)).status).toBe(400);
    expect(textOf(await (await ask("/?lang=pt")).text())).toContain("Carteira de projetos");
  });
});
