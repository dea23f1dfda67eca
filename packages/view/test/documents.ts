import { readFileSync } from "node:fs";
import { type FrameworkDocument, type Indicator, money, parseFramework, type Value } from "@cadre/core";

/** The example project as a framework document. */
export function mali(): FrameworkDocument {
  const file = new URL("../../../examples/mali-2020/framework.json", import.meta.url);
  const read = parseFramework(JSON.parse(readFileSync(file, "utf8")));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const number = (value: number): { value: Value } => ({ value: { kind: "number", value } });

/** A document of any size, always the same for the same size: made up, with every kind of value and state in it. */
export function large(indicators: number, activities: number): FrameworkDocument {
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  const indicator = (code: string): Indicator => {
    const target = 50 + random(500);
    const kinds: Value[] = [
      { kind: "number", value: random(target + 60) },
      { kind: "number", value: random(target) },
      { kind: "number", value: 0 },
      { kind: "tbd" },
      { kind: "none" },
      { kind: "text", text: "quelques villages" },
    ];
    return {
      code,
      text: `Nombre de personnes formées à la médiation et au dialogue, groupe ${random(900)}`,
      baseline: number(0),
      target: random(9) === 0 ? { value: { kind: "tbd", note: "DTM" } } : number(target),
      milestone: random(3) === 0 ? { value: { kind: "none" } } : number(Math.round(target / 2)),
      actual: { value: kinds[random(kinds.length)] ?? { kind: "none" } },
      ...(random(4) === 0 && { remark: "Retard dû à la COVID-19 et à l’accès difficile aux villages." }),
    };
  };
  const perOutput = 20;
  const outcomes = [1, 2, 3, 4].map((outcome) => ({
    code: String(outcome),
    title: `Résultat ${outcome}`,
    rating: null,
    indicators: [],
    outputs: Array.from({ length: Math.ceil(indicators / perOutput / 4) }, (_, output) => ({
      code: `${outcome}.${output + 1}`,
      title: `Produit ${outcome}.${output + 1}`,
      indicators: Array.from({ length: perOutput }, (_, index) =>
        indicator(`${outcome}.${output + 1}.${index + 1}`),
      ),
    })),
  }));
  const codes = Array.from(
    { length: activities },
    (_, index) => `${1 + (index % 4)}.${1 + (Math.floor(index / 4) % 60)}.${1 + Math.floor(index / 240)}`,
  );
  return {
    ...mali(),
    budget: {
      ...mali().budget,
      lines: codes.slice(0, 200).map((code, index) => ({
        id: `line ${index}`,
        activity: code,
        output: null,
        agency: ["PAM", "FAO", "OIM"][index % 3] ?? "PAM",
        category: (["staff", "travel", "supplies", null] as const)[index % 4] ?? null,
        amount: money(1000 + index, "USD"),
        gewe: index % 5 === 0 ? null : (index % 4) / 4,
      })),
    },
    outcomes,
    activities: codes.map((code, index) => ({
      code,
      title: `Atelier de dialogue ${index}`,
      events:
        index % 3 === 0
          ? [
              { type: "started", date: "2020-02", basis: "reported" },
              {
                type: "delayed",
                date: "2020-04",
                basis: "reported",
                causes: index % 2 ? ["covid-19"] : ["insecurity", "season"],
              },
            ]
          : index % 3 === 1
            ? [{ type: "started", date: "2020-05-10", basis: "inferred" }]
            : [],
    })),
    schedule: {
      activities: codes.map((code, index) => ({
        code,
        start: `202${index % 2}-0${1 + (index % 8)}-01`,
        end: `202${index % 2}-1${index % 3}-15`,
      })),
      dependencies: codes
        .slice(1)
        .flatMap((code, index) =>
          index % 4 === 0
            ? [{ from: codes[index] ?? code, to: code, kind: "finish-to-start" as const, lag: 0 }]
            : [],
        ),
    },
  };
}
