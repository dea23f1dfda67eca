import * as z from "zod";

/** One value as DHIS2 exports it. Values are text there, whatever their type. */
export const DataValue = z.object({
  /** Id or code of the data element: what was counted. */
  dataElement: z.string(),
  /** Falls back on the set's. */
  period: z.string().optional(),
  /** Id or code of the organisation unit: where. Falls back on the set's. */
  orgUnit: z.string().optional(),
  /** Id or code of the category option combination: of which group. Absent: DHIS2's `default`, the total. */
  categoryOptionCombo: z.string().optional(),
  /** Id or code of the attribute option combination, such as who reports. Falls back on the set's. */
  attributeOptionCombo: z.string().optional(),
  /** The value, in the element's unit. Absent where it was taken back. */
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** User name of who entered it. */
  storedBy: z.string().optional(),
  /** When it was entered first: ISO 8601. */
  created: z.string().optional(),
  /** When it was changed last: ISO 8601. */
  lastUpdated: z.string().optional(),
  /** A remark of who entered it. */
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
  /** Id or code of the data set: the form that was filled in. */
  dataSet: z.string().optional(),
  /** When the form was marked as complete: ISO 8601. */
  completeDate: z.string().optional(),
  /** Period of values that name none, as DHIS2 writes it: `202003`, `2020Q1`, `2020`. */
  period: z.string().optional(),
  /** Organisation unit of values that name none. */
  orgUnit: z.string().optional(),
  /** Attribute option combination of values that name none. */
  attributeOptionCombo: z.string().optional(),
  /** The values. */
  dataValues: z.array(DataValue),
});
/** A DHIS2 data value set in JSON. */
export type DataValueSet = z.infer<typeof DataValueSet>;
