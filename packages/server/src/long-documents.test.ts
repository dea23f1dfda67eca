import { afterAll, describe, expect, it } from "vitest";
import { LONG_DOCUMENTS, longDocument, longestDocument } from "../test/long-documents.ts";
import { startMeasured } from "../test/measured.ts";

// Documents that are valid by their schema and long in one place, as a writer's key may send them, and all pages that are made of them.

const server = await startMeasured();
afterAll(server.close);

const ask = async (
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; length: number }> => {
  const response = await fetch(`${server.address}/v1/projects/p1/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${server.secrets.convening}`,
      "Content-Type": "application/json",
      Connection: "close",
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, length: (await response.arrayBuffer()).byteLength };
};
const MAX_ANSWER = 16_000_000;
const PAGES = ["framework", "inspection", "findings", "dashboard", "dashboard/data", "results?by=period"];

describe.each(LONG_DOCUMENTS)("%s", (name) => {
  it("are refused, or held within the limits with every page of them", async () => {
    for (const document of [longDocument(name), longestDocument(name)]) {
      const put = await ask("PUT", "framework", document);
      expect([put.status, [200, 400, 413].includes(put.status)]).toEqual([put.status, true]);
      if (put.status !== 200) continue;
      for (const page of PAGES) {
        const { status, length } = await ask("GET", page);
        expect([page, status, await server.errors()]).toEqual([page, 200, []]);
        expect([page, length, length < MAX_ANSWER]).toEqual([page, length, true]);
      }
    }
    await server.within();
  });
});
