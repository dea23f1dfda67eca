import type { CalendarDate, Writer } from "@cadre/core";
import type { PastPoint } from "@cadre/core/indicators";
import type { OwnLanguage } from "@cadre/core/locale";

/** Options of the dashboard. */
interface Beside {
  /** Past values by indicator code. */
  series?: Readonly<Record<string, readonly PastPoint[]>>;
  asOf?: CalendarDate | undefined;
  /** Language of an agency's own that the page opens in. Default: the writer's. */
  own?: OwnLanguage | undefined;
}

/** Writes the dashboard as one file that opens from disk. It shows a document; it does not carry it whole, and is not read back. */
export const dashboardWriter = ({ series, asOf, own }: Beside = {}): Writer => ({
  format: "html",
  extension: ".html",
  mediaType: "text/html",
  write: async (document, { language, findings = [], profile }) => {
    // Loaded when it is asked for: no other command draws anything.
    const { dashboardHtml, dashboardModel } = await import("@cadre/view");
    const model = dashboardModel(document, { readerFindings: findings, series, asOf, profile });
    const page = dashboardHtml(model, { language: own ?? language });
    return { bytes: new TextEncoder().encode(page), findings: [] };
  },
});

/** The dashboard of a document alone. */
export const dashboardHtmlWriter: Writer = dashboardWriter();
