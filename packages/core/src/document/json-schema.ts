import * as z from "zod";
import { FrameworkDocument } from "./document.ts";

/** The JSON Schema (draft 2020-12) of the framework document, generated from the one schema. */
export function frameworkJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(FrameworkDocument, { target: "draft-2020-12", io: "input" }) as Record<
    string,
    unknown
  >;
}
