import { z } from "zod";

/** Where something stands: a path in the framework's own terms and, in a document, the line (from 1). */
export const Place = z
  .object({
    /** `indicators/2.1.1/target`, `outcomes/1/rating`, `narrative/overall-status`, `project/startDate`. */
    path: z.string(),
    line: z.int().positive().optional(),
  })
  .meta({ id: "Place" });
export type Place = z.infer<typeof Place>;

/** A place in one line: `indicators/2.1.1/target (line 431)`. */
export function showPlace(place: Place): string {
  return place.line === undefined ? place.path : `${place.path} (line ${place.line})`;
}

/** Text that was read somewhere, quoted as it stands. */
export const Evidence = z.object({ where: Place, quote: z.string() }).meta({ id: "Evidence" });
export type Evidence = z.infer<typeof Evidence>;
