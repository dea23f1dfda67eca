import type { Language, Money, ReportedValue } from "@cadre/core";
import { readDate } from "../cells/date.ts";
import { readMoney } from "../cells/money.ts";
import { readFigure } from "../cells/reported-value.ts";
import { ENGLISH_REPORT, FRENCH_REPORT } from "../template/index.ts";

/** Reads a cell of the framework; `indicator`: its text. */
export const readCell = (text: string, language: Language, _indicator: string): ReportedValue =>
  readFigure(text, (language === "fr" ? FRENCH_REPORT : ENGLISH_REPORT).cells).figure;

/** Reads a date of the cover page; `null` where the text is none. */
export const dateIn = (text: string, language: Language): string | null => readDate(text, language);

/** Reads an amount of money; `null` where the text is none. */
export const amountIn = (text: string): Money | null => readMoney(text, ",");
