import { bilingualText } from "../locale/bilingual.ts";
import type { Bilingual } from "../locale/language.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { DesignError } from "./design-error.ts";
/** How the sample was drawn, a value a respondent; every list has the same length. What is left out was not part of the design. */
export interface SampleColumns {
  /** Sampling weights, each above zero. Default: all the same. */
  weights?: readonly number[] | undefined;
  /** Strata that were sampled from separately, by name. Default: the whole is one stratum. */
  strata?: readonly string[] | undefined;
  /** Primary sampling units (villages, enumeration areas). The same name in two strata is two clusters. Default: each respondent. */
  clusters?: readonly string[] | undefined;
  /**
   * How many primary sampling units the stratum has in all (respondents where there are no clusters), the same within a stratum; or the
   * share that was sampled, where it is at most 1. Default: so many that sampling without replacement makes no difference.
   */
  populations?: readonly number[] | undefined;
}

/**
 * What a stratum with a single sampled unit contributes, of whose variance nothing is known. `refuse`: no standard error is given.
 * `adjust`: its distance from the mean of the whole. `average`: as much as the other strata on average. `certainty`: nothing, since it was
 * sampled with certainty.
 */
export type SingleUnit = "refuse" | "adjust" | "average" | "certainty";

/** A design that was checked and coded: see {@link sampleDesign}. */
export interface SampleDesign {
  /** Respondents. */
  size: number;
  /** Sampling weight of each respondent. */
  weights: Float64Array;
  /** Stratum and cluster of each respondent, by number. */
  stratumOf: Int32Array;
  /** Cluster of each respondent, by number. */
  clusterOf: Int32Array;
  /** Names of the strata, by number. */
  strata: readonly string[];
  /** Stratum of each cluster. */
  stratumOfCluster: Int32Array;
  /** By stratum: clusters in the sample, and in the population (infinite where it is not known). */
  sampled: Int32Array;
  /** By stratum: clusters in the population; infinite where it is not known. */
  populations: Float64Array;
}

/**
 * Checks how a sample was drawn.
 * @throws RangeError where lists differ in length, a weight is not above zero, or a population is smaller than its sample or differs within a stratum.
 */
export function sampleDesign(size: number, columns: SampleColumns = {}): SampleDesign {
  const { weights, strata, clusters, populations } = columns;
  for (const [name, list] of Object.entries({ weights, strata, clusters, populations }))
    if (list !== undefined && list.length !== size)
      throw new RangeError(`${name}: found ${list.length} values, expected ${size}`);
  const wrong = weights?.find((weight) => !(Number.isFinite(weight) && weight > 0));
  if (wrong !== undefined) throw new RangeError(`a weight of ${wrong} must be above zero`);

  const names = new Map<string, number>();
  const numbers = new Map<string, number>();
  const stratumOf = new Int32Array(size);
  const clusterOf = new Int32Array(size);
  const stratumOfCluster: number[] = [];
  const numberIn = (map: Map<string, number>, key: string): number => {
    const found = map.get(key) ?? map.size;
    map.set(key, found);
    return found;
  };
  for (let row = 0; row < size; row += 1) {
    const stratum = numberIn(names, strata?.[row] ?? "");
    stratumOf[row] = stratum;
    const cluster = numberIn(numbers, clusters === undefined ? `${row}` : `${stratum} ${clusters[row]}`);
    clusterOf[row] = cluster;
    stratumOfCluster[cluster] = stratum;
  }
  const sampled = new Int32Array(names.size);
  for (const stratum of stratumOfCluster) sampled[stratum] = (sampled[stratum] as number) + 1;
  const design = {
    size,
    weights: weights === undefined ? new Float64Array(size).fill(1) : Float64Array.from(weights),
    ...{ stratumOf, clusterOf, strata: [...names.keys()], sampled },
    stratumOfCluster: Int32Array.from(stratumOfCluster),
  };
  return { ...design, populations: populationsOf(design, populations) };
}

const whereOf = (stratum: string): Bilingual =>
  stratum === ""
    ? { en: en.thePopulation, fr: fr.thePopulation }
    : bilingualText(en.thePopulationOf, fr.thePopulationOf, stratum);

function populationsOf(
  { stratumOf, sampled, strata }: Pick<SampleDesign, "stratumOf" | "sampled" | "strata">,
  sizes: readonly number[] | undefined,
): Float64Array {
  const populations = new Float64Array(sampled.length).fill(Number.POSITIVE_INFINITY);
  const seen = new Map<number, number>();
  for (const [row, value] of (sizes ?? []).entries()) {
    const stratum = stratumOf[row] as number;
    const refuse = (found: unknown, expected: Bilingual): never => {
      throw new DesignError(whereOf(strata[stratum] ?? ""), found, expected);
    };
    if (!(value > 0)) refuse(value, { en: en.expectedAboveZero, fr: fr.expectedAboveZero });
    const before = seen.get(stratum) ?? value;
    if (before !== value)
      refuse(`${before}, ${value}`, { en: en.expectedOneNumber, fr: fr.expectedOneNumber });
    seen.set(stratum, value);
    const units = sampled[stratum] as number;
    // One unit of one is a census; the share of it is 1 as well.
    const population = value <= 1 ? units / value : value;
    if (population < units)
      refuse(value, bilingualText(en.expectedSampled, fr.expectedSampled, String(units)));
    populations[stratum] = population;
  }
  return populations;
}

/** What the strata of a group of respondents come to. */
export interface Covariance {
  /** Of each two columns; `null` where it is not known. */
  matrix: number[][] | null;
  /** Strata with a single sampled unit, by name: why it is not known, or what the option decided. */
  singleUnits: string[];
}

/**
 * The covariance of totals by Taylor linearisation, clusters as drawn with replacement within strata and corrected for finite populations
 * (first stage only): what T. Lumley's `survey` for R computes. Rows outside of a group are zero in every column; their clusters count.
 * @param columns influence of each respondent on each estimate, weights included.
 * @param present whether a respondent is in the group. Default: all.
 */
export function covarianceOf(
  design: SampleDesign,
  columns: readonly Float64Array[],
  singleUnit: SingleUnit,
  present?: (row: number) => boolean,
): Covariance {
  const { size, clusterOf, stratumOfCluster, sampled, populations, strata } = design;
  const clusters = stratumOfCluster.length;
  const sums = columns.map(() => new Float64Array(clusters));
  const occupied = new Uint8Array(strata.length);
  for (let row = 0; row < size; row += 1) {
    if (present !== undefined && !present(row)) continue;
    const cluster = clusterOf[row] as number;
    occupied[stratumOfCluster[cluster] as number] = 1;
    for (const [index, column] of columns.entries()) {
      const sum = sums[index] as Float64Array;
      sum[cluster] = (sum[cluster] as number) + (column[row] as number);
    }
  }
  const means = sums.map((sum) => {
    const mean = new Float64Array(strata.length);
    for (let cluster = 0; cluster < clusters; cluster += 1) {
      const stratum = stratumOfCluster[cluster] as number;
      mean[stratum] = (mean[stratum] as number) + (sum[cluster] as number) / (sampled[stratum] as number);
    }
    return mean;
  });
  const factor = new Float64Array(strata.length);
  const centred = new Uint8Array(strata.length).fill(1);
  const singleUnits: string[] = [];
  let known = 0;
  let strataPresent = 0;
  for (const [stratum, units] of sampled.entries()) {
    if (occupied[stratum] === 0) continue;
    strataPresent += 1;
    const left = 1 - units / (populations[stratum] as number);
    const census = left < 1e-7;
    if (units > 1 || census) {
      known += 1;
      factor[stratum] = census ? 0 : (left * units) / (units - 1);
      continue;
    }
    singleUnits.push(strata[stratum] ?? "");
    if (singleUnit === "average") continue;
    known += 1;
    factor[stratum] = singleUnit === "adjust" ? left : 0;
    centred[stratum] = 0;
  }
  if (singleUnits.length > 0 && (singleUnit === "refuse" || known === 0))
    return { matrix: null, singleUnits };
  const matrix = columns.map(() => columns.map(() => 0));
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    const stratum = stratumOfCluster[cluster] as number;
    const scale = factor[stratum] as number;
    if (scale === 0) continue;
    const parts = sums.map(
      (sum, index) =>
        (sum[cluster] as number) -
        (centred[stratum] === 1 ? ((means[index] as Float64Array)[stratum] as number) : 0),
    );
    for (const [i, a] of parts.entries())
      for (const [j, b] of parts.entries()) {
        const line = matrix[i] as number[];
        line[j] = (line[j] as number) + scale * a * b;
      }
  }
  const spread = known === 0 ? 1 : strataPresent / known;
  return { matrix: matrix.map((line) => line.map((value) => value * spread)), singleUnits };
}

/** Clusters and strata that respondents of a group are in; their difference is the degrees of freedom. */
export function unitsOf(
  { size, clusterOf, stratumOf }: SampleDesign,
  present: (row: number) => boolean,
): { clusters: number; strata: number } {
  const [clusters, strata] = [new Set<number>(), new Set<number>()];
  for (let row = 0; row < size; row += 1)
    if (present(row)) {
      clusters.add(clusterOf[row] as number);
      strata.add(stratumOf[row] as number);
    }
  return { clusters: clusters.size, strata: strata.size };
}

/** The share of the population's units that was sampled, over the strata that are present; 0 where the population is not known. */
export function sampledShare({ sampled, populations }: SampleDesign): number {
  const units = sampled.reduce((sum, each) => sum + each, 0);
  const population = populations.reduce((sum, each) => sum + each, 0);
  return population === 0 ? 0 : units / population;
}
