// What one source's reports of a count say of the people asked for: an unknown for every kind of person that no statement divides, an
// equation for every statement, and both ends of the sum by linear programming.

import type { MeasurementFramework } from "../../src/aggregate/definition.ts";
import { covers, inside, meets, placeCells, related, type Span, spanOf, timeCells } from "./geometry.ts";
import { ends, type Known } from "./linear.ts";
import { type Categories, emptyOf, type Partitions, type Statement, sameCategories } from "./reports.ts";

/** How reports of several periods go together: they add up, each is alone, the last one counts, or they are running totals. */
export type Time = "add" | "apart" | "last" | "running";

export interface Ask {
  framework: MeasurementFramework;
  partitions: Partitions;
  /** Per axis, the categories asked for: people in any of them. */
  categories: Record<string, string[]>;
  /** `null`: wherever it was reported. */
  places: string[] | null;
  periods: string[];
  time: Time;
  placesAdd: boolean;
  /** Periods in the order of time. */
  order: string[];
}

export interface Element {
  source: string;
  place: string;
  period: string;
  low: number;
  high: number;
  contradicts: boolean;
  overlaps: boolean;
  rows: number;
  /** Periods that it is from, where they are earlier than asked for. */
  from: string[];
}

/** The rows of one place and period, by `id`. */
interface Node {
  place: string;
  period: string;
  ids: Statement[][];
}

interface Person {
  place: string;
  time: Span | string | null;
  partition: Categories;
  groups: Record<string, string[]>;
}

interface Range {
  place: string;
  period: string;
  categories: Categories;
  low: number;
  high: number;
  rows: number;
}

export function nodesOf(statements: readonly Statement[], sum: boolean): Node[] {
  const nodes: Node[] = [];
  for (const each of statements) {
    let node = nodes.find(({ place, period }) => place === each.place && period === each.period);
    if (node === undefined) {
      node = { place: each.place, period: each.period, ids: [] };
      nodes.push(node);
    }
    const own = node.ids.find(([first]) => first?.id === each.id);
    // What is said twice of the same keys adds up: it is only there where the caller chose so.
    const twice = sum ? own?.find((other) => sameCategories(other.categories, each.categories)) : undefined;
    if (own === undefined) node.ids.push([{ ...each }]);
    else if (twice === undefined) own.push({ ...each });
    else {
      twice.value += each.value;
      twice.rows += each.rows;
    }
  }
  return nodes;
}

const connected = <T extends object>(items: readonly T[], touch: (a: T, b: T) => boolean): T[][] => {
  const left = [...items];
  const groups: T[][] = [];
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    const group = [first];
    for (const member of group)
      for (let index = left.length - 1; index >= 0; index -= 1)
        if (touch(member, left[index] as T)) group.push(...left.splice(index, 1));
    groups.push(group);
  }
  return groups;
};

const subsets = (all: readonly string[]): string[][] =>
  all.reduce<string[][]>((sets, each) => sets.concat(sets.map((set) => set.concat(each))), [[]]);

/** Every kind of person on the axes that are spoken of. */
function kindsOf(
  { framework, partitions, categories }: Ask,
  statements: readonly { categories: Categories }[],
) {
  let kinds: Pick<Person, "partition" | "groups">[] = [{ partition: {}, groups: {} }];
  for (const { name, kind } of framework.axes) {
    const spoken = [
      ...new Set([...statements.flatMap((each) => each.categories[name] ?? []), ...(categories[name] ?? [])]),
    ];
    if (spoken.length === 0) continue;
    kinds = kinds.flatMap(({ partition, groups }) =>
      kind === "partition"
        ? [...new Set([...(partitions[name] ?? []), "unknown"])].map((category) => ({
            partition: { ...partition, [name]: category },
            groups,
          }))
        : subsets(spoken).map((set) => ({ partition, groups: { ...groups, [name]: set } })),
    );
  }
  return kinds;
}

const isIn = (
  { partition, groups }: Pick<Person, "partition" | "groups">,
  axis: string,
  category: string,
): boolean => partition[axis] === category || (groups[axis]?.includes(category) ?? false);
const fits = (person: Pick<Person, "partition" | "groups">, at: Categories): boolean =>
  Object.entries(at).every(([axis, category]) => isIn(person, axis, category));
const asked = (person: Pick<Person, "partition" | "groups">, { categories }: Ask): boolean =>
  Object.entries(categories).every(([axis, any]) => any.some((category) => isIn(person, axis, category)));
const speaksOf = (at: Categories, { categories, partitions }: Ask): boolean =>
  Object.entries(categories).every(
    ([axis, any]) =>
      partitions[axis] === undefined || at[axis] === undefined || any.includes(at[axis] as string),
  );

/** Both ends by one report alone; where it contradicts itself, what it states counts, and the rest is reported by each breakdown apart. */
export function byOneReport(
  ask: Ask,
  statements: readonly Statement[],
): { low: number; high: number; contradicts: boolean } {
  const solve = (some: readonly Statement[]) => {
    const empty = emptyOf(some, ask.partitions);
    const kinds = kindsOf(ask, some);
    const known = [
      ...some.map(({ categories, value }) => ({ categories, value })),
      ...empty.map((categories) => ({ categories, value: 0 })),
    ].map(
      ({ categories, value }): Known => ({
        atoms: kinds.flatMap((kind, index) => (fits(kind, categories) ? [index] : [])),
        low: value,
        high: value,
      }),
    );
    return ends(
      kinds.length,
      known,
      kinds.flatMap((kind, index) => (asked(kind, ask) ? [index] : [])),
    );
  };
  const all = solve(statements);
  if (all !== null) return { low: all[0], high: all[1], contradicts: false };
  const single = Object.fromEntries(
    Object.entries(ask.categories).flatMap(([axis, any]) =>
      any.length === 1 ? [[axis, any[0] as string]] : [],
    ),
  );
  const stated =
    Object.keys(single).length === Object.keys(ask.categories).length
      ? statements.find(({ categories }) => sameCategories(categories, single))
      : undefined;
  if (stated !== undefined) return { low: stated.value, high: stated.value, contradicts: true };
  const breakdown = ({ categories }: Statement) => Object.keys(categories).sort().join();
  const apart = [...new Set(statements.map(breakdown))].map((axes) =>
    solve(statements.filter((each) => breakdown(each) === axes)),
  );
  const known = apart.filter((each) => each !== null);
  return {
    low: Math.min(...known.map(([low]) => low)),
    high: Math.max(...known.map(([, high]) => high)),
    contradicts: true,
  };
}

const byOneNode = (ask: Ask, { ids }: Node) =>
  ids
    .map((statements) => byOneReport(ask, statements))
    .reduce((a, b) => ({
      low: a.low + b.low,
      high: a.high + b.high,
      contradicts: a.contradicts || b.contradicts,
    }));

/** What a node states, summed over its `id`s. */
function rangesOf(ask: Ask, { place, period, ids }: Node): Range[] {
  const all = ids.flatMap((statements) => [
    ...statements,
    ...emptyOf(statements, ask.partitions).map((categories) => ({ categories, rows: 0 })),
  ]);
  const different = all.filter(
    (each, index) => all.findIndex((other) => sameCategories(each.categories, other.categories)) === index,
  );
  return different.map(({ categories }) => {
    const here = {
      ...ask,
      categories: Object.fromEntries(Object.entries(categories).map(([axis, is]) => [axis, [is]])),
    };
    const { low, high } = byOneNode(here, { place, period, ids });
    const rows = all
      .filter((each) => sameCategories(each.categories, categories))
      .reduce((n, each) => n + each.rows, 0);
    return { place, period, categories, low, high, rows };
  });
}

/** The elements of one source. */
export function countElements(ask: Ask, source: string, statements: readonly Statement[]): Element[] {
  const { framework, time, order, placesAdd } = ask;
  const orderOf = (period: string) => order.indexOf(period);
  const until = Math.max(-1, ...ask.periods.map(orderOf));
  const spans = ask.periods.map((period) => spanOf(framework, period));
  const inTime = ({ period }: Node) =>
    time === "add"
      ? spans.some((span) => meets(span, spanOf(framework, period)))
      : time === "running" || ask.periods.includes(period);
  const near = ({ place }: Node) =>
    ask.places === null || ask.places.some((each) => related(framework, each, place));
  const all = nodesOf(statements, true);
  const nodes = all.filter((node) => inTime(node) && near(node));
  const touchInTime = (a: Node, b: Node) =>
    time === "add"
      ? meets(spanOf(framework, a.period), spanOf(framework, b.period))
      : time === "running" || a.period === b.period;
  if (!placesAdd) {
    // Only the outermost places count, each by itself.
    const outer = outermost(ask, nodes, (a, b) => time === "last" || touchInTime(a, b));
    return connected(outer, (a, b) => a.place === b.place && touchInTime(a, b) && time !== "last").flatMap(
      (group) => elementOf(ask, source, group, group, until, null),
    );
  }
  // What reports of the rest say confines what is asked for: of a region's total, the other places; of a half-year, the other quarter.
  const touch = (a: Node, b: Node) => related(framework, a.place, b.place) && touchInTime(a, b);
  const asking = [...nodes];
  for (const member of asking)
    asking.push(...all.filter((each) => !asking.includes(each) && touch(each, member)));
  if (time !== "last")
    return connected(asking, touch).flatMap((group) =>
      elementOf(
        ask,
        source,
        group,
        group,
        until,
        null,
        group.filter((node) => nodes.includes(node)),
      ),
    );
  // Of a stock, each spot's last report is whole.
  const cells = placeCells(framework, [...asking.map(({ place }) => place), ...(ask.places ?? [])]);
  const lastAt = new Map(
    cells.map((cell) => [
      cell,
      Math.max(
        -1,
        ...asking.filter(({ place }) => inside(framework, cell, place)).map(({ period }) => orderOf(period)),
      ),
    ]),
  );
  return connected(asking, touch).flatMap((group) => {
    const when = orderOf(group[0]?.period ?? "");
    return elementOf(
      ask,
      source,
      group,
      asking,
      until,
      (cell) => lastAt.get(cell) === when,
      group.filter((node) => nodes.includes(node)),
    );
  });
}

/** Reports that no other one of these is about more than. */
function outermost(ask: Ask, nodes: readonly Node[], touch: (a: Node, b: Node) => boolean): Node[] {
  const { framework, places, time } = ask;
  const isInside = ({ place }: Node) =>
    places === null || places.some((each) => inside(framework, place, each));
  const own = nodes.filter(isInside);
  const strictly = (inner: Node, outer: Node) =>
    inner.place !== outer.place && inside(framework, inner.place, outer.place) && touch(inner, outer);
  if (own.length > 0) {
    const outer = own.filter((node) => !own.some((other) => strictly(node, other)));
    if (time !== "last") return outer;
    return outer.filter(
      (node) =>
        !outer.some(
          (other) =>
            other.place === node.place && ask.order.indexOf(other.period) > ask.order.indexOf(node.period),
        ),
    );
  }
  return nodes.filter((node) => !nodes.some((other) => strictly(other, node)));
}

function elementOf(
  ask: Ask,
  source: string,
  group: readonly Node[],
  around: readonly Node[],
  until: number,
  holds: ((placeCell: string) => boolean) | null,
  /** Those of the group that what is asked for touches. */
  near: readonly Node[] = group,
): Element[] {
  const { framework, order, time } = ask;
  const orderOf = (period: string) => order.indexOf(period);
  if (time === "running" && !group.some(({ period }) => orderOf(period) <= until)) return [];
  const ranges = group.flatMap((node) => rangesOf(ask, node));
  const named = [...around.map(({ place }) => place), ...(ask.places ?? [])];
  const places = placeCells(framework, named).filter((cell) =>
    group.some(({ place }) => inside(framework, cell, place)),
  );
  const groupSpans = group.map(({ period }) => spanOf(framework, period));
  const askedSpans = ask.periods.map((period) => spanOf(framework, period));
  const times: (Span | string | null)[] =
    time === "add"
      ? timeCells([...groupSpans, ...askedSpans]).filter((cell) =>
          groupSpans.some((span) => covers(span, cell)),
        )
      : time === "running"
        ? [...new Set(group.map(({ period }) => period))]
        : [null];
  const persons: Person[] = places.flatMap((place) =>
    times.flatMap((cell) => kindsOf(ask, ranges).map((kind) => ({ ...kind, place, time: cell }))),
  );
  const then = (cell: Person["time"], period: string): boolean => {
    if (cell === null) return true;
    if (typeof cell === "string") return orderOf(cell) <= orderOf(period);
    return covers(spanOf(framework, period), cell);
  };
  const covered = (
    person: Person,
    { place, period, categories }: Pick<Range, "place" | "period" | "categories">,
  ) => inside(framework, person.place, place) && then(person.time, period) && fits(person, categories);
  const known = ranges.map(
    (range): Known => ({
      atoms: persons.flatMap((person, index) => (covered(person, range) ? [index] : [])),
      low: range.low,
      high: range.high,
    }),
  );

  // Of running totals, a statement holds until a later one speaks of any of the same people.
  const overlap = (a: Range, b: Range) =>
    related(framework, a.place, b.place) &&
    Object.entries(a.categories).every(
      ([axis, is]) =>
        ask.partitions[axis] === undefined || b.categories[axis] === undefined || b.categories[axis] === is,
    );
  const sofar = ranges.filter(({ period }) => orderOf(period) <= until);
  const current = sofar.filter(
    (range) => !sofar.some((later) => orderOf(later.period) > orderOf(range.period) && overlap(range, later)),
  );
  const lastOrder = Math.max(...sofar.map(({ period }) => orderOf(period)));
  const asOf = (person: Person): number => {
    const holding = current.filter(
      (range) => inside(framework, person.place, range.place) && fits(person, range.categories),
    );
    return holding.length === 0 ? lastOrder : Math.max(...holding.map(({ period }) => orderOf(period)));
  };
  const isAsked = (person: Person): boolean => {
    if (!asked(person, ask)) return false;
    if (ask.places !== null && !ask.places.some((place) => inside(framework, person.place, place)))
      return false;
    if (holds !== null && !holds(person.place)) return false;
    if (time === "running")
      return (
        sofar.some(({ place }) => inside(framework, person.place, place)) &&
        orderOf(person.time as string) <= asOf(person)
      );
    return group.some(
      ({ place, period }) =>
        inside(framework, person.place, place) &&
        then(person.time, period) &&
        (typeof person.time === "string" ||
          person.time === null ||
          askedSpans.some((span) => covers(span, person.time as Span))),
    );
  };
  const members = persons.flatMap((person, index) => (isAsked(person) ? [index] : []));
  if (members.length === 0) return [];
  const speaking = (time === "running" ? current : ranges).filter(
    (range) =>
      speaksOf(range.categories, ask) &&
      members.some((index) => {
        const person = persons[index] as Person;
        return (
          inside(framework, person.place, range.place) &&
          fits(person, range.categories) &&
          (time !== "add" || then(person.time, range.period))
        );
      }),
  );
  const rows = speaking.reduce((n, range) => n + range.rows, 0);
  const top = near.find((node) => near.every((other) => inside(framework, other.place, node.place)));
  const nearSpans = near.map(({ period }) => spanOf(framework, period));
  const whole = near.find(({ period }) =>
    nearSpans.every((span) => time !== "add" || covers(spanOf(framework, period), span)),
  );
  const overlaps =
    time === "add" &&
    nearSpans.some((a) => nearSpans.some((b) => meets(a, b) && !covers(a, b) && !covers(b, a)));
  const base = { source, place: top?.place ?? "*", period: whole?.period ?? "*", overlaps, rows };
  const from =
    time === "running"
      ? [...new Set(members.map((index) => asOf(persons[index] as Person)))]
          .sort((a, b) => a - b)
          .map((index) => order[index] ?? "")
      : [];
  const [only] = group;
  const entire =
    group.length === 1 &&
    only !== undefined &&
    (holds === null || places.every(holds)) &&
    (ask.places === null || ask.places.some((place) => inside(framework, only.place, place))) &&
    (time !== "add" || askedSpans.some((span) => covers(span, spanOf(framework, only.period))));
  const solved = entire ? byOneNode(ask, only) : solve();
  if (solved !== null)
    return [{ ...base, low: solved.low, high: solved.high, contradicts: solved.contradicts, from }];
  return [{ ...base, ...apart(), contradicts: true, from }];

  /** Where reports contradict one another, the one about more counts, and each is read by itself; what reaches beyond confines the rest. */
  function apart(): { low: number; high: number } {
    let candidates = [...group];
    if (time === "running") {
      const before = group.filter(({ period }) => orderOf(period) <= until);
      // The last report of each place that speaks of what is asked for or confines it from above, else the last one.
      const speaks = (node: Node) =>
        byOneNode(ask, node).high < Number.POSITIVE_INFINITY ||
        node.ids.flat().some(({ categories }) => speaksOf(categories, ask));
      candidates = [...new Set(before.map(({ place }) => place))].flatMap((place) => {
        const own = before
          .filter((node) => node.place === place)
          .sort((a, b) => orderOf(b.period) - orderOf(a.period));
        return own.find(speaks) ?? own[0] ?? [];
      });
    }
    const spots = places.flatMap((place) => times.map((cell) => ({ place, cell })));
    const isOf = (node: Node, { place, cell }: (typeof spots)[number]) =>
      inside(framework, place, node.place) && then(cell, node.period);
    const isIn = ({ place, cell }: (typeof spots)[number]) =>
      (ask.places === null || ask.places.some((each) => inside(framework, place, each))) &&
      (holds === null || holds(place)) &&
      (typeof cell === "string" || cell === null || askedSpans.some((span) => covers(span, cell)));
    const more = (outer: Node, inner: Node) =>
      !(outer.place === inner.place && outer.period === inner.period) &&
      inside(framework, inner.place, outer.place) &&
      (time !== "add" || covers(spanOf(framework, outer.period), spanOf(framework, inner.period)));
    const own = candidates.filter((node) => spots.every((spot) => !isOf(node, spot) || isIn(spot)));
    const counted = own.filter((node) => !own.some((outer) => more(outer, node)));
    const left = spots.filter((spot) => isIn(spot) && !counted.some((node) => isOf(node, spot)));
    const confining = candidates.filter((node) =>
      left.some(
        (spot) => isOf(node, spot) && !candidates.some((inner) => more(node, inner) && isOf(inner, spot)),
      ),
    );
    const shared = spots.some((spot) => counted.filter((node) => isOf(node, spot)).length > 1);
    const lows = counted.map((node) => byOneNode(ask, node).low);
    return {
      low: shared ? Math.max(...lows) : lows.reduce((a, b) => a + b, 0),
      high: [...counted, ...confining].reduce((sum, node) => sum + byOneNode(ask, node).high, 0),
    };
  }

  function solve(): { low: number; high: number; contradicts: boolean } | null {
    if (group.some(({ ids }) => ids.some((each) => byOneReport(ask, each).contradicts))) return null;
    const found = ends(persons.length, known, members);
    return found && { low: found[0], high: found[1], contradicts: false };
  }
}
