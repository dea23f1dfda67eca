import type { CostPurpose, ExpenseCategory } from "@cadre/core";

/**
 * How annex D names its columns and rows, in English and French, as the fund has issued it since 2018 and as agencies change it. Patterns
 * are matched against normalised text (lower case, without accents).
 */
export type ColumnRole =
  | "code"
  | "title"
  | "agency"
  | "total"
  | "gewe"
  | "geweAmount"
  | "spent"
  | "committed"
  | "delivery"
  | "balance"
  | "justification"
  | "remark"
  | "category"
  | "other";

const GENDER = /gender|genre|\bgewe\b|\begeaf\b|\beges\b|\begef\b|egalite des sexes|\bwomen\b|\bfemmes\b/;
const PERCENT = /%|per ?cent|pour ?cent|\bpart\b|share|proportion/;
const EXPENDITURE = /expend|depens|\bspent\b|disburs|decaiss|consomm|utilis/;
const COMMITMENT = /commit|engage/;

/** What a column holds, by its head. `null`: the head names none of the columns of the form, so it may name an agency. */
export function roleOf(head: string): ColumnRole | null {
  // Agencies may be called what columns are called.
  const text = head.replace(/\b(?:un|onu)[ -]?(?:women|femmes)\b/g, "");
  const main = text.split("(")[0]?.trim() ?? "";
  if (main === "" && text === "") return null;
  if (/^(?:any\b|remark|remarque|notes?\b|comment|observation|autres? remarque)/.test(main)) return "remark";
  if (/justif/.test(main)) return "justification";
  if (GENDER.test(text) && !/^recipient|^organi[sz]ation|^agence/.test(main)) {
    if (PERCENT.test(main) || !/montant|amount|\$|usd/.test(main)) return "gewe";
    return "geweAmount";
  }
  if (
    /^%.*(?:spent|depens|deliver|execut)|delivery|taux d.execution|burn|^% ?(?:of )?(?:expend|depens)/.test(
      main,
    )
  )
    return "delivery";
  if (/balance|\bsolde\b|remaining|\breste\b|disponible|available/.test(main)) return "balance";
  if (EXPENDITURE.test(main)) return "spent";
  if (COMMITMENT.test(main)) return "committed";
  if (/variation|difference|\becart\b|\bchanges?\b|augmentation|increase|decrease/.test(main)) return "other";
  if (/unit|quantit|\bqty\b|frequen|nombre de jours|number of/.test(main)) return "other";
  if (/^(?:grand )?totals?\b|^totaux\b|\btotal\b.*(?:usd|budget)|^budget total|^montant total/.test(main))
    return "total";
  if (
    /description|formulation|intitule|libelle|statement|^activit(?:y|ies|es?) ?(?:title|name|$)|^titre|^title/.test(
      main,
    )
  )
    return "title";
  if (
    /outcome ?\/|resultat ?\/|nombre de resultat|^numero|^number|^code|^n[o°.]+$|^ref|^#$|(?:outcome|output|resultat|produit).*(?:number|numero)|activit(?:y|e).*(?:number|code|no)/.test(
      main,
    )
  )
    return "code";
  if (/categor/.test(main)) return "category";
  if (
    /^(?:agenc(?:y|e)|organi[sz]ation|recipient organi[sz]ation|organisation recipiendaire|agence recipiendaire|runo)s?$/.test(
      main,
    )
  )
    return "agency";
  return null;
}

/** The version of an amount, where a revision is beside the approved budget. */
export function versionOf(head: string): "approved" | "revised" | null {
  if (/revis|amend|\bnce\b|nouveau budget|new budget|\bmodifie/.test(head)) return "revised";
  return /original|initial|approved|approuve|d'origine/.test(head) ? "approved" : null;
}

/** What a head has beside the name of its agency. Matched against the head as written. */
const BESIDE_NAME: readonly RegExp[] = [
  /budget\s+(?:by|per|par)\s+(?:recipient|organisation|organization|agence)[^-–—:]*/gi,
  /(?:recipient|beneficiary)\s+(?:UN\s+)?(?:organi[sz]ation|agency)s?\s*(?:n[o°.]*\s*)?\d*/gi,
  /(?:organisation|agence)s?\s+r[ée]cipi[a-zé]*\s*(?:n[o°.]*\s*)?\d*/gi,
  /\b(?:original|initial|approved|revised|current|proposed)\s+(?:budget|amount)\b/gi,
  /\bbudget\s+(?:original|initial|approuv[ée]|r[ée]vis[ée]|actuel|propos[ée])/gi,
  /\b(?:original|revised|initial|r[ée]vis[ée]|NCE|approuv[ée]|approved)\b/gi,
  /\(\s*(?:budget\s+)?(?:in|en)?\s*(?:USD|US\$|EUR|XOF|XAF|FCFA|\$|€)\s*\)/gi,
  /\bbudget\b/gi,
  /\b(?:in|en)\s+(?:USD|US\$|EUR|XOF|XAF|F?CFA|\$|€|dollars?)(?![a-z])/gi,
  /(?:^|\s)(?:USD|US\$|EUR|XOF|XAF|FCFA)(?=\s|$|[):;,])/g,
  /\b(?:RUNO|NUNO)s?\b/g,
  /\btype\s*:\s*(?:UN|ONG|NGO|CSO|OSC)\b/gi,
  /\b(?:name|nom)\s*:/gi,
  /\(\s*(?:UN agency|agence (?:de l')?ONU|NGO|ONG|CSO|OSC|UN)?\s*[,;]?\s*\)/gi,
];

/** The name of the agency in a head: `Recipient Organization 1 Budget: UNDP`, `UNDP (XOF)`, `Organisation 2 (ONU Femmes)`. */
export function agencyIn(head: string): string {
  let name = head.replace(/[\s\u00a0]+/g, " ");
  for (const pattern of BESIDE_NAME) name = name.replace(pattern, " ");
  name = name
    .replace(/\(\s*\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s:;,.\-–—/]+|[\s:;,\-–—/]+$/g, "");
  const bracketed = /^\(([^()]+)\)$/.exec(name);
  return (bracketed?.[1] ?? name).trim();
}

/** Whether a head speaks of a recipient organisation, with or without its name. */
export const namesRecipient = (head: string): boolean =>
  /recipient|recipi[a-z]*diaire|\bagenc(?:y|e)\b|\borgani[sz]ation\b|\bruno\b|\bnuno\b/.test(head);

/** Currencies by how people write them. */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/\bxof\b|\bf ?cfa\b|francs? cfa|\bcfa\b/, "XOF"],
  [/\bxaf\b/, "XAF"],
  [/\beur\b|\beuros?\b|€/, "EUR"],
  [/\bgbp\b|£/, "GBP"],
  [/\bchf\b/, "CHF"],
  [/\busd\b|us\$|us dollars?|dollars? (?:us|americains?|des etats-unis)|\$/, "USD"],
  [/\bcdf\b/, "CDF"],
  [/\bgnf\b/, "GNF"],
  [/\bmga\b/, "MGA"],
  [/\bngn\b/, "NGN"],
  [/\bkes\b/, "KES"],
  [/\bcop\b/, "COP"],
];

/** The currency that a normalised text names; `null`: none, or several. */
export function currencyNamed(text: string): string | null {
  const found = new Set(CURRENCIES.filter(([pattern]) => pattern.test(text)).map(([, code]) => code));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** `Exchange rate: 1 USD = 600 XOF`, on normalised text. */
export function exchangeRate(text: string): { from: string; to: string; rate: number } | null {
  const match =
    /\b1 ?([a-z]{3}|\$|€) ?[=:] ?(\d+(?:[ .,]\d{3})*(?:[.,]\d+)?) ?([a-z]{3,4}|\$|€)(?![a-z])/.exec(text);
  if (match === null) return null;
  const [from, to] = [currencyNamed(match[1] ?? ""), currencyNamed(match[3] ?? "")];
  const rate = Number((match[2] ?? "").replace(/ /g, "").replace(",", "."));
  return from === null || to === null || !Number.isFinite(rate) || rate <= 0 ? null : { from, to, rate };
}

/** What an additional cost is for, by its label. */
export function purposeOf(label: string): CostPurpose | null {
  if (/\baudit/.test(label)) return "audit";
  if (/monitoring|\bsuivi\b|m ?& ?e\b|s ?& ?e\b/.test(label)) return "monitoring";
  if (/evaluation/.test(label)) return "evaluation";
  if (/personnel|\bstaff|salaires?|salar(?:y|ies)|ressources humaines|human resources/.test(label))
    return "personnel";
  if (/operation|operating|fonctionnement|logisti|equipement de bureau|office costs/.test(label))
    return "operations";
  return null;
}

export const ROWS = {
  outcome: /^(?:outcome|resultat|effet)\s*(\d{1,3})\b/,
  output: /^(?:output|produit)\s*(\d{1,3}\.\d{1,3})\b/,
  /** `Activity 1.1.1a:`, `1.1.1.2`, also with its title behind. */
  activity:
    /^(?:(?:sub-?|sous-?)?(?:activity|activite|act)\.?\s*(?:n[o°]\.?\s*)?)?(\d{1,3}(?:\.\d{1,3}){2,3} ?[a-z]?)(?![\d.]*\d|[a-z])/,
  bareOutput: /^(\d{1,3}\.\d{1,3})\s*[:.]?$/,
  bareOutcome: /^(\d{1,2})\s*[:.]?$/,
  activityLabel: /^(?:sub-?|sous-?)?(?:activity|activite)\b/,
  total: /\b(?:sous-? ?|sub-? ?)?totals?\b|\btotaux\b|^sum\b|^somme\b/,
  projectTotal:
    /sub-? ?total project|sous-? ?total (?:du )?(?:budget|projet)|^totals?$|^totaux$|^grand total|total (?:project|du projet|general)/,
  indirect:
    /indirect|general management support|\bgms\b|frais generaux de gestion|couts? d'appui|support costs?/,
  tranche:
    /^(?:(first|premier(?:e)?|1(?:st|ere?)?)|(second|seconde?|deuxieme|2(?:nd|eme|e)?)|(third|troisieme|3(?:rd|eme|e)?)|(fourth|quatrieme|4(?:th|eme|e)?)) tranche|^tranche (\d)\b/,
  trancheTable: /tranche/,
  summary:
    /^[$%€]|toward|alloue|^total expenditure|^depenses? totales?|^expenditure|^delivery|^taux d|^balance|^solde|exchange rate|taux de change|montant en/,
  note: /^(?:notes?|nb|n\.b|instructions?|remarque)\b/,
  additional: /^(?:additional|couts? supplementaires?|couts? additionnels?|autres couts?|other costs?)/,
} as const;

/** The categories of table 2. */
export const CATEGORY_ROWS: readonly (readonly [RegExp, ExpenseCategory])[] = [
  [/^(?:1[.)]? ?)?(?:staff|personnel)/, "staff"],
  [/^(?:2[.)]? ?)?(?:suppl|fourniture)/, "supplies"],
  [/^(?:3[.)]? ?)?(?:equip|equipement)/, "equipment"],
  [/^(?:4[.)]? ?)?(?:contract|services contract)/, "contractual-services"],
  [/^(?:5[.)]? ?)?(?:travel|frais de deplacement|voyage|deplacement)/, "travel"],
  [/^(?:6[.)]? ?)?(?:transfer|transfert)/, "transfers-and-grants"],
  [
    /^(?:7[.)]? ?)?(?:general operating|frais generaux|couts? de fonctionnement|operating)/,
    "general-operating",
  ],
  [/^(?:8[.)]? ?)?(?:indirect|couts? indirect|cout d'appui)/, "indirect-support"],
];
export const categoryOf = (label: string): ExpenseCategory | null =>
  CATEGORY_ROWS.find(([pattern]) => pattern.test(label))?.[1] ?? null;
