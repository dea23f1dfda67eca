import { z } from "zod";

/** A day as this made-up agency writes it: `15/01/2020`. */
const Day = z.string().regex(/^\d{2}\/\d{2}\/\d{4}$/);

/** A value: a number, a word for what is still to be determined, or nothing. */
const Chiffre = z.union([z.number(), z.literal("à déterminer"), z.null()]);

const Indicateur = z.object({
  numero: z.string(),
  libelle: z.string(),
  base: Chiffre,
  cible: Chiffre,
  atteint: Chiffre,
});

/** What the agency “Horizon” exports. The agency and its format are made up: this is the shape that your own takes the place of. */
export const Horizon = z.object({
  format: z.literal("horizon/1"),
  projet: z.object({
    titre: z.string(),
    pays: z.string(),
    debut: Day.nullable(),
    fin: Day.nullable(),
    agences: z.array(z.object({ nom: z.string(), cheffe: z.boolean(), budget: z.number().nullable() })),
  }),
  resultats: z.array(
    z.object({
      numero: z.string(),
      libelle: z.string(),
      indicateurs: z.array(Indicateur),
      produits: z.array(
        z.object({ numero: z.string(), libelle: z.string(), indicateurs: z.array(Indicateur) }),
      ),
    }),
  ),
  releves: z
    .array(
      z.object({
        indicateur: z.string(),
        trimestre: z.string(),
        sexe: z.enum(["F", "H", "?"]),
        valeur: z.number().nullable(),
        saisi_le: Day,
      }),
    )
    .default([]),
});
export type Horizon = z.infer<typeof Horizon>;
export type Chiffre = z.infer<typeof Chiffre>;
export type Indicateur = z.infer<typeof Indicateur>;

/** `15/01/2020` → `2020-01-15`. */
export const isoOf = (day: string): string => day.split("/").reverse().join("-");
/** `2020-01-15` → `15/01/2020`. */
export const dayOf = (date: string): string => date.split("-").reverse().join("/");

export const MAX_BYTES = 10_000_000;
