import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { portfolio } from "../portfolio.ts";

/** Writes a made-up portfolio's observations as a table of comma-separated values, as an agency's database gives it. */
export async function writeTable(path: string, limit: number): Promise<void> {
  const made = portfolio(limit);
  const { n } = made;
  const out = createWriteStream(path);
  out.write("indicator,period,value,source,place,sex,age,recordedAt\n");
  const name = (list: string[], code: number | undefined) => list[code ?? 0] ?? "";
  for (let from = 0; from < n; from += 10_000) {
    let text = "";
    for (let row = from; row < Math.min(n, from + 10_000); row += 1)
      text += `${[
        name(made.indicators, made.indicator[row]),
        name(made.periods, made.period[row]),
        made.value[row],
        name(made.sources, made.source[row]),
        name(made.places, made.place[row]),
        name(made.sexes, made.sex[row]),
        name(made.ages, made.age[row]),
        name(made.days, made.day[row]),
      ].join(",")}\n`;
    if (!out.write(text)) await new Promise((resolve) => out.once("drain", () => resolve(null)));
  }
  out.end();
  await finished(out);
}
