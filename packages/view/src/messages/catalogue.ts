import { catalogue } from "@cadre/core/locale";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { ChartMessages, Messages, PortfolioMessages } from "./types.ts";

/** Every word that is printed beside the data, by language. */
export const messagesIn = catalogue<Messages>("view", { en: en.english, fr: fr.french });
/** The texts that charts alone print, by language. */
export const chartsIn = /* @__PURE__ */ catalogue<ChartMessages>("charts", { en: en.charts, fr: fr.charts });
/** The texts of the portfolio's page, by language. */
export const portfolioIn = /* @__PURE__ */ catalogue<PortfolioMessages>("portfolio", {
  en: en.portfolio,
  fr: fr.portfolio,
});
