import type { Plan, PlannedRow } from "./plan.ts";

/** A cell: text, a number with a format, or a formula. */
export type GeneratedCell =
  | string
  | { value: number; format?: string }
  | { formula: string; format?: string }
  | null;
export interface GeneratedSheet {
  name: string;
  rows: GeneratedCell[][];
  hidden?: boolean;
}

const TEXTS = {
  en: {
    sheet: "1) Budget Table",
    sheet2: "2) By Category",
    annex: "Annex D - PBF Project Budget",
    table: "Table 1 - PBF project budget by outcome, output and activity",
    instructions:
      "Instructions: 1. Only fill in white cells. Grey cells are locked and/or contain spreadsheet formulas.",
    code: { 2018: "Outcome/ Output number", 2019: "Outcome/ Output Number", 2021: "Outcome/ Output Number" },
    title: {
      2018: "Outcome/ output/ activity formulation:",
      2019: "Description (Text)",
      2021: "Description (Text)",
    },
    agency: "Recipient Organization",
    total: "Total",
    share: {
      2018: "Percent of budget for each output or activity reserved for direct action on gender equality (if any):",
      2019: "% of budget per activity allocated to Gender Equality and Women's Empowerment (GEWE) (if any):",
      2021: "% of budget per activity allocated to Gender Equality and Women's Empowerment (GEWE) (if any):",
    },
    spentAndCommitted:
      "Current level of expenditure/ commitment (To be completed at time of project progress reporting)",
    spent: "Expenditure to date",
    committed: "Commitments",
    justification: "GEWE Justification (e.g. training includes session on gender equality)",
    remark: "Any other remarks (e.g. on types of inputs provided or budget justification)",
    outcome: "OUTCOME",
    output: "Output",
    activity: "Activity",
    outputTotal: "Output Total",
    additionalTotal: "Total Additional Costs",
    totals: "Totals",
    subTotal: "Sub-Total Project Budget",
    indirect: "Indirect support costs (7%):",
    tranches: "Performance-Based Tranche Breakdown",
    tranche: ["First Tranche:", "Second Tranche:", "Third Tranche:"],
    tranchePercent: "Tranche %",
    gewe: "$ Towards GEWE (includes indirect costs)",
    geweShare: "% Towards GEWE",
    note: "Note: PBF does not accept projects with less than 5% towards M&E and less than 15% towards GEWE. These figures will show as red if this minimum threshold is not met.",
    expenditure: "Total Expenditure",
    delivery: "Delivery Rate:",
    revised: ["Original budget", "Revised budget (NCE)"],
    table2: "Table 2 - Output breakdown by UN cost category",
    categories: [
      "1. Staff and other personnel",
      "2. Supplies, Commodities, Materials",
      "3. Equipment, Vehicles, and Furniture (including Depreciation)",
      "4. Contractual services",
      "5. Travel",
      "6. Transfers and Grants to Counterparts",
      "7. General Operating and other Costs",
    ],
    additional: "Additional costs",
    outputFrom1: "Output Total from Table 1",
    yes: ["Yes", "No"],
    currencyNote: "All amounts in US dollars",
  },
  fr: {
    sheet: "1) Tableau budgétaire 1",
    sheet2: "2) Tableau budgétaire 2",
    annex: "Annexe D - Budget du projet PBF",
    table: "Tableau 1 - Budget du projet PBF par résultat, produit et activité",
    instructions: "Instructions : 1. Ne remplissez que les cellules blanches.",
    code: {
      2018: "Nombre de résultat/ produit",
      2019: "Nombre de résultat/ produit",
      2021: "Nombre de résultat/ produit",
    },
    title: {
      2018: "Formulation du résultat/ produit/activité",
      2019: "Formulation du résultat/ produit/activité",
      2021: "Description",
    },
    agency: "Organisation recipiendaire",
    total: "Total",
    share: {
      2018: "Pourcentage du budget pour chaque produit ou activité réservé pour action directe sur le genre (cas échéant)",
      2019: "Pourcentage du budget pour chaque produit ou activité réservé pour action directe sur l'égalité des sexes et autonomisation des femmes (EGEAF) (cas echeant)",
      2021: "% du budget pour chaque activité alloué à l'égalité des sexes (GEWE)",
    },
    spentAndCommitted: "Niveau de dépense/ engagement actuel (à remplir au moment des rapports de projet)",
    spent: "Dépenses à ce jour",
    committed: "Engagements",
    justification:
      "Justification d'EGEAF (par exemple, la formation comprend une séance sur l'égalité des sexes)",
    remark: "Notes quelconque le cas echeant (.e.g sur types des entrants ou justification du budget)",
    outcome: "RESULTAT",
    output: "Produit",
    activity: "Activite",
    outputTotal: "Produit total",
    additionalTotal: "Coûts supplémentaires total",
    totals: "Totaux",
    subTotal: "Sous-total du budget du projet",
    indirect: "Coûts indirects (7%):",
    tranches: "Répartition des tranches basée sur la performance",
    tranche: ["Première tranche:", "Deuxième tranche:", "Troisième tranche:"],
    tranchePercent: "Tranche %",
    gewe: "$ alloué à EGEAF (inclut coûts indirects)",
    geweShare: "% alloué à EGEAF",
    note: "Note: Le PBF n'accepte pas les projets avec moins de 5% pour le S&E et moins de 15% pour l'EGEAF.",
    expenditure: "Dépense totale",
    delivery: "Taux d'exécution:",
    revised: ["Budget initial", "Budget révisé"],
    table2: "Tableau 2 - Répartition des produits par catégories de coûts de l'ONU",
    categories: [
      "1. Personnel et autres employés",
      "2. Fournitures, produits de base, matériels",
      "3. Équipement, véhicules et mobilier (compte tenu de la dépréciation)",
      "4. Services contractuels",
      "5. Frais de déplacement",
      "6. Transferts et subventions aux homologues",
      "7. Frais généraux de fonctionnement et autres coûts directs",
    ],
    additional: "Coûts supplémentaires",
    outputFrom1: "Total pour produit (du tableau 1)",
    yes: ["Oui", "Non"],
    currencyNote: "Tous les montants sont en dollars des États-Unis",
  },
} as const;

const column = (index: number) => String.fromCharCode(65 + index);

/** Lays a planned annex out as sheets, with the formulas that the template has. */
export function layOut(plan: Plan): GeneratedSheet[] {
  const { habits } = plan;
  const { year, language, agencies, currency } = habits;
  const texts = TEXTS[language];
  const units = currency.code === "XOF" ? 1 : 100;
  const moneyFormat =
    currency.where !== "format"
      ? units === 1
        ? "#,##0"
        : "#,##0.00"
      : currency.code === "USD"
        ? '"$"#,##0.00'
        : currency.code === "EUR"
          ? "[$€-40C] #,##0.00"
          : '#,##0 "XOF"';
  const per = habits.revised ? 2 : 1;
  const first = 3;
  const totalAt = habits.totalColumn ? first + agencies.length * per : null;
  const shareAt = first + agencies.length * per + (habits.totalColumn ? 1 : 0);
  const spentAt = habits.expenditure === "none" ? null : shareAt + 1;
  const committedAt = habits.expenditure === "spent-and-committed" ? shareAt + 2 : null;
  const after = shareAt + (habits.expenditure === "none" ? 1 : committedAt === null ? 2 : 3);
  const width = after + 2;
  const rows: GeneratedCell[][] = [];
  const line = (cells: Record<number, GeneratedCell>) => {
    const cellsOfRow = Array.from({ length: width }, (_, index) => cells[index] ?? null);
    rows.push(cellsOfRow);
    return rows.length;
  };
  const inHead = currency.where === "head" ? currency.code : null;
  const agencyHead = (name: string, index: number): string => {
    const money =
      inHead === null ? "" : language === "fr" ? ` (budget en ${inHead})` : ` (budget in ${inHead})`;
    const numbered = `${texts.agency} ${index + 1}`;
    switch (habits.head) {
      case "budget-colon":
        return inHead === null ? `${numbered} Budget: ${name}` : `${numbered}${money}: ${name}`;
      case "budget":
        return `${numbered} Budget ${name}${inHead === null ? "" : ` ${inHead}`}`;
      case "brackets":
        return `${numbered} (${name})${inHead === null ? "" : ` ${inHead}`}`;
      case "dash":
        return language === "fr"
          ? `Budget par organisation recipiendaire${inHead === null ? "" : ` en ${inHead}`} - ${name}`
          : `Budget by recipient organization${inHead === null ? "" : ` in ${inHead}`} - ${name}`;
      case "newline":
        return `${numbered}${money}\n${name}`;
      case "row-below":
        return `${numbered}${money}`;
      case "plain":
        return inHead === null ? name : `${name} (${inHead})`;
    }
  };
  const heads: Record<number, GeneratedCell> = {
    1: texts.code[year],
    2: texts.title[year],
    [shareAt]: texts.share[year],
    [after]: texts.justification,
    [after + 1]: texts.remark,
  };
  for (const [index, name] of agencies.entries()) {
    if (habits.revised) {
      const money = inHead === null ? "" : ` (${inHead})`;
      heads[first + index * 2] = `${name} ${texts.revised[0]}${money}`;
      heads[first + index * 2 + 1] = `${name} ${texts.revised[1]}${money}`;
    } else heads[first + index] = agencyHead(name, index);
  }
  if (totalAt !== null) heads[totalAt] = texts.total;
  if (spentAt !== null) heads[spentAt] = committedAt === null ? texts.spentAndCommitted : texts.spent;
  if (committedAt !== null) heads[committedAt] = texts.committed;
  line({});
  line({ 1: texts.annex });
  line({});
  line({ 1: texts.instructions });
  line(currency.where === "note" ? { 1: texts.currencyNote } : {});
  line({ 1: texts.table });
  const head = line(heads);
  if (habits.head === "row-below" && !habits.revised)
    line(Object.fromEntries(agencies.map((name, index) => [first + index, name])));
  const money = (minor: number | null): GeneratedCell => {
    if (minor === null) return null;
    if (habits.amounts === "text") {
      const [whole = "", decimals = ""] = (minor / units).toFixed(units === 1 ? 0 : 2).split(".");
      const separated = whole.replace(/\B(?=(?:\d{3})+$)/g, language === "fr" ? "\u00a0" : ",");
      return decimals === "" ? separated : `${separated}${language === "fr" ? "," : "."}${decimals}`;
    }
    return { value: minor / units, format: moneyFormat };
  };
  const amount = (minor: number): GeneratedCell =>
    minor === 0 ? (habits.empty === "zero" ? money(0) : null) : money(minor);
  const share = (percent: number | null, row: PlannedRow): GeneratedCell => {
    if (habits.shares === "yes-no") return row.amounts[0] === 0 ? texts.yes[1] : texts.yes[0];
    if (percent === null) return null;
    switch (habits.shares) {
      case "fraction":
        return { value: percent / 100, format: "General" };
      case "whole":
        return { value: percent, format: "General" };
      case "text":
        return `${percent}%`;
      case "text-space":
        return `${percent}\u00a0%`;
      default:
        return { value: percent / 100, format: "0%" };
    }
  };
  /** The columns that count: agencies, or their revised budgets. */
  const counted = agencies.map((_, index) => first + index * per + (per - 1));
  const write = (row: PlannedRow, label: GeneratedCell, title: GeneratedCell): number => {
    const number = rows.length + 1;
    const cells: Record<number, GeneratedCell> = { 1: label, 2: title };
    for (const [index, minor] of row.amounts.entries()) {
      cells[counted[index] ?? 0] = amount(minor);
      if (habits.revised) cells[first + index * 2] = amount(row.approved[index] ?? 0);
    }
    if (totalAt !== null)
      cells[totalAt] = {
        formula: `SUM(${counted.map((index) => `${column(index)}${number}`).join(",")})`,
        format: moneyFormat,
      };
    cells[shareAt] = share(row.share, row);
    if (spentAt !== null) cells[spentAt] = money(row.spent);
    if (committedAt !== null) cells[committedAt] = money(row.committed);
    cells[after] = row.justification;
    cells[after + 1] = row.remark;
    return line(cells);
  };
  const sums = (from: number, to: number): Record<number, GeneratedCell> => {
    const of = (index: number): GeneratedCell => ({
      formula: `SUM(${column(index)}${from}:${column(index)}${to})`,
      format: moneyFormat,
    });
    const cells: Record<number, GeneratedCell> = {};
    for (let index = first; index < first + agencies.length * per; index += 1) cells[index] = of(index);
    if (totalAt !== null) {
      cells[totalAt] = of(totalAt);
      if (["percent-format", "fraction", "blanks"].includes(habits.shares))
        cells[shareAt] = {
          formula: `SUMPRODUCT(${column(totalAt)}${from}:${column(totalAt)}${to},${column(shareAt)}${from}:${column(shareAt)}${to})`,
          format: moneyFormat,
        };
    }
    if (spentAt !== null) cells[spentAt] = of(spentAt);
    if (committedAt !== null) cells[committedAt] = of(committedAt);
    return cells;
  };
  const sumRows: number[] = [];
  for (const outcome of plan.outcomes) {
    line({ 1: `${texts.outcome} ${outcome.code}:`, 2: outcome.title });
    for (const output of outcome.outputs) {
      const size = output.rows.length + habits.blankRows;
      const top = rows.length + 1;
      const inRow = habits.outputSums === "in-row";
      sumRows.push(inRow ? top : top + size + 1);
      line({
        1: `${texts.output} ${output.code}:`,
        2: output.title,
        ...(inRow ? sums(top + 1, top + size) : {}),
      });
      for (const row of output.rows)
        write(row, habits.codes === "bare" ? (row.code ?? "") : `${texts.activity} ${row.code}:`, row.title);
      for (let blank = 0; blank < habits.blankRows; blank += 1) {
        const code = `${output.code}.${output.rows.length + blank + 1}`;
        const number = rows.length + 1;
        const label = habits.codes === "bare" ? code : `${texts.activity} ${code}:`;
        line({
          1: label,
          ...(totalAt === null
            ? {}
            : {
                [totalAt]: {
                  formula: `SUM(${counted.map((index) => `${column(index)}${number}`).join(",")})`,
                },
              }),
        });
      }
      if (!inRow) line({ 2: texts.outputTotal, ...sums(top + 1, top + size) });
      line({});
    }
  }
  if (plan.additional.length > 0) {
    const top = rows.length + 1;
    for (const row of plan.additional) write(row, row.title, null);
    sumRows.push(rows.length + 1);
    line({ 2: texts.additionalTotal, ...sums(top, rows.length) });
  }
  if (habits.bottom) bottomOf();
  const sheets: GeneratedSheet[] = [{ name: texts.sheet, rows }];
  if (habits.table2) sheets.push({ name: texts.sheet2, rows: table2() });
  if (habits.extraSheets) {
    sheets.unshift({ name: "Instructions", rows: [["Please read"], ["1. Fill table 1", { value: 12 }]] });
    sheets.push({
      name: "Dropdowns",
      hidden: true,
      rows: [["UNDP"], ["UNICEF"], [{ value: 0.07, format: "0%" }]],
    });
  }
  return sheets;

  function bottomOf(): void {
    const headCells = (): Record<number, GeneratedCell> =>
      Object.fromEntries(
        counted.map((position, index) => [
          position,
          habits.head === "row-below" && !habits.revised
            ? (agencies[index] ?? "")
            : { formula: `${column(position)}${head}` },
        ]),
      );
    const end = shareAt - 1;
    const across = (row: number): Record<number, GeneratedCell> =>
      totalAt === null
        ? {}
        : {
            [end]: {
              formula: `SUM(${counted.map((index) => `${column(index)}${row}`).join(",")})`,
              format: moneyFormat,
            },
          };
    line({});
    line({ 2: texts.totals });
    line({ ...headCells(), ...(totalAt === null ? {} : { [end]: texts.totals }) });
    const sub = line({
      2: texts.subTotal,
      ...Object.fromEntries(
        counted.map((index) => [
          index,
          { formula: sumRows.map((row) => `${column(index)}${row}`).join("+"), format: moneyFormat },
        ]),
      ),
      ...across(rows.length + 1),
    });
    const indirect = line({
      2: texts.indirect,
      ...Object.fromEntries(
        counted.map((index) => [index, { formula: `${column(index)}${sub}*0.07`, format: moneyFormat }]),
      ),
      ...across(rows.length + 1),
    });
    const total = line({
      2: texts.total,
      ...Object.fromEntries(
        counted.map((index) => [
          index,
          { formula: `${column(index)}${sub}+${column(index)}${indirect}`, format: moneyFormat },
        ]),
      ),
      ...across(rows.length + 1),
    });
    line({});
    line({ 2: texts.tranches });
    line({
      ...headCells(),
      ...(totalAt === null ? {} : { [end]: "TOTAL" }),
      [shareAt]: texts.tranchePercent,
    });
    const from = rows.length + 1;
    for (const [index, percent] of habits.tranches.entries()) {
      const number = rows.length + 1;
      line({
        2: texts.tranche[index] ?? "",
        ...Object.fromEntries(
          counted.map((index) => [
            index,
            { formula: `${column(index)}$${total}*$${column(shareAt)}${number}`, format: moneyFormat },
          ]),
        ),
        ...across(number),
        [shareAt]: { value: percent / 100, format: "0%" },
      });
    }
    line({
      2: "TOTAL",
      ...Object.fromEntries(
        counted.map((index) => [
          index,
          { formula: `SUM(${column(index)}${from}:${column(index)}${rows.length})`, format: moneyFormat },
        ]),
      ),
    });
    line({});
    if (totalAt !== null && ["percent-format", "fraction", "blanks"].includes(habits.shares)) {
      line({
        2: texts.gewe,
        3: {
          formula: `(${sumRows.map((row) => `${column(shareAt)}${row}`).join("+")})*1.07`,
          format: moneyFormat,
        },
      });
      line({ 2: texts.geweShare, 3: { formula: `D${rows.length}/${column(end)}${total}`, format: "0.00%" } });
      line({ 2: texts.note });
    }
    if (spentAt !== null && totalAt !== null) {
      line({
        2: texts.expenditure,
        3: { formula: sumRows.map((row) => `${column(spentAt)}${row}`).join("+"), format: moneyFormat },
      });
      line({ 2: texts.delivery, 3: { formula: `D${rows.length}/${column(end)}${sub}`, format: "0.00%" } });
    }
  }

  function table2(): GeneratedCell[][] {
    const table: GeneratedCell[][] = [
      [null],
      [null, texts.annex],
      [null],
      [null, texts.table2],
      [null, null, null, ...agencies.map((name, index) => agencyHead(name, index)), texts.totals],
    ];
    if (habits.head === "row-below") table.push([null, null, null, ...agencies]);
    const block = (label: string, planned: readonly PlannedRow[]) => {
      table.push([null, label], [null, null, texts.outputFrom1]);
      const own = agencies.map((_, index) =>
        planned.reduce((all, { amounts }) => all + (amounts[index] ?? 0), 0),
      );
      const from = table.length + 1;
      for (const [index, category] of texts.categories.entries())
        table.push([
          null,
          null,
          category,
          ...own.map((whole) =>
            money(index === 0 ? whole - 6 * Math.trunc(whole / 7) : Math.trunc(whole / 7)),
          ),
        ]);
      table.push(
        [
          null,
          null,
          texts.total,
          ...own.map(
            (_, index): GeneratedCell => ({
              formula: `SUM(${column(3 + index)}${from}:${column(3 + index)}${from + 6})`,
            }),
          ),
        ],
        [null],
      );
    };
    for (const outcome of plan.outcomes)
      for (const output of outcome.outputs) block(`${texts.output} ${output.code}`, output.rows);
    if (plan.additional.length > 0) block(texts.additional, plan.additional);
    return table;
  }
}
