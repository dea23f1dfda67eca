/** A value that is bound: a text, a number, or a list of either. */
export type SqlValue = string | number | readonly string[] | readonly number[];

/** A compiled statement: `$1` in the text stands for the first of the values. Nothing that a user gave is ever part of the text. */
export interface Statement {
  text: string;
  values: SqlValue[];
}

/** A name as SQL writes it, whatever it holds. @throws RangeError on NUL, which no database takes. */
export function quoted(name: string): string {
  if (name.includes("\0")) throw new RangeError("a name cannot hold NUL");
  return `"${name.replaceAll('"', '""')}"`;
}

/** Values on their way into a statement. Each is bound once, with the type that it is cast to. */
export interface Binder {
  values: SqlValue[];
  texts: (list: readonly string[]) => string;
  integers: (list: readonly number[]) => string;
  doubles: (list: readonly number[]) => string;
  text: (text: string) => string;
}

export function binder(first: readonly SqlValue[] = []): Binder {
  const values: SqlValue[] = [...first];
  const bind = (value: SqlValue, type: string) => `CAST($${values.push(value)} AS ${type})`;
  return {
    values,
    texts: (list) => bind(list, "text[]"),
    integers: (list) => bind(list, "int8[]"),
    doubles: (list) => bind(list, "float8[]"),
    text: (text) => bind(text, "text"),
  };
}
