import { plainTerm } from "../cells/index.ts";

/** Agencies that receive the fund's money, by their acronyms: English and French acronyms and names, as they are compared. */
const AGENCIES: Readonly<Record<string, readonly string[]>> = {
  UNDP: [
    "undp",
    "pnud",
    "united nations development programme",
    "programme des nations unies pour le developpement",
  ],
  UNICEF: ["unicef", "united nations childrens fund", "fonds des nations unies pour l enfance"],
  UNFPA: ["unfpa", "fnuap", "united nations population fund", "fonds des nations unies pour la population"],
  WFP: ["wfp", "pam", "world food programme", "programme alimentaire mondial"],
  FAO: [
    "fao",
    "food and agriculture organization",
    "food and agriculture organization of the united nations",
    "organisation des nations unies pour l alimentation et l agriculture",
  ],
  IOM: [
    "iom",
    "oim",
    "international organization for migration",
    "organisation internationale pour les migrations",
  ],
  UNHCR: [
    "unhcr",
    "hcr",
    "united nations high commissioner for refugees",
    "haut commissariat des nations unies pour les refugies",
  ],
  OHCHR: [
    "ohchr",
    "hcdh",
    "office of the high commissioner for human rights",
    "haut commissariat des nations unies aux droits de l homme",
  ],
  "UN Women": [
    "un women",
    "unwomen",
    "onu femmes",
    "onufemmes",
    "united nations entity for gender equality and the empowerment of women",
  ],
  UNESCO: ["unesco", "united nations educational scientific and cultural organization"],
  UNODC: ["unodc", "onudc", "united nations office on drugs and crime"],
  UNOPS: ["unops", "united nations office for project services"],
  "UN-Habitat": ["un habitat", "onu habitat", "united nations human settlements programme"],
  UNIDO: ["unido", "onudi", "united nations industrial development organization"],
  ILO: ["ilo", "oit", "bit", "international labour organization", "organisation internationale du travail"],
  WHO: ["who", "oms", "world health organization", "organisation mondiale de la sante"],
  UNEP: ["unep", "pnue", "united nations environment programme"],
  IFAD: ["ifad", "fida", "international fund for agricultural development"],
  UNCDF: ["uncdf", "fenu", "united nations capital development fund"],
  ITC: ["itc", "cci", "international trade centre"],
  UNV: ["unv", "vnu", "united nations volunteers"],
};
const BY_NAME = new Map(
  Object.entries(AGENCIES).flatMap(([acronym, names]) => names.map((name) => [name, acronym] as const)),
);

const keyOf = (text: string) =>
  plainTerm(text)
    .replace(/'s\b/g, "s")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^(?:the|l|le|la|ngo|ingo|ong|cso|osc) /, "")
    .trim();

/** The acronym of a known agency that a text is, in either language; `null` for any other. */
export const knownAgency = (text: string): string | null => BY_NAME.get(keyOf(text)) ?? null;

/** An agency's name with what is written around it. */
export interface NamedAgency {
  name: string;
  kind?: "RUNO" | "NUNO";
  convening: boolean;
}

const CONVENING =
  /(?:\s+[–—-]\s+|\s*[,;:]\s*|\s*)[([]?\s*(?:the )?(?:convening(?: agency| organi[sz]ation)?|lead(?:ing)? (?:agency|organi[sz]ation)|lead|agence coordinatrice|agence coordonnatrice|agence chef de file|chef de file|coordinating agency)\s*[)\]]?/i;
const KIND = /(?:^|[\s([,–-])(RUNO|NUNO)s?(?=$|[\s)\]:,–-])/i;
/** A type of organisation behind a name: `Search for Common Ground, CSO`. */
const TYPE =
  /\s*[,(–-]\s*(?:UN(?: agency| organi[sz]ation)?|ONU|CSO|OSC|NGO|INGO|ONG|ONGI|international NGO|national NGO|ONG internationale|ONG nationale)\s*\)?$/i;

/** A type of organisation before a name: `UN: UNFPA`, `ONG – Karkara`. */
const TYPE_BEFORE =
  /^(?:UN(?: agency| entity| organi[sz]ation)?|ONU|CSO|OSC|NGO|INGO|ONG|ONGI|Agence (?:de l['’])?ONU|Organisation ONU)\s*(?::|[–—]|-(?=\s))\s*(?=\S)/i;

/** Takes kind and role off an agency's name: `RUNO UNDP (Convening Agency)`, `ONG Karkara (NUNO)`, `UNDP – Lead agency`. */
export function namedAgency(text: string): NamedAgency {
  let name = text.trim();
  const convening = CONVENING.test(name);
  if (convening) name = name.replace(CONVENING, " ");
  const kind = KIND.exec(name)?.[1]?.toUpperCase() as "RUNO" | "NUNO" | undefined;
  if (kind !== undefined)
    name = name
      .replace(/[\s,–-]*\(\s*[RN]UNOs?\s*\)/i, "")
      .replace(/^\s*[RN]UNOs?\s*[:–-]?\s*/i, "")
      .replace(/[\s,–-]+[RN]UNOs?\s*$/i, "");
  name = name
    .replace(TYPE, "")
    .replace(/^[·•▪*–-] /, "")
    .replace(TYPE_BEFORE, "");
  name = name
    .replace(/^[·•▪*–-] /, "")
    .replace(/^\d{1,2}[.)]\s+/, "")
    .replace(/[\s:;.,]+$/, "")
    .replace(/\s+/g, " ")
    .replace(/\(\s*\)/g, "")
    .trim();
  return { name, convening, ...(kind !== undefined && { kind }) };
}

const initials = (name: string) =>
  keyOf(name)
    .split(" ")
    .map((word) => word[0] ?? "")
    .join("");

/** Whether two names are one agency's: the same but for case, an acronym here and the full name there, in either language. */
export function isSameAgency(one: string, other: string): boolean {
  const forms = (name: string): string[] => {
    const [, whole = name, inside] = /^([^(]+)\(([^)]+)\)\s*$/.exec(name) ?? [];
    // Both languages: `UN Women – ONU Femmes`.
    const sides = name.split(/\s+[–—-]\s+|\s*\/\s*/);
    const known = sides.map(knownAgency);
    const same = sides.length > 1 && known[0] !== null && known.every((each) => each === known[0]);
    return [name, whole, ...(inside === undefined ? [] : [inside]), ...(same ? sides : [])];
  };
  return forms(one).some((a) =>
    forms(other).some((b) => {
      if (keyOf(a) === keyOf(b)) return true;
      const known = knownAgency(a);
      if (known !== null && known === knownAgency(b)) return true;
      const [short, long] = a.length < b.length ? [a, b] : [b, a];
      return /^\p{Lu}{3,8}$/u.test(short.trim()) && initials(long) === short.trim().toLowerCase();
    }),
  );
}

/** The agencies that a line lists: one, or several between semicolons, or commas where each is a known one. */
export function agenciesIn(line: string): NamedAgency[] {
  const isListed = (part: string) => KIND.test(part) || knownAgency(namedAgency(part).name) !== null;
  const cut = line.split(/\s*;\s*/).filter((piece) => piece.trim() !== "");
  const pieces = cut.length > 1 && cut.some(isListed) ? cut : [line];
  return pieces.flatMap((piece) => {
    const parts = piece.split(/\s*(?:,|\/| and | et | & )\s*/).filter((part) => part.trim() !== "");
    const listed = parts.length > 1 && parts.every(isListed);
    return (listed ? parts : [piece]).map(namedAgency);
  });
}
