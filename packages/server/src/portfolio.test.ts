import { expect, it } from "vitest";
import { filled } from "../test/server.ts";

it("the root shows one row for each project that the key may read, leading to its dashboard", async () => {
  const { ask, app } = await filled();
  const page = await (await ask("viewer", "GET", "/?lang=fr")).text();
  expect(page).toContain('href="v1/projects/p1/dashboard?lang=fr"');
  expect(page).toContain("Portefeuille");
  expect((await app.request("/")).status).toBe(401);
});
