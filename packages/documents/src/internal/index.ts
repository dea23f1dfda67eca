/**
 * What the other packages of this repository share with the readers of documents. Nothing here is promised: names and behaviour change
 * without notice, in any release.
 *
 * @packageDocumentation
 */

export { decodeText } from "../input/decode.ts";
export { FILE_NOT_READABLE, fileNotReadable, readFileBytes } from "../open.ts";
