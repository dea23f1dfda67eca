import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFramework } from "@cadre/core/create";
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
