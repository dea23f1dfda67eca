import type { DisplayLanguage, OwnLanguage } from "@cadre/core/locale";
import type { Portfolio, ProjectRow } from "@cadre/core/portfolio";
import { assetText } from "../assets/bundle.ts";
import { pagePolicy } from "../assets/policy.ts";
import { html, textOf, trusted } from "../markup/index.ts";
import { portfolioIn, tagOf } from "../messages/index.ts";
import { darkRules } from "../theme/index.ts";
import { portfolioBody } from "./body.ts";

/** How the page is made. */
export interface PortfolioPageOptions {
  /** Language of the page. */
  language: DisplayLanguage;
  /** The address of a project's own page; `null` where it has none. Default: none has. */
  href?: (row: ProjectRow) => string | null;
  /** Languages of an agency's own that the reader can choose beside English and French. Default: none. */
  languages?: readonly OwnLanguage[];
}

/**
 * A portfolio as a whole page: one sortable, filterable row a project, and comparisons by country, agency, focus area and year. It brings
 * style and program along and needs no network. Filters and order are in the address, so that a link leads back to them.
 */
export function portfolioHtml(portfolio: Portfolio, options: PortfolioPageOptions): string {
  const { language, href = () => null, languages = [] } = options;
  const page = html`<!doctype html>
<html lang="${tagOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${pagePolicy("portfolio.sha256", false)}"><title>${portfolioIn(language).title} · Cadre</title><style>${trusted(assetText("view.css"))}${trusted(assetText("page.css"))}${trusted(assetText("portfolio.css"))}${trusted(darkRules())}</style></head>
<body class="cadre dashboard">${portfolioBody(portfolio, language, href, languages)}
<script>${trusted(assetText("portfolio.js"))}</script></body></html>
`;
  return textOf(page);
}
