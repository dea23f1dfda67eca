import type { Axis } from "../values/axis.ts";
import { UNKNOWN } from "../values/axis.ts";
import { type Dictionary, dictionary } from "./dictionary.ts";

/**
 * Every combination of categories that occurs, numbered: a row carries one number however many axes there are, and a query looks a
 * combination up once and not once a row. Number 0 means no categories, the total.
 */
export interface Combinations {
  axes: Axis[];
  /** Categories of each axis; code 0 is the total. */
  categories: Dictionary[];
  /** Category code on each axis of each combination, one after the other. */
  codes: number[];
  /** Axes that each combination names, as bits. */
  axisMasks: number[];
  /** A tree, a level an axis: node and category code lead to the next node, and at the last level to the combination. */
  tree: number[][];
  /** The category codes that lead to each node. */
  paths: number[][];
}
const NOWHERE = -1;

/** Bits of an integer that stays positive. */
export const MAX_AXES = 30;

export function createCombinations(axes: Axis[]): Combinations {
  if (axes.length > MAX_AXES) throw new RangeError(`at most ${MAX_AXES} axes`);
  const sets: Combinations = {
    axes,
    categories: axes.map(({ categories }) =>
      dictionary(["", ...(categories ?? []), UNKNOWN], categories !== undefined),
    ),
    codes: [],
    axisMasks: [],
    tree: [[]],
    paths: [[]],
  };
  let node = 0;
  for (let axis = 0; axis < axes.length; axis += 1) node = step(sets, node, axis, 0);
  if (axes.length === 0) sets.axisMasks.push(0);
  return sets;
}

/** From a node of the tree by a category to the next; grows the tree where nobody has gone yet. */
export function step(sets: Combinations, node: number, axis: number, code: number): number {
  const known = sets.tree[node]?.[code];
  return known !== undefined && known !== NOWHERE ? known : grow(sets, node, axis, code);
}

function grow(sets: Combinations, node: number, axis: number, code: number): number {
  const branch = sets.tree[node] ?? [];
  const path = [...(sets.paths[node] ?? []), code];
  const last = axis === sets.axes.length - 1;
  const next = last ? sets.axisMasks.length : sets.tree.push([]) - 1;
  // Holes would make the array a slow one.
  while (branch.length < code) branch.push(NOWHERE);
  branch[code] = next;
  if (last) {
    for (const each of path) sets.codes.push(each);
    sets.axisMasks.push(path.reduce((bits, each, index) => (each === 0 ? bits : bits | (1 << index)), 0));
  } else sets.paths.push(path);
  return next;
}

/** Category code of a combination on an axis; 0 at the total. */
export function categoryOf(sets: Combinations, cell: number, axis: number): number {
  return sets.codes[cell * sets.axes.length + axis] ?? 0;
}
