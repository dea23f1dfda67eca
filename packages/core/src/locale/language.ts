import * as z from "zod";

/** The two languages that the fund's reports are written in. */
export const Language = z.enum(["en", "fr"]);
export type Language = z.infer<typeof Language>;

/** One text in both languages. Messages are data: nothing has to be looked up to show one. */
export const Bilingual = z.object({
  /** The English text. */
  en: z.string(),
  /** The French text. */
  fr: z.string(),
});
export type Bilingual = z.infer<typeof Bilingual>;
