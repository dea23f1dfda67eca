import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { served } from "../test/serve.ts";
import { cadre, FRAMEWORK, REPORT, withFile } from "../test/terminal.ts";

/** Waits until something holds; the test's own limit ends it. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe("cadre serve", () => {
  it("shows a report's dashboard to this machine until it is interrupted", async () => {
    const exit = await served([REPORT], async (address) => {
      const dashboard = await fetch(`${address}/v1/projects/report.fr/dashboard?lang=fr`);
      expect(dashboard.status).toBe(200);
      expect(await dashboard.text()).toContain('<html lang="fr">');
      const view = (await (await fetch(`${address}/v1/projects/report.fr`)).json()) as { title: string };
      expect(view.title).toContain("Réconciliation");
      const exported = await fetch(`${address}/v1/projects/report.fr/export/iati`);
      expect(await exported.text()).toContain("<iati-activities");
      const sent = await fetch(`${address}/v1/projects/report.fr/commands`, {
        method: "POST",
        body: JSON.stringify({ type: "project.start" }),
        headers: { "Content-Type": "application/json" },
      });
      expect(sent.status).toBe(403);
    });
    expect(exit).toBe(0);
  });

  it("says the same in the terminal, in the page and in a file of it: errors of the reader are counted too", () =>
    withFile("page.html", "", async (file) => {
      const said = (text: string) => /(?<=>|^)33 %[^<]*document\./.exec(text.replace(/\s+/g, " "))?.[0];
      const terminal = await cadre("inspect", REPORT, "--lang", "fr");
      const verdict = said(terminal.out.slice(terminal.out.search(/33\s%\sdu/)));
      expect(verdict).toContain("2 erreurs dans le document.");
      await cadre("convert", REPORT, "--to", "html", "--lang", "fr", "--out", file);
      expect(said(readFileSync(file, "utf8"))).toBe(verdict);
      await served([REPORT], async (address) => {
        const page = await fetch(`${address}/v1/projects/report.fr/dashboard?lang=fr`);
        expect(said(await page.text())).toBe(verdict);
        const portfolio = await (await fetch(`${address}/?lang=fr`)).text();
        expect(portfolio).toContain("2 erreurs dans les rapports");
      });
    }));

  it("asks for a key where it was given keys", () =>
    withFile("keys.json", "", async (path) => {
      const created = await cadre("key", "vera", "--role", "viewer", "--project", "report.fr");
      writeFileSync(path, created.out);
      const secret = /: (cadre_\S+)/.exec(created.error)?.[1] ?? "";
      expect(created.out).not.toContain(secret);
      await served([REPORT, "--keys", path], async (address) => {
        expect((await fetch(`${address}/v1/projects`)).status).toBe(401);
        const headers = { Authorization: `Bearer ${secret}` };
        expect(await (await fetch(`${address}/v1/projects`, { headers })).json()).toMatchObject([
          { project: "report.fr" },
        ]);
      });
    }));

  it("reads a file again when it changes, and opens the page in the browser", () =>
    withFile("framework.json", readFileSync(FRAMEWORK), (path) =>
      withFile("opened.txt", "", async (opened) => {
        const browser = path.replace("framework.json", "browser.sh");
        writeFileSync(browser, `#!/bin/sh\necho "$1" > "${opened}"\n`, { mode: 0o755 });
        await served(
          [path, "--watch", "--open"],
          async (address) => {
            const data = `${address}/v1/projects/framework/dashboard/data`;
            const first = await fetch(data);
            await until(async () => readFileSync(opened, "utf8") !== "");
            expect(readFileSync(opened, "utf8")).toContain(`${address}/v1/projects/framework/dashboard`);
            const document = JSON.parse(readFileSync(FRAMEWORK, "utf8"));
            document.project.title = "Another title";
            writeFileSync(path, JSON.stringify(document));
            await until(async () => (await (await fetch(data)).text()).includes("Another title"));
            expect((await fetch(data)).headers.get("etag")).not.toBe(first.headers.get("etag"));
          },
          { BROWSER: browser },
        );
      }),
    ));

  it.each([
    [["--port", "many"], 2, "--port"],
    [["--host", "0.0.0.0"], 2, "--keys"],
    [["no-such-file.txt"], 2, "no such file"],
    [["--keys", "no-such-file.json"], 2, "no such file"],
  ])("refuses %j", async (args, exit, message) => {
    const answer = await cadre("serve", ...args);
    expect(answer.exit).toBe(exit);
    expect(answer.error).toContain(message);
  });
});
