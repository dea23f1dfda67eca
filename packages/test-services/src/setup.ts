import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { startPostgres, type TestPostgres } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where to ask for the connection string of the run's PostgreSQL; {@link sharedPostgres} does. */
    postgresAddress: string;
  }
}

/**
 * One PostgreSQL for all tests of a run. It is started when a test first asks for it, so that a run that needs none does not wait.
 * Durability is off: the server is ended with its files, and nothing has to outlive the machine.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<TestPostgres> | null = null;
  const entryPoint = createServer((_, response) => {
    starting ??= startPostgres("-c", "fsync=off", "-c", "max_connections=200");
    starting.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  entryPoint.listen(0, "127.0.0.1");
  await once(entryPoint, "listening");
  project.provide("postgresAddress", `http://127.0.0.1:${(entryPoint.address() as AddressInfo).port}/`);
  return async () => {
    entryPoint.close();
    await (await starting?.catch(() => null))?.end();
  };
}
