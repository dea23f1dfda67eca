/**
 * What the other packages of this repository share with the core. Nothing here is promised: names and behaviour change without notice, in
 * any release.
 *
 * @packageDocumentation
 */
export { problemsOf } from "../diagnostics/parse.ts";
export { groupBy } from "../values/group-by.ts";
export { stripAccents } from "../values/strip-accents.ts";
