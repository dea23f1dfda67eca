import type { DisplayLanguage } from "@cadre/core/locale";
import { assetText } from "../assets/bundle.ts";
import { pagePolicy } from "../assets/policy.ts";
import { html, jsonForScript, textOf, trusted } from "../markup/index.ts";
import { messagesIn, tagOf } from "../messages/index.ts";
import { darkRules } from "../theme/index.ts";
import { dashboardBody } from "./body.ts";
import { emptyIndex, NO_FILTERS } from "./filters.ts";
import type { DashboardModel } from "./model.ts";

/** How the page is made. */
export interface PageOptions {
  /** The language that it opens in; the reader can change it. */
  language: DisplayLanguage;
  /**
   * Where the page fetches its model from, as JSON of the very same shape. Without it the page carries the model and needs no network:
   * a file that opens from disk. With it the first rows are still drawn into the page, so that there is something to see at once.
   */
  dataUrl?: string | undefined;
  /**
   * Where server-sent events named `version` report each change of what `dataUrl` gives, the present version first: the page fetches it again
   * then and redraws it in place, keeping filters, focus and open rows. Only beside `dataUrl`.
   */
  changesUrl?: string | undefined;
  /** Version of the model that the page is made of, as in `changesUrl` and the `ETag` of `dataUrl`. */
  version?: string | undefined;
}

/**
 * The dashboard of one project as a whole page: a pure function of its data. It brings style and program along and asks no other address
 * for anything, but for its model where `dataUrl` says so.
 */
export function dashboardHtml(model: DashboardModel, options: PageOptions): string {
  const { language, dataUrl, changesUrl, version } = options;
  const { dashboard } = messagesIn(language);
  const { title, country } = model.project;
  const name = [title ?? dashboard.title, country].filter((part) => part !== null).join(" · ");
  const body = dashboardBody(model, language, NO_FILTERS, emptyIndex());
  const page = html`<!doctype html>
<html lang="${tagOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${pagePolicy("client.sha256", dataUrl !== undefined)}"><title>${name}</title><style>${trusted(assetText("view.css"))}${trusted(assetText("page.css"))}${trusted(darkRules())}</style></head>
<body class="cadre dashboard"${dataUrl !== undefined && html` data-url="${dataUrl}"`}${dataUrl !== undefined && changesUrl !== undefined && html` data-changes="${changesUrl}"`}${version !== undefined && html` data-version="${version}"`}><div id="app">${body}</div>
<script type="application/json" id="data">${dataUrl === undefined ? jsonForScript(model) : "null"}</script>
<script>${trusted(assetText("client.js"))}</script></body></html>
`;
  return textOf(page);
}
