import * as z from "zod";

/** One value as DHIS2 exports it. Values are text there, whatever their type. */
export const DataValue = z.object({
  dataElement: z.string(),
  /** Falls back on the set's. */
  period: z.string().optional(),
  orgUnit: z.string().optional(),
  categoryOptionCombo: z.string().optional(),
  attributeOptionCombo: z.string().optional(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  storedBy: z.string().optional(),
  created: z.string().optional(),
  lastUpdated: z.string().optional(),
  comment: z.string().optional(),
  /** Marked in DHIS2 for somebody to look at again. */
  followup: z.boolean().optional(),
  /** Taken back. */
  deleted: z.boolean().optional(),
});
/** One value as DHIS2 exports it. */
export type DataValue = z.infer<typeof DataValue>;

/** A DHIS2 data value set in JSON (Web API, `dataValueSets`). */
export const DataValueSet = z.object({
  dataSet: z.string().optional(),
  completeDate: z.string().optional(),
  period: z.string().optional(),
  orgUnit: z.string().optional(),
  attributeOptionCombo: z.string().optional(),
  dataValues: z.array(DataValue),
});
/** A DHIS2 data value set in JSON. */
export type DataValueSet = z.infer<typeof DataValueSet>;
