import { type FrameworkDocument, parseFramework, type Reader, type Result, type Writer } from "@cadre/core";
import { parseFrameworkInput } from "@cadre/core/create";
import { MAX_TEXT_BYTES } from "@cadre/documents";
import { parseJson } from "./json.ts";

/** Whether JSON is what `createFramework` takes, as people write it by hand, and no whole document. */
const isInput = (json: unknown): boolean =>
  typeof json === "object" && json !== null && !("format" in json || "project" in json) && "outcomes" in json;

/** Validates parsed JSON: a framework document, or what `createFramework` makes one of. */
export const parseFrameworkJson = (json: unknown): Result<FrameworkDocument> =>
  isInput(json) ? parseFrameworkInput(json) : parseFramework(json);

/** A framework document as it is, or what `createFramework` makes one of: JSON. */
export const frameworkJsonReader: Reader = {
  format: "json",
  extensions: [".json"],
  recognises: (start) => /^\s*\{[\s\S]*"cadre\/framework"/.test(new TextDecoder().decode(start)),
  maxBytes: MAX_TEXT_BYTES,
  read: async (bytes) => {
    const json = parseJson(bytes);
    return json.ok ? parseFrameworkJson(json.value) : json;
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
