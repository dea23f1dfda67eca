import { describe, expect, it } from "vitest";
import {
  compareSurveys,
  estimateSurvey,
  likert,
  planSurvey,
  powerOfChange,
  publishedEstimate,
  sampleDesign,
  surveyStatus,
  wilsonInterval,
} from "./index.ts";
import { normalBelow, normalQuantile, studentQuantile } from "./quantiles.ts";

const FULL = process.env.CADRE_FULL === "1";

/** Reproducible (mulberry32). */
const generator = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** How often an interval of so many respondents holds a share, over all that a sample can show. */
function exactCoverage(share: number, n: number): number {
  let [logarithm, covered] = [n * Math.log1p(-share), 0];
  for (let yes = 0; yes <= n; yes += 1) {
    if (yes > 0) logarithm += Math.log((n - yes + 1) / yes) + Math.log(share / (1 - share));
    const { low, high } = wilsonInterval(yes / n, n);
    if (low <= share && share <= high) covered += Math.exp(logarithm);
  }
  return covered;
}

describe("quantiles", () => {
  it("are those of the tables", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(0.0001)).toBeCloseTo(-3.719016485455709, 12);
    expect(normalBelow(-6)).toBeCloseTo(9.865876450376946e-10, 22);
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706204736174707, 10);
    expect(studentQuantile(0.975, 14)).toBeCloseTo(2.144786687917804, 12);
    expect(studentQuantile(0.995, 2001)).toBeCloseTo(studentQuantile(0.995, 2000), 5);
  });
});

describe("a 95 % interval covers", () => {
  it.each([50, 100, 200, 500, 1000, 2000])(
    "93 to 97 in 100 samples of %i, averaged over bands of shares",
    (n) => {
      for (const [from, to] of [
        [2, 10],
        [10, 30],
        [30, 50],
        [50, 70],
        [70, 90],
        [90, 98],
      ] as const) {
        const shares = Array.from(
          { length: FULL ? 200 : 40 },
          (_, step, of = FULL ? 200 : 40) => (from + ((to - from) * (step + 0.5)) / of) / 100,
        );
        const mean = shares.reduce((sum, share) => sum + exactCoverage(share, n), 0) / shares.length;
        expect(mean).toBeGreaterThanOrEqual(0.93);
        expect(mean).toBeLessThanOrEqual(0.97);
      }
    },
  );

  it("the share of a population in clusters that are alike, estimated from its own variance", () => {
    const random = generator(21);
    for (const [clusters, share] of [
      [30, 0.2],
      [60, 0.5],
      [60, 0.8],
    ] as const) {
      const [runs, perCluster, alike] = [FULL ? 4000 : 600, 10, 0.3];
      let covered = 0;
      for (let run = 0; run < runs; run += 1) {
        const [values, names]: [number[], string[]] = [[], []];
        for (let cluster = 0; cluster < clusters; cluster += 1) {
          const common = Number(random() < share);
          for (let each = 0; each < perCluster; each += 1) {
            values.push(random() < alike ? common : Number(random() < share));
            names.push(`${cluster}`);
          }
        }
        const { low, high } = estimateSurvey(sampleDesign(values.length, { clusters: names }), values);
        covered += Number((low ?? 1) <= share && share <= (high ?? 0));
      }
      const slack = FULL ? 0 : 0.015;
      expect(covered / runs).toBeGreaterThanOrEqual(0.93 - slack);
      expect(covered / runs).toBeLessThanOrEqual(0.97 + slack);
    }
  });
});

describe("planSurvey", () => {
  it("reaches its margin with the smallest sample", () => {
    const { simple } = planSurvey({ aim: { margin: 0.05 } });
    const half = (n: number) => wilsonInterval(0.5, n).high - 0.5;
    expect(simple).toBe(381);
    expect(half(simple)).toBeLessThanOrEqual(0.05);
    expect(half(simple - 1)).toBeGreaterThan(0.05);
  });
  it("says how many to ask, cluster by cluster", () => {
    expect(
      planSurvey({
        aim: { margin: 0.05 },
        perCluster: 10,
        intraclass: 0.1,
        responseRate: 0.8,
        groupCount: 2,
      }),
    ).toMatchObject({
      designEffect: 1.9,
      answersPerGroup: 724,
      allAnswers: 1448,
      sample: 1810,
      clusterCount: 182,
    });
    expect(planSurvey({ aim: { margin: 0.05 }, population: 500 }).answersPerGroup).toBe(217);
  });
  it("reaches its power in simulated surveys", () => {
    const random = generator(7);
    for (const [from, to] of [
      [0.4, 0.55],
      [0.1, 0.2],
    ] as const) {
      const { simple, reached } = planSurvey({ aim: { from, to } });
      expect(reached).toEqual({ power: powerOfChange([from, to], [simple, simple]) });
      const runs = FULL ? 10_000 : 2_000;
      let found = 0;
      const draw = (share: number) => {
        let yes = 0;
        for (let each = 0; each < simple; each += 1) yes += Number(random() < share);
        return publishedEstimate({ kind: "share", estimate: yes / simple, n: simple, designEffect: 1 });
      };
      for (let run = 0; run < runs; run += 1) {
        const [before, after] = [draw(from), draw(to)];
        found += Number(simpleVerdict(before, after));
      }
      expect(found / runs).toBeGreaterThan(0.8 - 3 * Math.sqrt(0.16 / runs));
      expect(found / runs).toBeLessThan(0.85);
    }
  });
  it.each([
    { aim: { margin: 0 } },
    { aim: { margin: 0.6 } },
    { aim: { from: 0.5, to: 0.5 } },
    { aim: { from: 0.5, to: 0.5001 } },
    { aim: { margin: 0.05 }, responseRate: 0 },
    { aim: { margin: 0.05 }, groupCount: 0 },
  ])("refuses %j", (request) => {
    expect(() => planSurvey(request)).toThrow(RangeError);
  });
});

const simpleVerdict = (before: ReturnType<typeof publishedEstimate>, after: typeof before): boolean => {
  const change = (after.estimate ?? 0) - (before.estimate ?? 0);
  const reach = Math.hypot(
    (after.estimate ?? 0) - (after.low ?? 0),
    (before.high ?? 0) - (before.estimate ?? 0),
  );
  return change - reach > 0;
};

describe("compareSurveys", () => {
  const published = (estimate: number, n: number) =>
    publishedEstimate({ kind: "share", estimate, n, designEffect: 1 });
  it("is Newcombe’s published example: 56/70 and 48/80", () => {
    const found = compareSurveys(published(48 / 80, 80), published(56 / 70, 70));
    expect(found.change).toBeCloseTo(0.2, 10);
    expect(found.low).toBeCloseTo(0.0524, 4);
    expect(found.high).toBeCloseTo(0.3339, 4);
    expect(found.verdict).toBe("increase");
  });
  it("says what change could have been found", () => {
    const found = compareSurveys(published(0.4, 200), published(0.45, 200));
    expect(found.verdict).toBe("inconclusive");
    const up = found.detectable?.up ?? 0;
    expect(powerOfChange([0.4, 0.4 + up], [200, 200])).toBeGreaterThanOrEqual(0.8);
    expect(powerOfChange([0.4, 0.4 + up - 0.002], [200, 200])).toBeLessThan(0.8);
  });
  it("does not compare a share with a mean", () => {
    const mean = publishedEstimate({ kind: "mean", estimate: 3, n: 10, se: 1 });
    expect(() => compareSurveys(mean, published(0.5, 10))).toThrow(RangeError);
  });
});

describe("publishedEstimate", () => {
  it("says what it takes for granted", () => {
    expect(publishedEstimate({ kind: "share", estimate: 0.62, n: 400 }).assumes).toBe("simple-random-sample");
    expect(publishedEstimate({ kind: "share", estimate: 0.62, n: 400, designEffect: 2 })).toMatchObject({
      ...{ assumes: null, effectiveSize: 200, ...wilsonInterval(0.62, 200) },
    });
    expect(publishedEstimate({ kind: "mean", estimate: 3.2, n: 400 }).reason).toBe("no-standard-error");
  });
});

describe("surveyStatus", () => {
  it.each([
    [0.62, 0.7, "increase", "reached"],
    [0.55, 0.65, "increase", "inconclusive"],
    [0.4, 0.55, "increase", "not-reached"],
    [0.4, 0.55, "decrease", "reached"],
    [0.62, 0.7, "decrease", "not-reached"],
    [0.6, 0.7, "increase", "reached"],
  ] as const)("%d to %d against 0.6, %s: %s", (low, high, direction, status) => {
    expect(surveyStatus({ low, high }, { target: 0.6, direction })).toBe(status);
  });
  it("knows a tolerance", () => {
    const target = { target: 0.5, direction: "maintain", maintain: { within: 0.2 } } as const;
    expect(surveyStatus({ low: 0.45, high: 0.55 }, target)).toBe("reached");
    expect(surveyStatus({ low: 0.45, high: 0.65 }, target)).toBe("inconclusive");
    expect(surveyStatus({ low: 0.61, high: 0.65 }, target)).toBe("not-reached");
  });
});

describe("likert", () => {
  it("gives each level, the median and the net score, and no mean", () => {
    const levels = ["low", "middle", "high"];
    const answers = ["low", "high", "high", "middle", null, "high"];
    const found = likert(sampleDesign(6), answers, { levels });
    expect(found.levels.map(({ estimate }) => estimate.estimate)).toEqual([0.2, 0.2, 0.6]);
    expect(found.median).toEqual(["high"]);
    expect(found.net).toMatchObject({ n: 5, missingCount: 1 });
    expect(found.net.estimate).toBeCloseTo(0.4, 12);
    expect(() => likert(sampleDesign(1), ["other"], { levels })).toThrow(RangeError);
  });
});
