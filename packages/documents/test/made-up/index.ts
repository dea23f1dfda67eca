import { ENGLISH_2018 } from "./english-2018.ts";
import { ENGLISH_2019 } from "./english-2019.ts";
import { ENGLISH_2021 } from "./english-2021.ts";
import { FRENCH_2022 } from "./french-2022.ts";
import { FRENCH_WORDS } from "./french-words.ts";

export { formDocx, formText, type MadeUpReport } from "./form.ts";

/** For tests: made-up reports in wordings and habits that differ from the examples'. */
export const MADE_UP_REPORTS = [ENGLISH_2018, FRENCH_2022, ENGLISH_2021, ENGLISH_2019, FRENCH_WORDS];
