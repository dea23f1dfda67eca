import { createReadStream } from "node:fs";
import { openIati } from "@cadre/exchange/iati";

/** Reads a file of activities and counts what was reported, one activity in memory at a time. */
export async function countActuals(path: string): Promise<() => string> {
  const opened = await openIati(createReadStream(path));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  let found = 0;
  for await (const item of opened.value.activities) {
    if (!item.ok) throw new Error(JSON.stringify(item.problems));
    for (const { indicator = [] } of item.value.activity.result ?? [])
      for (const { period = [] } of indicator) for (const { actual = [] } of period) found += actual.length;
  }
  return () => String(found);
}
