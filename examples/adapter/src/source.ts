import type { Observation, ObservationSource } from "@cadre/core/observations";
import { isoOf } from "./horizon.ts";
import { parseHorizon } from "./parse.ts";

const SEX = { F: "female", H: "male", "?": "unknown" } as const;
const BATCH = 1000;

/** The readings of Horizon's export as observations: `2020-T1` is the first quarter, `F` is female. */
export function horizonSource(bytes: Uint8Array): ObservationSource {
  return {
    format: "horizon",
    open: async ({ onProgress, signal } = {}) => {
      const parsed = parseHorizon(bytes);
      if (!parsed.ok) return parsed;
      const { releves } = parsed.value;
      return {
        ok: true,
        value: {
          shape: { axes: ["sex"], rowCount: releves.length },
          batches: async function* () {
            for (let index = 0; index < releves.length; index += BATCH) {
              signal?.throwIfAborted();
              const some = releves.slice(index, index + BATCH);
              yield {
                kind: "rows",
                rows: some.map(
                  ({ indicateur, trimestre, sexe, valeur, saisi_le }): Observation => ({
                    indicator: indicateur,
                    period: trimestre.replace("-T", "-Q"),
                    value: valeur,
                    categories: { sex: SEX[sexe] },
                    recordedAt: isoOf(saisi_le),
                  }),
                ),
              };
              onProgress?.({ rowCount: index + some.length, share: (index + some.length) / releves.length });
            }
          },
        },
        findings: [],
      };
    },
  };
}
