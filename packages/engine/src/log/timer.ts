import type { Timer } from "./store.ts";

/** An instant as all stores compare it: `Date.toISOString`, whose order as text is that of time. @throws RangeError where it is none. */
export const instant = (text: string): string => {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new RangeError(`${text} is no instant`);
  return date.toISOString();
};

/** When a lease that is taken at an instant ends. */
export const leaseEnd = (now: string, leaseMs: number): string =>
  new Date(Date.parse(now) + leaseMs).toISOString();

/** A timer from a row of a table. */
export const timerOf = (row: Record<string, unknown>): Timer => ({
  id: String(row.id),
  stream: String(row.stream),
  kind: String(row.kind),
  due: String(row.due),
  data: (typeof row.data === "string" ? JSON.parse(row.data) : row.data) as Timer["data"],
});
