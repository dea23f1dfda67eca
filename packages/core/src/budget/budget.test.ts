import { describe, expect, it } from "vitest";
import { soundDocument } from "../../test/sound-document.ts";
import { money } from "../values/money.ts";
import { geweShares } from "./gewe.ts";
import { markerAgreement } from "./marker.ts";
import { PBF_BUDGET_POLICY_2018, PBF_BUDGET_POLICY_BEFORE_2018 } from "./policy.ts";

const usd = (major: number) => money(major, "USD");
const budget = (change: Partial<ReturnType<typeof soundDocument>["budget"]> = {}) => ({
  ...soundDocument().budget,
  ...change,
});

describe("the shares for gender equality", () => {
  it("are those of the Mali report", () => {
    const { share, burn, spentShare } = geweShares(
      budget({
        total: usd(3_000_000),
        deliveryRate: 0.2,
        gewe: { allocated: usd(1_072_749.17), spent: usd(269_854.82) },
      }),
    );
    expect(share).toBeCloseTo(0.35758, 5);
    expect(burn).toBeCloseTo(0.25155, 5);
    expect(spentShare).toBeCloseTo(0.44976, 5);
  });
  it("are nothing where a part is unknown, and zero where it is zero", () => {
    expect(geweShares(budget({ gewe: { allocated: null, spent: usd(1) } }))).toMatchObject({
      share: null,
      burn: null,
    });
    expect(geweShares(budget({ gewe: { allocated: usd(5), spent: usd(0) } }))).toMatchObject({
      burn: 0,
      spentShare: 0,
    });
    expect(geweShares(budget({ deliveryRate: null })).spentShare).toBeNull();
  });
  it("are nothing where the whole is zero or in another currency", () => {
    expect(geweShares(budget({ gewe: { allocated: usd(0), spent: usd(0) } })).burn).toBeNull();
    expect(geweShares(budget({ deliveryRate: 0 })).spentShare).toBeNull();
    expect(geweShares(budget({ total: money(1_000_000, "EUR") }))).toEqual({
      share: null,
      burn: 0.25,
      spentShare: null,
    });
  });
});

describe("the gender marker", () => {
  it.each([
    [0, "GM0"],
    [0.001, "GM1"],
    [0.2999, "GM1"],
    [0.3, "GM2"],
    [0.7999, "GM2"],
    [0.8, "GM3"],
    [1, "GM3"],
  ] as const)("at a share of %d suggests %s", (share, computed) =>
    expect(markerAgreement(computed, share)).toMatchObject({ computed, agrees: true }),
  );
  it("agrees or not only where marker and share are known", () => {
    expect(markerAgreement("GM3", 0.5).agrees).toBe(false);
    expect(markerAgreement(null, 0.5)).toMatchObject({ computed: "GM2", agrees: null });
    expect(markerAgreement("GM2", null)).toMatchObject({ computed: null, agrees: null });
    // No money for it: both 0 and 1 are accepted.
    expect(markerAgreement("GM1", 0)).toMatchObject({ computed: "GM0", agrees: true });
  });
  it("is judged by the policy that the caller gives", () => {
    expect(markerAgreement("GM3", 0.1, { policy: PBF_BUDGET_POLICY_BEFORE_2018 }).agrees).toBeNull();
    const own = {
      ...PBF_BUDGET_POLICY_2018,
      version: "ours",
      markerBands: [{ marker: "GM3" as const, from: 0.5, below: null }],
    };
    expect(markerAgreement("GM3", 0.5, { policy: own })).toMatchObject({ admitted: ["GM3"], agrees: true });
    expect(markerAgreement("GM2", 0.4, { policy: own })).toMatchObject({
      admitted: [],
      computed: null,
      agrees: false,
    });
  });
});
