import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createFramework } from "@cadre/core/create";
import type { Profile } from "@cadre/core/lifecycle";
import { createEngine, planOf } from "@cadre/engine";
import { sqliteStore } from "@cadre/engine/sqlite";
import { afterAll, expect, it } from "vitest";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "cadre-profile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const event = { type: "delayed", date: "2020-03", basis: "reported", causes: ["river:elections"] } as const;
const document = createFramework({
  ...{ title: "Dialogue", startDate: "2020-01-01", endDate: "2021-12-31" },
  outcomes: [{ code: "1", indicators: [{ code: "1.1", target: 200 }] }],
  activities: [{ code: "1.1.1", title: "Train mediators" }],
});
const framework = file(
  "framework.json",
  JSON.stringify({
    ...document,
    activities: document.activities.map((each) => ({ ...each, events: [event] })),
  }),
);
// Made by hand: a module of the test's folder finds no packages.
const module = file(
  "river.mjs",
  `import { defineProfile } from ${JSON.stringify(import.meta.resolve("@cadre/core/lifecycle"))};
export const river = defineProfile({ id: "river", causes: { "river:elections": { name: { en: "elections", fr: "élections" } } } });`,
);
async function cadre(...args: string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const terminal = { out: (text: string) => out.push(text), error: (text: string) => error.push(text) };
  const exit = await run(args, {
    ...terminal,
    ...{ width: 100, color: false, interactive: false, language: "fr", progress: () => {} },
  } as never);
  return { exit, out: out.join("\n"), error: error.join("\n") };
}

it("names an agency's own cause by its profile, and says where there is none", async () => {
  const without = await cadre("inspect", framework, "--lang", "fr");
  expect(without.out).toContain("river:elections");
  expect(without.out).toContain("profil");
  const known = await cadre("inspect", framework, "--lang", "fr", "--profile", module);
  expect([known.exit, known.error]).toEqual([0, ""]);
  expect(known.out).toContain("élections");
  expect(known.out).not.toMatch(/river:elections|profil/);
  const checked = await cadre("check", framework, "--json", "--profile", module);
  expect(JSON.parse(checked.out).map(({ code }: { code: string }) => code)).not.toContain("own-code-unknown");
});

const spoken = file(
  "spoken.mjs",
  `import { defineProfile } from ${JSON.stringify(import.meta.resolve("@cadre/core/lifecycle"))};
import { coreMessages, defineLanguage } from ${JSON.stringify(import.meta.resolve("@cadre/core/locale"))};
import { commandMessages } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, "index.ts")).href)};
import { viewMessages } from ${JSON.stringify(import.meta.resolve("@cadre/view"))};
const pt = defineLanguage({
  ...{ code: "pt", name: "Português", locale: "pt-PT", fallback: "fr" },
  messages: {
    core: coreMessages({ verdict: { late: "{0} de {1} atividades em atraso" } }),
    cli: commandMessages({ indicators: "INDICADORES", columns: { target: "meta" }, states: { delayed: "atrasada" } }),
    view: viewMessages({ dashboard: { indicators: "Indicadores" } }),
  },
});
export const river = defineProfile({
  ...{ id: "river", languages: [pt] },
  causes: { "river:elections": { name: { en: "elections", fr: "élections", pt: "eleições" } } },
});`,
);

it("prints in a language that the profile brings, and in its fallback what is not translated", async () => {
  const asked = ["--profile", spoken, "--lang", "pt"];
  const { exit, out, error } = await cadre("inspect", framework, ...asked);
  expect([exit, error]).toEqual([0, ""]);
  for (const text of [
    "INDICADORES",
    "meta",
    "atrasada",
    "eleições",
    "1 de 1 atividades em atraso",
    "1 de janeiro de 2020",
    "ACTIVITÉS",
  ])
    expect(out).toContain(text);
  const page = join(folder, "page.html");
  const written = await cadre("convert", framework, "--to", "html", "--out", page, ...asked);
  expect([written.exit, written.error]).toEqual([0, expect.stringContaining("écrit")]);
  expect(readFileSync(page, "utf8")).toMatch(/<html lang="pt-PT">[\s\S]*Indicadores/);
  expect((await cadre("portfolio", framework, "--to", "html", "--out", page, ...asked)).exit).toBe(0);
  expect(readFileSync(page, "utf8")).toContain('<html lang="pt-PT">');
});

it("refuses a language that neither it nor the profile has", async () => {
  for (const [args, expected] of [
    [["inspect", framework, "--lang", "pt"], "en | fr"],
    [["inspect", framework, "--lang", "pt", "--profile", module], "en | fr"],
    [["inspect", framework, "--lang", "de", "--profile", spoken], "en | fr | pt"],
    [["explain", "breakdown-sum", "--lang", "pt"], "en | fr"],
  ] as const) {
    const { exit, out, error } = await cadre(...args);
    expect([exit, out]).toEqual([2, ""]);
    expect(error).toMatch(/--lang[\s\S]*\[not-a-choice\]/);
    expect(error.trimEnd().endsWith(expected)).toBe(true);
  }
  const broken = await cadre("inspect", framework, "--lang", "pt", "--profile", join(folder, "none.ts"));
  expect([broken.exit, broken.error]).toEqual([2, expect.stringContaining("[file-not-readable]")]);
});

it("refuses a module that is not there, and one without a profile", async () => {
  expect((await cadre("inspect", framework, "--profile", join(folder, "none.mjs"))).exit).toBe(2);
  const empty = await cadre(
    "inspect",
    framework,
    "--profile",
    file("empty.mjs", "export {};"),
    "--lang",
    "fr",
  );
  expect([empty.exit, empty.error]).toEqual([1, expect.stringContaining("aucun profil")]);
});

it("makes keys for roles of an agency's own, and for no role that is no code", async () => {
  const made = await cadre("key", "dora", "--role", "river:donor");
  expect(JSON.parse(made.out)[0].role).toBe("river:donor");
  expect((await cadre("key", "dora", "--role", "donor")).exit).toBe(2);
});

// The example of an agency: an own state, which its events lead to.
const river = fileURLToPath(new URL("../../../examples/agency/src/profile.ts", import.meta.url));
const events = [
  { type: "started", date: "2020-02-01", basis: "reported" },
  {
    ...{ type: "river:put-on-hold", date: "2020-03-01", basis: "reported", causes: ["river:elections"] },
    details: { ballot: "local", stations: 1200, early: true, observer: null },
  },
];
const withEvents = (name: string, count: number) =>
  file(
    name,
    JSON.stringify({
      ...document,
      activities: document.activities.map((each) => ({ ...each, events: events.slice(0, count) })),
    }),
  );
const [before, after] = [withEvents("before.json", 1), withEvents("after.json", 2)];
const rows = file("rows.csv", "indicator,period,value\n1.1,2020-Q1,5\n");

const hasUnknown = (findings: { code: string }[]) => findings.some(({ code }) => code === "own-code-unknown");

/** What each command says of the activity: its state, and whether the agency's codes are unknown. */
const READINGS: [
  command: string,
  args: string[],
  of: (out: string) => { state: unknown; unknown: boolean },
][] = [
  [
    "inspect",
    ["inspect", after, "--json"],
    (out) => {
      const { activities, findings } = JSON.parse(out);
      return { state: activities[0].broader ?? activities[0].state, unknown: hasUnknown(findings) };
    },
  ],
  [
    "portfolio",
    ["portfolio", before, after, "--json"],
    (out) => {
      const [{ states, findings }] = JSON.parse(out).projects;
      return { state: Object.keys(states)[0], unknown: findings.info > 0 };
    },
  ],
  [
    "diff",
    ["diff", before, after, "--json"],
    (out) => {
      const { changes, findings } = JSON.parse(out);
      const state = changes.find(({ path }: { path: string }) => path.endsWith("/state"))?.after;
      return {
        state: state === "river:on-hold" ? "suspended" : "in-progress",
        unknown: hasUnknown(findings.gained),
      };
    },
  ],
  ...["portfolio", "convert", "convert with observations"].map((name): (typeof READINGS)[number] => [
    `${name} to a page`,
    [
      ...(name === "portfolio" ? ["portfolio", after] : ["convert", after]),
      ...(name.endsWith("observations") ? ["--observations", rows] : []),
      ...["--to", "html", "--out", join(folder, "page.html")],
    ],
    () => {
      const page = readFileSync(join(folder, "page.html"), "utf8");
      const held = name === "portfolio" ? /\W1 activités? sur 1\W/.test(page) : page.includes("en pause");
      return { state: held ? "suspended" : "in-progress", unknown: !held && /profil/.test(page) };
    },
  ]),
];

it.each(READINGS)("%s gives what inspect gives, with the profile and without it", async (_, args, of) => {
  const without = await cadre(...args);
  expect([without.exit, of(without.out)]).toEqual([0, { state: "in-progress", unknown: true }]);
  const known = await cadre(...args, "--profile", river);
  expect([known.exit, of(known.out)]).toEqual([0, { state: "suspended", unknown: false }]);
  expect((await cadre(...args, "--profile", join(folder, "none.mjs"))).exit).toBe(2);
});

it("lists the agency's own events with what they record, by the profile's names or by their codes", async () => {
  const details =
    "ballot\u00a0: local\u00a0; stations\u00a0: 1\u202f200\u00a0; early\u00a0: oui\u00a0; observer\u00a0: –";
  const flat = (out: string) => out.replace(/\s*\n\s*/g, " ");
  const known = flat((await cadre("inspect", after, "--profile", river)).out);
  expect(known).toContain(`mise en pause · 1er mars 2020 · élections · ${details}`);
  const unknown = flat((await cadre("inspect", after)).out);
  expect(unknown).toContain(`river:put-on-hold · 1er mars 2020 · river:elections · ${details}`);
  const english = flat((await cadre("inspect", after, "--lang", "en", "--profile", river)).out);
  expect(english).toContain("ballot: local; stations: 1,200; early: yes; observer: –");
});

it("names states, causes and events of a comparison", async () => {
  const { out } = await cadre("diff", before, after, "--profile", river);
  for (const text of [
    "en cours → en pause",
    "– → élections",
    "+ démarrée (1er février 2020), mise en pause (1er mars 2020)",
  ])
    expect(out).toContain(text);
});

it("makes keys for the roles of a profile alone, where one is given", async () => {
  const made = await cadre("key", "dora", "--role", "river:donor", "--profile", river);
  expect(JSON.parse(made.out)[0].role).toBe("river:donor");
  const other = await cadre("key", "dora", "--role", "river:donro", "--profile", river);
  expect([other.exit, other.error]).toEqual([2, expect.stringContaining("river:donor")]);
});

it("archives a log with an agency's own events by its profile, and says where there is none", async () => {
  const log = join(folder, "events.sqlite");
  const store = await sqliteStore(log);
  const { river: profile } = (await import(pathToFileURL(river).href)) as { river: Profile };
  const actor = { id: "paul", role: "pbso", agency: null } as const;
  const convening = { id: "cora", role: "convening-agency", agency: "PAM" } as const;
  const donor = { id: "dora", role: "river:donor", agency: null } as const;
  const engine = createEngine({
    ...{ store, profile },
    grants: [actor, convening, donor].map(({ id, ...held }) => ({
      actor: id,
      ...held,
      projects: "all" as const,
    })),
  });
  const agencies = [{ name: "PAM", convening: true }];
  const plan = { ...planOf(document), agencies, lines: [], schedule: { activities: [], dependencies: [] } };
  const send = async (type: string, fields: object = {}, by: object = actor) =>
    expect(
      await engine.execute({ type, key: type, project: "river", actor: by, ...fields } as never),
    ).toMatchObject({ ok: true });
  await send("project.open", { plan });
  await send("project.start");
  await send("activity.start", { activity: "1.1.1", effective: "2020-02-01" }, convening);
  await send(
    "activity.river:put-on-hold",
    { activity: "1.1.1", effective: "2020-03-01", causes: ["river:elections"], details: { ballot: "local" } },
    donor,
  );
  await send("activity.cancel", { activity: "1.1.1", effective: "2020-04-01" }, convening);
  await send("project.close");
  await send("project.close-financially");
  await store.close();
  const to = (name: string) => [join(folder, `${name}-archive.sqlite`), join(folder, `${name}-rest.sqlite`)];
  const without = await cadre("archive", log, ...to("without"));
  expect([without.exit, without.error]).toEqual([
    1,
    expect.stringContaining("dont le profil n’est pas fourni"),
  ]);
  const archived = await cadre("archive", log, ...to("with"), "--profile", river);
  expect([archived.error, archived.exit, Object.keys(JSON.parse(archived.out))]).toEqual([
    "",
    0,
    ["project/river"],
  ]);
});
