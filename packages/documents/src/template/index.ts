import { ENGLISH_REPORT } from "./english.ts";
import { FRENCH_REPORT } from "./french.ts";
import type { Template } from "./grammar.ts";

/** The templates of the progress report that are read. */
export const REPORT_TEMPLATES: readonly Template[] = [FRENCH_REPORT, ENGLISH_REPORT];

export { ENGLISH_REPORT, FRENCH_REPORT };
