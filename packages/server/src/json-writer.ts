import type { Writer } from "@cadre/core";

/** A framework document as it is. */
export const frameworkJson: Writer = {
  format: "json",
  extension: ".json",
  mediaType: "application/json",
  write: async (document) => ({
    bytes: new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`),
    findings: [],
  }),
};
