import type { Language, Money, ReportedValue } from "@cadre/core";
import { ENGLISH_HABIT, NO_HABIT, readAmount, readDate, readValue } from "../cells/index.ts";

/** Reads a cell of the framework; `indicator`: its text. */
export const readCell = (text: string, language: Language, indicator: string): ReportedValue =>
  readValue(text, { habit: language === "en" ? ENGLISH_HABIT : NO_HABIT, indicator }).reported;

/** Reads a date of the cover page; `null` where the text is none. */
export const dateIn = (text: string): string | null => readDate(text);

/** Reads an amount of money; `null` where the text is none. */
export const amountIn = (text: string): Money | null => readAmount(text, ENGLISH_HABIT)?.amount ?? null;
