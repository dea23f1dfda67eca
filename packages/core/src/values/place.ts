import * as z from "zod";

/** A place where things are observed. Places form a tree: what is reported of a parent is the total of the places below it. */
export const Place = z
  .object({
    /** Names the place in observations. */
    id: z.string().min(1),
    /** Its name. Default: `id`. */
    name: z.string().optional(),
    /** The place that it is part of. Default: the whole area. */
    parent: z.string().optional(),
    /** Its code in a gazetteer, such as a P-code. */
    code: z.string().optional(),
  })
  .meta({ id: "Place", description: "A place in the tree of places" });
export type Place = z.infer<typeof Place>;
