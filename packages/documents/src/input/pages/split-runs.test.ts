import { describe, expect, it } from "vitest";
import { splitAtRules } from "./split-runs.ts";

const run = (text: string, left: number, right: number) => ({ text, left, right, y: 100, height: 10 });
const vertical = (x: number, top = 90, bottom = 110) => ({ left: x, right: x, top, bottom });
const texts = (...input: Parameters<typeof splitAtRules>) => splitAtRules(...input).map(({ text }) => text);

describe("text that goes through a vertical rule", () => {
  it("is cut at the space that the rule is in", () => {
    expect(texts([run("Baseline Target", 400, 480)], [vertical(444)])).toEqual(["Baseline", "Target"]);
    expect(texts([run("5 10 20", 0, 33)], [vertical(8), vertical(21)])).toEqual(["5", "10", "20"]);
  });

  it("stays whole beside a rule, below one, and where the rule is in a word", () => {
    expect(texts([run("Baseline Target", 400, 480)], [vertical(395), vertical(482)])).toHaveLength(1);
    expect(texts([run("Baseline Target", 400, 480)], [vertical(444, 10, 50)])).toHaveLength(1);
    expect(texts([run("Unbreakable peace", 0, 80)], [vertical(15)])).toHaveLength(1);
  });
});
