import { textOf } from "../mapping/values.ts";
import type { IatiActivity } from "../read.ts";

type Location = NonNullable<IatiActivity["location"]>[number];

/** Between the names of the places that one value is of. */
const AND = " + ";

/** Places by the references that values make to them: an activity's location by its name, one without a name by the reference itself. */
export function placeNames({
  location = [],
}: IatiActivity): (references: readonly { ref?: string }[]) => string {
  const names = new Map<string, string>();
  const count = new Map<string, number>();
  for (const each of location) {
    const name = textOf(each.name).trim();
    if (each.ref === undefined || name === "") continue;
    names.set(each.ref, name);
    count.set(name, (count.get(name) ?? 0) + 1);
  }
  const nameOf = (ref: string): string => {
    const name = names.get(ref);
    // Two locations of one name are two places.
    return name === undefined || count.get(name) !== 1 ? ref : name;
  };
  return (references) => references.map(({ ref = "" }) => nameOf(ref)).join(AND);
}

/** The other way: the reference of a place, for which the activity gets a location where it has none yet. */
export function locationsFor(activity: IatiActivity): {
  refOf: (place: string) => string;
  locations: () => Location[];
} {
  const locations = [...(activity.location ?? [])];
  const nameOf = placeNames(activity);
  const refs = new Map(locations.flatMap(({ ref }) => (ref === undefined ? [] : [[nameOf([{ ref }]), ref]])));
  const taken = new Set(locations.map(({ ref }) => ref));
  let next = 1;
  return {
    refOf: (place) => {
      const known = refs.get(place);
      if (known !== undefined) return known;
      while (taken.has(`place-${next}`)) next += 1;
      const ref = `place-${next}`;
      taken.add(ref);
      refs.set(place, ref);
      locations.push({ ref, name: { narrative: [{ text: place }] } });
      return ref;
    },
    locations: () => locations,
  };
}
