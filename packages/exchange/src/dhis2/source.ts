import type { ObservationSource } from "@cadre/core/observations";
import { axesNamed } from "../mapping/axes.ts";
import { rowsSource } from "../rows-source.ts";
import { type Dhis2ReadOptions, readDhis2 } from "./read.ts";

/** A DHIS2 data value set as a source of observations, as {@link readDhis2} reads it; values that became none are findings. */
export const dhis2Source = (text: string, options: Dhis2ReadOptions): ObservationSource =>
  rowsSource("dhis2", () => {
    const read = readDhis2(text, options);
    if (!read.ok) return read;
    const { dataElements, categoryOptionCombos } = options.mapping;
    const axes = axesNamed([
      ...Object.values(dataElements).map(({ categories }) => categories ?? {}),
      ...Object.values(categoryOptionCombos),
    ]);
    return { ...read, value: { rows: read.value.observations, unreadable: read.value.unreadable, axes } };
  });
