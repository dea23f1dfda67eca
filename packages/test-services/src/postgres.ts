import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A real PostgreSQL of one's own on this machine, gone with the process that started it. */
export interface TestPostgres {
  /** Connection string of its first database. */
  url: string;
  /** Takes it down as an operator would, its connections cut. */
  stop(): Promise<void>;
  /** Brings it back on the same port, with what was in it. */
  start(): Promise<void>;
  /** Ends it and removes its files. */
  end(): Promise<void>;
}

/**
 * Starts a PostgreSQL that listens on 127.0.0.1 alone, on a port of its own.
 * @param flags of the server: `-c`, `fsync=off`.
 * @throws where it does not come up, with what it said.
 */
export async function startPostgres(...flags: string[]): Promise<TestPostgres> {
  const host = spawn(process.execPath, [join(import.meta.dirname, "postgres-host.ts"), ...flags], {
    stdio: ["pipe", "pipe", "inherit"],
    // A group of its own: a Ctrl-C in the terminal is ours to pass on.
    detached: true,
  });
  host.unref();
  const lines = createInterface({ input: host.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error("PostgreSQL's host has gone");
    return value;
  };
  const ask = async (command: string): Promise<void> => {
    host.stdin.write(`${command}\n`);
    await answer();
  };
  const url = await answer();
  if (!url.startsWith("postgres://")) throw new Error(`PostgreSQL did not start: ${url}`);
  return {
    url,
    stop: () => ask("stop"),
    start: () => ask("start"),
    end: async () => {
      if (host.exitCode !== null) return;
      host.ref();
      const exited = once(host, "exit");
      host.stdin.end();
      await exited;
    },
  };
}
