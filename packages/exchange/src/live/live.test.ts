import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parseMeasurement } from "@cadre/core/aggregate";
import {
  createTable,
  loadObservations,
  type ObservationSource,
  observationAt,
} from "@cadre/core/observations";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Dhis2Mapping, parseDhis2Mapping } from "../dhis2/index.ts";
import { type KoboMapping, parseKoboForm, parseKoboMapping } from "../kobo/index.ts";
import { dhis2Live, iatiLive, koboLive, type PageCache } from "./index.ts";

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** The other side: replies in the order in which they are asked for, the last of them again and again. */
let replies: Reply[] = [];
let asked: { url: string; headers: IncomingMessage["headers"] }[] = [];
let waits: number[] = [];
let server: Server;
let base = "";
beforeEach(async () => {
  [replies, asked, waits] = [[], [], []];
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", headers: request.headers });
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    reply?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  (_, response) => {
    response.writeHead(code, headers).end("no");
  };
const body =
  (text: string, headers: Record<string, string> = {}): Reply =>
  (_, response) => {
    response.writeHead(200, headers).end(text);
  };
/** A connection that is cut in the midst of an answer. */
const cut: Reply = (_, response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write('{"dataValues":[');
  setTimeout(() => response.destroy(), 5);
};
const options = {
  headers: { authorization: "Token abc" },
  wait: async (milliseconds: number) => {
    waits.push(milliseconds);
  },
};

const parsed = parseMeasurement({
  format: "cadre/measurement",
  indicators: [
    {
      code: "1.1",
      text: "People",
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
    },
  ],
  axes: [],
  periods: [{ id: "2015", start: "2015-01-01", end: "2015-12-31" }],
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const framework = parsed.value;
const mapping = ((): Dhis2Mapping => {
  const mapping = parseDhis2Mapping(
    { format: "cadre/dhis2-mapping", version: 1, dataElements: { de: { indicator: "1.1" } } },
    framework,
  );
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.problems));
  return mapping.value;
})();
const koboMapping = ((): KoboMapping => {
  const form = parseKoboForm({
    survey: [
      { type: "date", name: "day" },
      { type: "integer", name: "n" },
    ],
  });
  if (!form.ok) throw new Error("form");
  const mapping = parseKoboMapping(
    {
      format: "cadre/kobo-mapping",
      version: 1,
      date: "day",
      indicators: [{ indicator: "1.1", value: { sum: "n" } }],
    },
    form.value,
    framework,
  );
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.problems));
  return mapping.value;
})();

async function sums(source: ObservationSource, signal?: AbortSignal) {
  const read = await loadObservations(source, {
    table: () => createTable(framework),
    ...(signal && { signal }),
  });
  if (!read.ok) return read.problems.map(({ code }) => code);
  return Array.from(
    { length: read.value.table.size },
    (_, row) => observationAt(read.value.table, row)?.value,
  );
}

const values = (value: string, lastUpdated: string) =>
  JSON.stringify({ dataValues: [{ dataElement: "de", period: "2015", orgUnit: "a", value, lastUpdated }] });
const dhis2 = (more = {}) =>
  dhis2Live(`${base}/api/dataValueSets.json?dataSet=x`, { mapping, framework, ...options, ...more });

describe("a DHIS2 instance", () => {
  it("is read through the faults that pass: too many requests, a server that is down, a cut connection", async () => {
    replies = [
      status(429, { "retry-after": "7" }),
      status(503),
      cut,
      body(values("12", "2016-01-02T00:00:00.000+0000")),
    ];
    expect(await sums(dhis2())).toEqual([12]);
    expect(waits).toEqual([7000, 1000, 2000]);
    expect(asked.every(({ headers }) => headers.authorization === "Token abc")).toBe(true);
  });

  it.each([
    ["the token is wrong", status(401), ["live-not-authorised"], 1],
    ["the address is wrong", status(404), ["live-status"], 1],
    ["it never answers well", status(500), ["live-status"], 6],
    ["every connection is cut", cut, ["live-unreachable"], 6],
    ["it asks to sign in", body("<html><body>Sign in</body></html>"), ["json-invalid"], 1],
  ] as const)("is refused where %s", async (_, reply, codes, requests) => {
    replies = [reply];
    expect(await sums(dhis2())).toEqual(codes);
    expect(asked).toHaveLength(requests);
  });

  it("is refused where it sends more than is taken into memory, and where nobody listens", async () => {
    replies = [body("x".repeat(10_000))];
    expect(await sums(dhis2({ maxBytes: 1000 }))).toEqual(["live-too-long"]);
    const nobody = dhis2Live("http://127.0.0.1:9/api", { mapping, framework, ...options, retries: 1 });
    expect(await sums(nobody)).toEqual(["live-unreachable"]);
  });

  it("is followed from a checkpoint on, which is reported once all was read", async () => {
    const reported: string[] = [];
    const onCheckpoint = (since: string) => reported.push(since);
    replies = [body(values("12", "2016-01-02T00:00:00.000+0000"))];
    await sums(dhis2({ onCheckpoint }));
    replies = [body(values("13", "2016-02-02T00:00:00.000+0000"))];
    await sums(dhis2({ onCheckpoint, since: reported[0] }));
    expect(reported).toEqual(["2016-01-02T00:00:00.000+0000", "2016-02-02T00:00:00.000+0000"]);
    expect(new URL(asked[1]?.url ?? "", base).searchParams.get("lastUpdated")).toBe(reported[0]);
    replies = [status(404)];
    await sums(dhis2({ onCheckpoint, since: reported[1] }));
    expect(reported).toHaveLength(2);
  });

  it("is read again only where it has changed", async () => {
    const pages = new Map<string, { etag: string; body: Uint8Array }>();
    const cache: PageCache = {
      get: async (url) => pages.get(url),
      set: async (url, page) => void pages.set(url, page),
    };
    replies = [
      (request, response) => {
        if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
        else response.writeHead(200, { etag: '"1"' }).end(values("12", "2016-01-02"));
      },
    ];
    expect(await sums(dhis2({ cache }))).toEqual([12]);
    expect(await sums(dhis2({ cache }))).toEqual([12]);
    expect(asked[1]?.headers["if-none-match"]).toBe('"1"');
  });

  it("stops when it is asked to", async () => {
    const stop = new AbortController();
    replies = [
      (_, response) => {
        response.writeHead(200);
        response.write("{");
        stop.abort(new Error("enough"));
      },
    ];
    await expect(sums(dhis2(), stop.signal)).rejects.toThrow("enough");
  });
});

describe("a KoboToolbox server", () => {
  const page = (ids: number[], count: number, next: string | null): Reply =>
    body(
      JSON.stringify({
        count,
        next,
        previous: null,
        results: ids.map((id) => ({
          _id: id,
          _submission_time: "2015-02-01T10:00:00",
          day: "2015-02-01",
          n: `${id}`,
        })),
      }),
    );
  const kobo = () =>
    koboLive(`${base}/api/v2/assets/x/data.json?limit=2`, { mapping: koboMapping, framework, ...options });

  it("is read page by page", async () => {
    replies = [page([1, 2], 3, `${base}/p2`), status(429, { "retry-after": "0" }), page([3], 3, null)];
    expect(await sums(kobo())).toEqual([6]);
  });

  it("is reread where submissions come in meanwhile", async () => {
    replies = [
      ...[page([1, 2], 3, `${base}/p2`), page([2, 3], 3, null)],
      ...[page([4, 1], 4, `${base}/p2`), page([2, 3], 5, null)],
      ...[page([4, 1], 4, `${base}/p2`), page([2, 3], 4, null)],
    ];
    expect(await sums(kobo())).toEqual([10]);
    expect(asked).toHaveLength(6);
  });

  it.each([
    ["it never stops changing", () => page([1], 9, null), ["live-changing"]],
    ["its pages lead in a circle", () => page([], 9, `${base}/again`), ["live-endless"]],
    ["a page is on another server", () => page([1], 2, "https://elsewhere.example/data"), ["live-elsewhere"]],
    ["a page is no page", () => body('{"detail":"Not found."}'), ["live-not-a-page"]],
    ["it shows a page for people", () => body("<!doctype html><title>Sign in</title>"), ["live-not-json"]],
  ] as const)("is refused where %s", async (_, reply, codes) => {
    replies = [reply()];
    expect(await sums(kobo())).toEqual(codes);
  });
});

describe("an IATI datastore", () => {
  it("is read through a cut connection", async () => {
    const xml = `<iati-activities version="2.03"><iati-activity><iati-identifier>A</iati-identifier><result type="1"><indicator measure="1"><period><period-start iso-date="2015-01-01"/><period-end iso-date="2015-12-31"/><actual value="7"/></period></indicator></result></iati-activity></iati-activities>`;
    replies = [cut, body(xml)];
    const source = iatiLive(`${base}/datastore/activity/iati?q=x`, { identifier: "A", ...options });
    const read = await loadObservations(source, { table: () => createTable({ axes: [] }) });
    expect(read.ok && read.value.accepted).toBe(1);
  });
});
