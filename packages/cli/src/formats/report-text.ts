import type { Reader } from "@cadre/core";
import { MAX_TEXT_BYTES, readReport } from "@cadre/documents";

/** A progress report as text. */
export const reportTextReader: Reader = {
  format: "text",
  extensions: [".txt"],
  maxBytes: MAX_TEXT_BYTES,
  read: async (bytes) => readReport(bytes),
};
