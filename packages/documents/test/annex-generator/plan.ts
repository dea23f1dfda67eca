import { Random } from "./random.ts";

/** How a template and an officer lay an annex out. */
export interface Habits {
  seed: number;
  year: 2018 | 2019 | 2021;
  language: "en" | "fr";
  agencies: string[];
  /** How a head names its agency. */
  head: "budget-colon" | "budget" | "brackets" | "dash" | "newline" | "row-below" | "plain";
  /** How cells write money. */
  amounts: "numbers" | "text";
  empty: "blank" | "zero";
  shares: "percent-format" | "fraction" | "whole" | "text" | "text-space" | "blanks" | "yes-no";
  currency: { code: "USD" | "EUR" | "XOF"; where: "head" | "format" | "note" | "none" };
  totalColumn: boolean;
  expenditure: "none" | "spent" | "spent-and-committed";
  bottom: boolean;
  tranches: number[];
  /** Template rows that nobody filled, of each output. */
  blankRows: number;
  codes: "plain" | "letters" | "sub" | "bare";
  outputSums: "below" | "in-row";
  table2: boolean;
  revised: boolean;
  extraSheets: boolean;
  negative: boolean;
}

export interface PlannedRow {
  /** `null`: an additional cost. */
  code: string | null;
  output: string | null;
  title: string;
  /** Minor units of each agency; 0: nothing. */
  amounts: number[];
  /** Approved before the revision. */
  approved: number[];
  /** Whole percent; `null`: not stated. */
  share: number | null;
  spent: number | null;
  committed: number | null;
  justification: string | null;
  remark: string | null;
}

export interface Plan {
  habits: Habits;
  outcomes: { code: string; title: string; outputs: { code: string; title: string; rows: PlannedRow[] }[] }[];
  additional: PlannedRow[];
}

const AGENCIES = {
  en: ["UNDP", "UN Women", "WFP", "UNICEF", "IOM", "FAO", "UNHCR", "Search for Common Ground"],
  fr: ["PNUD", "ONU Femmes", "PAM", "UNICEF", "OIM", "FAO", "HCR", "ONG Karkara"],
};
const ADDITIONAL = {
  en: [
    [
      "Additional personnel costs",
      "Project staff: 1 P4, 3 NOB (100%)",
      "Personnel costs if not included in activities above",
    ],
    ["Additional operational costs", "Operational costs if not included in activities above"],
    ["Monitoring budget", "M&E 2.5% of budget", "Monitoring and evaluation"],
    ["Budget for independent final evaluation", "Final evaluation"],
    ["Audit", "External audit of NUNO"],
  ],
  fr: [
    [
      "Frais de personnel du projet si pas inclus dans les activités si-dessus",
      "Coûts de personnel additionnels",
    ],
    ["Coûts opérationnels si pas inclus dans les activités si-dessus", "Frais opérationnels"],
    ["Budget de suivi", "Suivi et évaluation"],
    ["Budget pour l'évaluation finale indépendante", "Évaluation finale"],
    ["Audit", "Audit externe"],
  ],
};

/** Makes up an annex from a seed. */
export function planAnnex(seed: number): Plan {
  const random = new Random(seed * 7919 + 17);
  const language = random.pick(["en", "fr"] as const);
  const names = [...AGENCIES[language]].sort(() => random.next() - 0.5);
  const year = random.pick([2018, 2019, 2021] as const);
  const code = random.pick(["USD", "USD", "USD", "USD", "EUR", "XOF"] as const);
  const habits: Habits = {
    seed,
    year,
    language,
    agencies: names.slice(0, random.int(1, 4)),
    head: random.pick([
      "budget-colon",
      "budget",
      "brackets",
      "dash",
      "newline",
      "row-below",
      "plain",
    ] as const),
    amounts: random.chance(0.85) ? "numbers" : "text",
    empty: random.pick(["blank", "zero"] as const),
    shares: random.pick([
      "percent-format",
      "percent-format",
      "percent-format",
      "fraction",
      "whole",
      "text",
      "text-space",
      "blanks",
      "yes-no",
    ] as const),
    currency: {
      code,
      where:
        code === "USD"
          ? random.pick(["head", "format", "note"] as const)
          : random.pick(["head", "format"] as const),
    },
    totalColumn: random.chance(0.8),
    expenditure: random.pick(["none", "spent", "spent", "spent-and-committed"] as const),
    bottom: random.chance(0.7),
    tranches: random.pick([
      [70, 30],
      [60, 40],
      [35, 35, 30],
      [40, 40, 20],
    ]),
    blankRows: random.pick([0, 0, 2, 5]),
    codes: random.pick(["plain", "plain", "letters", "sub", "bare"] as const),
    outputSums: random.pick(["below", "below", "in-row"] as const),
    table2: random.chance(0.3),
    revised: random.chance(0.15),
    extraSheets: random.chance(0.3),
    negative: random.chance(0.1),
  };
  const cents = code === "XOF" ? 1 : 100;
  const row = (rowCode: string | null, output: string | null, title: string): PlannedRow => {
    const owner = random.int(0, habits.agencies.length - 1);
    const amounts = habits.agencies.map((_, index) => {
      if (index !== owner && random.chance(0.5)) return 0;
      const whole = random.int(2, 400) * 500 * (code === "XOF" ? 600 : 1);
      return whole * cents + (code !== "XOF" && random.chance(0.2) ? random.int(1, 99) : 0);
    });
    const sum = amounts.reduce((total, amount) => total + amount, 0);
    const share =
      habits.shares === "yes-no"
        ? null
        : habits.shares === "blanks" && random.chance(0.3)
          ? null
          : random.pick([0, 10, 15, 30, 35, 40, 50, 80, 100]);
    const spends = habits.expenditure !== "none";
    const spent = spends ? Math.round((sum * random.int(0, 90)) / 100) : null;
    return {
      code: rowCode,
      output,
      title,
      amounts,
      approved: amounts.map((amount) =>
        amount === 0 || !random.chance(0.5) ? amount : amount + random.int(-3, 3) * 100 * cents,
      ),
      share,
      spent,
      committed:
        habits.expenditure === "spent-and-committed"
          ? Math.round(((sum - (spent ?? 0)) * random.int(0, 50)) / 100)
          : null,
      justification: random.chance(0.3) ? `Half of the seats go to women (${title})` : null,
      remark: random.chance(0.3) ? `Two venues, 3 days at 150 (${title})` : null,
    };
  };
  const outcomes = Array.from({ length: random.int(1, 3) }, (_, a) => ({
    code: `${a + 1}`,
    title: `Communities of region ${a + 1} resolve disputes`,
    outputs: Array.from({ length: random.int(1, 3) }, (__, b) => {
      const output = `${a + 1}.${b + 1}`;
      const rows = Array.from({ length: random.int(1, 4) }, (___, c) => {
        const own =
          habits.codes === "letters" && c > 0
            ? `${output}.1${"abcd"[c]}`
            : habits.codes === "sub"
              ? `${output}.1.${c + 1}`
              : `${output}.${c + 1}`;
        return row(own, output, `Training of ${random.int(10, 90)} committees, part ${c + 1}`);
      });
      return { code: output, title: `Committees of area ${b + 1} are trained`, rows };
    }),
  }));
  if (habits.negative) {
    const rows = outcomes[0]?.outputs[0]?.rows;
    const first = rows?.[0];
    if (rows !== undefined && first !== undefined && habits.codes !== "letters" && habits.codes !== "sub") {
      const correction = row(`1.1.${rows.length + 1}`, "1.1", "Correction of a double entry (JV 1123)");
      correction.amounts = first.amounts.map((amount) => (amount === 0 ? 0 : -100 * cents));
      correction.approved = correction.amounts;
      correction.share = first.share;
      correction.spent = habits.expenditure === "none" ? null : 0;
      correction.committed = habits.expenditure === "spent-and-committed" ? 0 : null;
      rows.push(correction);
    }
  }
  const additional = ADDITIONAL[language]
    .filter(() => random.chance(0.7))
    .map((labels) => row(null, null, random.pick(labels)));
  return { habits, outcomes, additional };
}

export const rowsOf = ({ outcomes, additional }: Plan): PlannedRow[] => [
  ...outcomes.flatMap(({ outputs }) => outputs.flatMap(({ rows }) => rows)),
  ...additional,
];
