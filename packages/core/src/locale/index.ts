export { Bilingual, Language } from "./language.ts";
