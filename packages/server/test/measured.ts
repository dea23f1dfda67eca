import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect } from "vitest";
import type { KeyName } from "./server.ts";

/** Limits of the process under attack: resident memory, and processor time without a pause of its event loop. */
const [MAX_RSS, MAX_BUSY_MS] = [512 * 2 ** 20, 200];

/** How `docs/production.md` tells to start the process. */
const MEMORY = ["--max-old-space-size=256", "--max-semi-space-size=16"];

/** What a measured server says of itself. */
export interface Measured {
  highest: number;
  longest: number;
  /** Requests that it logged. */
  logged: number;
  /** Messages of the errors that it logged. */
  errors: string[];
  /** Bytes of its heap. */
  heap: number;
}

/** What a measured server holds. */
export interface MeasuredOptions {
  /** The SQLite file of its events. Default: they are in memory. */
  file?: string;
  /** How many entries p1 has, in thousands. */
  entries?: number;
}

/** Starts `measured-server.ts` in a process of its own. */
export async function startMeasured(options: MeasuredOptions = {}) {
  const child = fork(join(import.meta.dirname, "measured-server.ts"), [JSON.stringify(options)], {
    execArgv: ["--conditions=cadre-source", "--no-warnings", "--expose-gc", ...MEMORY],
  });
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`the measured server ended: ${code ?? signal}`);
  });
  ended.catch(() => {});
  const message = async <T>(): Promise<T> => (await Promise.race([once(child, "message"), ended]))[0] as T;
  const measure = (what: "measure" | "reset" | "collect"): Promise<Measured> => {
    child.send(what);
    return message();
  };
  const { address, secrets } = await message<{ address: string; secrets: Record<KeyName, string> }>();
  await new Promise((resolve) => setTimeout(resolve, 300));
  return {
    address,
    secrets,
    close: () => child.disconnect(),
    logged: async () => (await measure("measure")).logged,
    errors: async () => (await measure("measure")).errors,
    /** Bytes of its heap once what is unreachable is collected. */
    heap: async () => (await measure("collect")).heap,
    /** Asserts that the limits held since the last time, and that the server answers. */
    within: async ({ busyMs = MAX_BUSY_MS } = {}) => {
      const { highest, longest } = await measure("measure");
      if (process.env.CADRE_SHOW === "1")
        console.log(Math.round(highest / 2 ** 20), "MiB", Math.round(longest), "ms");
      // Before anything is asserted, so that one failure stays one.
      await measure("reset");
      expect([Math.round(highest / 2 ** 20), highest < MAX_RSS]).toEqual([expect.any(Number), true]);
      expect([Math.round(longest), longest < busyMs]).toEqual([expect.any(Number), true]);
      expect((await fetch(`${address}/health`, { headers: { Connection: "close" } })).status).toBe(200);
    },
  };
}
