import type { ObservationSource } from "@cadre/core/observations";
import { rowsSource } from "../../rows-source.ts";
import { type ChoiceOptions, chooseActivity } from "../choose.ts";
import { type IatiObservationOptions, observationsOf } from "./read.ts";

/** Which activity's actuals are read, and how. */
export type IatiSourceOptions = IatiObservationOptions & Pick<ChoiceOptions, "identifier" | "onBytes">;

/**
 * The actuals of one activity of an IATI file as a source of observations, as {@link observationsOf} reads them. Its axes are what the actuals
 * name as dimensions; IATI does not say which of them are partitions.
 */
export function iatiSource(
  source: AsyncIterable<Uint8Array | string>,
  { periods, ...choice }: IatiSourceOptions = {},
): ObservationSource {
  return {
    format: "iati",
    open: async (pull = {}) => {
      const chosen = await chooseActivity(source, { ...choice, ...(pull.signal && { signal: pull.signal }) });
      if (!chosen.ok) return chosen;
      const { findings, ...read } = observationsOf(chosen.value, { ...(periods && { periods }) });
      const rows = rowsSource("iati", () => ({ ok: true, value: { ...read, unreadable: [] }, findings }));
      return rows.open(pull);
    },
  };
}
