import { createServer as createHttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { findChromium, HOW_TO_INSTALL, launch } from "@cadre/test-services/browser";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { filled, KEYS } from "../../test/server.ts";
import { listen } from "../node/index.ts";

const chromium = findChromium();
const name = "a page of another origin follows events with its key in a header";

/** The client as a page's script: `cadre.createClient`. */
async function script(): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [fileURLToPath(new URL("./index.ts", import.meta.url))], bundle: true, write: false },
    ...{ format: "iife", globalName: "cadre", platform: "browser", conditions: ["cadre-source"] },
  });
  return outputFiles[0]?.text ?? "";
}
const page = (body: string) => `<!doctype html><meta charset="utf-8"><ul></ul><script>${body}</script>`;

it.skipIf(chromium === null)(
  `${name}${chromium === null ? ` (${HOW_TO_INSTALL})` : ""}`,
  async () => {
    const bundle = await script();
    let html = "";
    const pages = createHttpServer((_, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(html);
    });
    await new Promise<void>((resolve) => {
      pages.listen(0, "127.0.0.1", resolve);
    });
    const origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
    const server = await filled({ cors: [origin] });
    const { address, close } = await listen(server, { port: 0 });
    const options = JSON.stringify({ url: address, key: KEYS.viewer.secret });
    html = page(`${bundle}
    const client = cadre.createClient(${options});
    (async () => {
      for await (const { event } of client.follow("p1")) {
        const item = document.querySelector("ul").appendChild(document.createElement("li"));
        item.textContent = event.type;
      }
    })();`);
    const browser = await launch(chromium ?? "");
    try {
      const tab = await browser.newPage();
      const asked: string[] = [];
      tab.on("request", (request) => asked.push(request.url()));
      await tab.goto(origin);
      await tab.getByText("project.opened").waitFor();
      await server.ask("pbso", "POST", "/v1/projects/p1/commands", { type: "project.start" });
      await tab.getByText("project.started").waitFor();
      expect(await tab.locator("li").allTextContents()).toEqual(["project.opened", "project.started"]);
      expect(asked.some((url) => url.includes(KEYS.viewer.secret))).toBe(false);
    } finally {
      await browser.close();
      await close();
      pages.close();
    }
  },
  180_000,
);
