import { parseFramework, type Reader, type Writer } from "@cadre/core";
import { MAX_TEXT_BYTES } from "@cadre/documents";
import { parseJson } from "./json.ts";

/** A framework document as it is: JSON. */
export const frameworkJsonReader: Reader = {
  format: "json",
  extensions: [".json"],
  recognises: (start) => /^\s*\{[\s\S]*"cadre\/framework"/.test(new TextDecoder().decode(start)),
  maxBytes: MAX_TEXT_BYTES,
  read: async (bytes) => {
    const json = parseJson(bytes);
    return json.ok ? parseFramework(json.value) : json;
  },
};

/** A framework document as it is. Nothing is lost. */
export const frameworkJsonWriter: Writer = {
  format: "json",
  extension: ".json",
  mediaType: "application/json",
  write: async (document) => ({
    bytes: new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`),
    findings: [],
  }),
};
