import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { portfolio } from "../portfolio.ts";

/** Writes a made-up portfolio's observations as a table of comma-separated values, as an agency's database gives it. */
export async function writeTable(path: string, limit: number): Promise<void> {
  const data = portfolio(limit);
  const { n } = data;
  const out = createWriteStream(path);
  out.write("indicator,period,value,source,place,sex,age,recordedAt\n");
  const name = (list: string[], code: number | undefined) => list[code ?? 0] ?? "";
  for (let from = 0; from < n; from += 10_000) {
    let text = "";
    for (let row = from; row < Math.min(n, from + 10_000); row += 1)
      text += `${[
        name(data.indicators, data.indicator[row]),
        name(data.periods, data.period[row]),
        data.value[row],
        name(data.sources, data.source[row]),
        name(data.places, data.place[row]),
        name(data.sexes, data.sex[row]),
        name(data.ages, data.age[row]),
        name(data.days, data.day[row]),
      ].join(",")}\n`;
    if (!out.write(text)) await new Promise((resolve) => out.once("drain", () => resolve(null)));
  }
  out.end();
  await finished(out);
}
