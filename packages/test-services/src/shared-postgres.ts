import { inject } from "vitest";

/**
 * Connection string of the PostgreSQL that all tests of the run share, which starts it where nobody has yet. Keep to a schema of your own.
 * @throws where it does not start.
 */
export async function sharedPostgres(): Promise<string> {
  const response = await fetch(inject("postgresAddress"));
  const text = await response.text();
  if (!response.ok) throw new Error(`PostgreSQL did not start: ${text}`);
  return text;
}
