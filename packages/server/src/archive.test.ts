import { archiveStreams, memoryStore, withArchives } from "@cadre/engine";
import { expect, it } from "vitest";
import { filled, testServer } from "../test/server.ts";

it("an archived project says where it is, and is read where its archives are at hand", async () => {
  const [events, documents] = [memoryStore(), memoryStore()];
  const before = await filled({ events, documents });
  const [archive, liveEvents, liveDocuments] = [memoryStore(), memoryStore(), memoryStore()];
  const isArchived = (stream: string) => stream.endsWith("/p1");
  await archiveStreams({ from: events, archive, rest: liveEvents, isArchived, name: "events-2026.sqlite" });
  const archivedDocuments = memoryStore();
  await archiveStreams({
    ...{
      from: documents,
      archive: archivedDocuments,
      rest: liveDocuments,
      isArchived,
      name: "documents-2026.sqlite",
    },
  });

  const paths = ["", "/framework", "/inspection", "/results", "/dashboard", "/history", "/events"];
  const without = testServer({ events: liveEvents, documents: liveDocuments });
  for (const path of paths) {
    const answer = await without.ask("viewer", "GET", `/v1/projects/p1${path}`);
    expect([path, answer.status, await answer.text()]).toEqual([
      path,
      410,
      expect.stringContaining("-2026.sqlite"),
    ]);
  }
  const listed = await without.ask("viewer", "GET", "/v1/projects");
  expect([listed.status, await listed.json()]).toEqual([200, []]);

  const attached = testServer({
    events: await withArchives(liveEvents, [archive]),
    documents: await withArchives(liveDocuments, [archivedDocuments]),
  });
  for (const path of paths.slice(0, -1)) {
    const [now, then] = await Promise.all(
      [attached, before].map((server) => server.ask("viewer", "GET", `/v1/projects/p1${path}`)),
    );
    expect([path, now?.status, await now?.text()]).toEqual([path, 200, await then?.text()]);
  }
  const command = { type: "project.start", key: "late" };
  const refused = await attached.ask("pbso", "POST", "/v1/projects/p1/commands", command);
  expect([refused.status, await refused.json()]).toMatchObject([422, { problems: [{ code: "archived" }] }]);
});
