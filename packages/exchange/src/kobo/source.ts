import type { ObservationSource } from "@cadre/core/observations";
import { axesNamed } from "../mapping/axes.ts";
import { rowsSource } from "../rows-source.ts";
import { type KoboOptions, readKobo } from "./read.ts";

/**
 * Submissions of a KoboToolbox form as a source of observations, as {@link readKobo} makes them; what did not count is reported by findings.
 * @param submissions as parsed from the Web API's JSON, or put together by `submissionsOfSheets`.
 */
export const koboSource = (submissions: unknown, options: KoboOptions): ObservationSource =>
  rowsSource("kobo", () => {
    const read = readKobo(submissions, options);
    if (!read.ok) return read;
    const axes = axesNamed(options.mapping.indicators.map(({ categories }) => categories));
    return { ...read, value: { rows: read.value.observations, unreadable: read.value.unreadable, axes } };
  });
