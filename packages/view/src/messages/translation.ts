import { translationOf } from "@cadre/core/locale";
import type { ChartMessages, Messages, PortfolioMessages } from "./types.ts";

/** A translation of what tables and the dashboard print beside the data, and charts too. */
export const viewMessages = /* @__PURE__ */ translationOf<Messages>();
/** A translation of what only charts print. */
export const chartMessages = /* @__PURE__ */ translationOf<ChartMessages>();
/** A translation of what only the page of a portfolio prints. */
export const portfolioMessages = /* @__PURE__ */ translationOf<PortfolioMessages>();
