export { checkAnnex } from "./check-annex.ts";
