import type { Writer } from "@cadre/core";

/** The dashboard as one file that opens from disk. It shows a document; it does not carry it whole, and is not read back. */
export const dashboardHtmlWriter: Writer = {
  format: "html",
  extension: ".html",
  mediaType: "text/html",
  write: async (document, { language, findings = [] }) => {
    // Loaded when it is asked for: no other command draws anything.
    const { dashboardHtml, dashboardModel } = await import("@cadre/view");
    const page = dashboardHtml(dashboardModel(document, { readerFindings: findings }), { language });
    return { bytes: new TextEncoder().encode(page), findings: [] };
  },
};
