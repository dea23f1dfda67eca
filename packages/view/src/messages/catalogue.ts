import type { Language } from "@cadre/core";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { Messages, OverviewLabels, PortfolioLabels } from "./types.ts";

/** Every word that is printed beside the data, in both languages. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { en: en.english, fr: fr.french };
/** The texts of what is seen first, in each language. */
export const OVERVIEW_LABELS: Readonly<Record<Language, OverviewLabels>> = {
  en: en.overview,
  fr: fr.overview,
};
/** The texts of the portfolio's page, in each language. */
export const PORTFOLIO_LABELS: Readonly<Record<Language, PortfolioLabels>> = {
  en: en.portfolio,
  fr: fr.portfolio,
};
