import * as z from "zod";

/**
 * A code that an agency adds to the fund's own, in a name space of its own: `river:elections`. The fund's codes have no colon, so that the two
 * are never taken for one another.
 */
export type OwnCode = `${string}:${string}`;

const FORM = /^[a-z][a-z0-9-]{0,29}:[a-z][a-z0-9-]{0,59}$/;

/** Whether a code is an agency's own. */
export const isOwnCode = (code: string): code is OwnCode => FORM.test(code);

/** Schema of {@link OwnCode}. */
export const OwnCode = z
  .string()
  .regex(FORM, { error: "an agency's own code such as river:elections" }) as unknown as z.ZodType<
  OwnCode,
  OwnCode
>;
