import type { Draw } from "./draw.ts";
import type { Piece } from "./piece.ts";
import { type FormLanguage, type FormYear, WORDINGS } from "./wordings.ts";

/** For tests: what the cover and the ratings say. Amounts are in dollars, the rate is a fraction. */
export interface CoverTruth {
  title: string;
  country: string;
  number: string;
  type: string;
  year: number;
  start: string;
  end: string;
  agencies: Record<string, number>;
  convening: string;
  total: number;
  rate: number;
  gewe: number;
  spent: number;
  marker: string;
  risk: string;
  focus: string;
  evaluation: number;
  covid: number | null;
  ratings: Record<string, string>;
}

const MONTHS: Record<FormLanguage, readonly string[]> = {
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
};

/** A date as people write it. */
function dateText(date: string, language: FormLanguage, draw: Draw): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const [d, m] = [Number(day), MONTHS[language][Number(month) - 1] ?? ""];
  const th = d === 1 || d === 21 ? "st" : d === 2 || d === 22 ? "nd" : d === 3 || d === 23 ? "rd" : "th";
  const forms =
    language === "en"
      ? [
          `${d} ${m} ${year}`,
          `${d}${th} ${m} ${year}`,
          `${m} ${d}, ${year}`,
          `${day}-${m.slice(0, 3)}-${year}`,
        ]
      : [`${d === 1 ? "1er" : d} ${m} ${year}`, `le ${d} ${m} ${year}`, `${d} ${m.toUpperCase()} ${year}`];
  return draw.pick(d > 12 ? [...forms, `${day}/${month}/${year}`] : forms);
}

/** An amount as people write it. */
function amountText(amount: number, language: FormLanguage, draw: Draw): string {
  const group = (sign: string) => String(amount).replace(/\B(?=(\d{3})+$)/g, sign);
  const forms =
    language === "en"
      ? [
          `$ ${group(",")}`,
          `$${group(",")}`,
          `US$ ${group(",")}`,
          `USD ${group(",")}`,
          `${group(",")} USD`,
          `$ ${group(",")}.00`,
        ]
      : [
          `$ ${group(" ")}`,
          `${group(" ")} USD`,
          `${group("\u00a0")} $`,
          `$${group(" ")},00`,
          `USD ${group(" ")}`,
        ];
  return draw.pick(forms);
}

const AGENCIES = ["UNDP", "WFP", "FAO", "IOM", "UNICEF", "UN Women", "UNFPA"] as const;
const FULL: Record<string, string> = {
  UNDP: "United Nations Development Programme (UNDP)",
  WFP: "World Food Programme (WFP)",
  IOM: "International Organization for Migration (IOM)",
};

/** The agencies, as a list and as a table of budgets. */
function money(
  draw: Draw,
  form: FormLanguage,
  text: FormLanguage,
  year: FormYear,
  cover: CoverTruth,
): { list: string[]; table: Piece[] } {
  const wording = WORDINGS[form];
  const names = [...new Set(Array.from({ length: 3 }, () => draw.pick(AGENCIES)))];
  if (draw.chance(0.3)) names.push("Search for Common Ground" as (typeof names)[number]);
  const kinds = draw.chance(0.3);
  const list = names.map((name, index) => {
    const shown = draw.chance(0.15) ? (FULL[name] ?? name) : name;
    const kind = kinds ? `${name === ("Search for Common Ground" as string) ? "NUNO" : "RUNO"} ` : "";
    cover.agencies[shown] = draw.between(3, 20) * 50_000;
    if (index === 0) cover.convening = shown;
    return `${kind}${shown}${index === 0 ? ` ${draw.pick(wording.convening)}` : ""}`;
  });
  cover.total = Object.values(cover.agencies).reduce((sum, amount) => sum + amount, 0);
  const shown = Object.keys(cover.agencies);
  const amounts = shown.map((name) => amountText(cover.agencies[name] ?? 0, text, draw));
  const total = amountText(cover.total, text, draw);
  const totalWord = draw.pick(wording.totalWord);
  const asWritten = names.map((name, index) => (draw.chance(0.5) ? name : (shown[index] ?? name)));
  if (year >= 2021 && draw.chance(0.6)) {
    const heads =
      form === "en"
        ? ["Recipient Organization", "Total Amount", "Amount transferred", "Amount spent/committed"]
        : ["Agence récipiendaire", "Montant total", "Montant transféré", "Montant dépensé/engagé"];
    const part = (amount: number, share: number) =>
      amountText(Math.floor((amount * share) / 100), text, draw);
    return {
      list,
      table: [
        {
          table: [
            heads.map((head) => [head]),
            ...asWritten.map((name, index) => [
              [name],
              [amounts[index] ?? ""],
              [part(cover.agencies[shown[index] ?? ""] ?? 0, 70)],
              [part(cover.agencies[shown[index] ?? ""] ?? 0, 30)],
            ]),
            [[totalWord], [total], [part(cover.total, 70)], [part(cover.total, 30)]],
          ],
        },
      ],
    };
  }
  return {
    list,
    table: [
      { paragraph: wording.budgetHead.join("          ") },
      ...asWritten.map((name, index) => ({ paragraph: `${name}        ${amounts[index]}` })),
      { paragraph: `${totalWord} ${total}` },
    ],
  };
}

/** For tests: the cover page of a report with what it says. */
export function coverOf(
  draw: Draw,
  form: FormLanguage,
  text: FormLanguage,
  year: FormYear,
): { pieces: Piece[]; cover: CoverTruth } {
  const wording = WORDINGS[form];
  const day = () =>
    `${String(draw.between(1, 12)).padStart(2, "0")}-${String(draw.between(1, 28)).padStart(2, "0")}`;
  const [typeText, type] = draw.pick<readonly [string, string]>(
    form === "en"
      ? ([
          ["ANNUAL", "annual"],
          ["Semi-annual", "semi-annual"],
          ["SEMI-ANNUAL", "semi-annual"],
        ] as const)
      : ([
          ["ANNUEL", "annual"],
          ["SEMESTRIEL", "semi-annual"],
          ["annuel", "annual"],
        ] as const),
  );
  const [riskText, risk] = draw.pick<readonly [string, string]>(
    form === "en"
      ? ([
          ["Medium", "medium"],
          ["Medium risk", "medium"],
          ["Low", "low"],
          ["1", "medium"],
          ["Score 2", "high"],
        ] as const)
      : ([
          ["Moyen", "medium"],
          ["Faible", "low"],
          ["Risque moyen", "medium"],
          ["1", "medium"],
        ] as const),
  );
  const [focusText, focus] = draw.pick([
    ["(2.3) Conflict prevention/management", "2.3"],
    ["2.1 National reconciliation", "2.1"],
    ["(1.2)", "1.2"],
    ["Priority area 3: 3.1", "3.1"],
  ] as const);
  const marker = draw.pick(["GM2", "GM 2", "Score 2"]);
  const cover: CoverTruth = {
    title:
      text === "en"
        ? "Sustaining peace in the border districts"
        : "Consolider la paix dans les cercles frontaliers",
    country: draw.pick(["MALI", "LIBERIA", "GUINEA AND SIERRA LEONE"]),
    number: `00${draw.between(100000, 129999)}`,
    type,
    year,
    start: `${year - 1}-${day()}`,
    end: `${year + 2}-${day()}`,
    agencies: {},
    convening: "",
    total: 0,
    rate: draw.pick([0.2, 0.355, 0.64, 0.98]),
    gewe: 0,
    spent: 0,
    marker: "GM2",
    risk,
    focus,
    evaluation: 0,
    covid: null,
    ratings: {},
  };
  const { list, table } = money(draw, form, text, year, cover);
  cover.gewe = Math.floor((cover.total * 0.42) / 1000) * 1000;
  cover.spent = Math.floor((cover.gewe * cover.rate) / 2000) * 1000;
  const percent = String(Number((cover.rate * 100).toFixed(1))).replace(".", text === "fr" ? "," : ".");
  const gewe = amountText(cover.gewe, text, draw);
  const pieces: Piece[] = [];
  const say = (...texts: string[]) => pieces.push(...texts.map((paragraph) => ({ paragraph })));
  const yes = text === "en" ? "Yes" : "Oui";
  const no = text === "en" ? "No" : "Non";
  say(
    wording.title,
    `${draw.pick(wording.country)} ${cover.country}`,
    `${wording.type} ${typeText}`,
    `${wording.year} ${year}`,
  );
  say(`${wording.projectTitle} ${cover.title}`, `${draw.pick(wording.number)} ${cover.number}`);
  if (year === 2018) say(`${wording.modality} IRF`);
  say(wording.agencies(year), ...list);
  say(
    `${wording.start(year)} ${dateText(cover.start, text, draw)}`,
    `${wording.end} ${dateText(cover.end, text, draw)}`,
  );
  if (year === 2018) say(`${wording.duration} 24`);
  if (year >= 2021) say(`${wording.extension} ${no}`, `${wording.extensionRequest} ${no}`);
  say(`${wording.lastSixMonths} ${no}`, wording.windows(year), ...wording.window.map((name) => `☐ ${name}`));
  say(wording.total);
  pieces.push(...table);
  if (year === 2018) say(`${wording.tranches} 1`);
  say(`${wording.rate} ${percent}${draw.pick(["%", " %"])}`);
  say(
    `${wording.gewe} ${draw.chance(0.2) ? `${gewe} (42%)` : gewe}`,
    `${wording.spent} ${amountText(cover.spent, text, draw)}`,
  );
  say(`${wording.marker} ${marker}`, `${wording.risk} ${riskText}`, `${wording.focus} ${focusText}`);
  say(
    wording.preparation,
    `${wording.preparedBy} M. Keïta`,
    `${wording.approvedBy} A. Johnson`,
    `${wording.review(year)} ${yes}`,
  );
  return { pieces, cover };
}
