export type { DecoderLimits } from "../columnar/messages.ts";
export { type ArrowInput, arrowSource } from "./source.ts";
export { observationsArrow } from "./write.ts";
