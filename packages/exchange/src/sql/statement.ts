/** A value that is bound: a text, a number, or a list of either. */
export type SqlValue = string | number | readonly string[] | readonly number[];

/** A compiled statement: `$1` in the text means the first of the values. Nothing that a user gave is ever part of the text. */
export interface Statement {
  /** The SQL. */
  text: string;
  /** What `$1`, `$2` and so on are bound to. */
  values: SqlValue[];
  /** What makes the tables that it reads, to be run before it in the same transaction. */
  setup?: readonly Statement[];
}

/** A name as SQL writes it, whatever it holds. @throws RangeError on NUL, which no database takes. */
export function quoted(name: string): string {
  if (name.includes("\0")) throw new RangeError("a name cannot hold NUL");
  return `"${name.replaceAll('"', '""')}"`;
}

/** Values on their way into a statement. Each is bound once, with the type that it is cast to. */
export interface Binder {
  values: SqlValue[];
  /** Statements that must be run before this one. */
  setup: Statement[];
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
    setup: [],
    texts: (list) => bind(list, "text[]"),
    integers: (list) => bind(list, "int8[]"),
    doubles: (list) => bind(list, "float8[]"),
    text: (text) => bind(text, "text"),
  };
}

/** A statement of a text and what was bound for it. */
export const statement = (text: string, { values, setup: before }: Binder): Statement =>
  before.length > 0 ? { text, values, setup: before } : { text, values };

/** Statements in the order in which they are run. */
export const inOrder = (statements: readonly Statement[]): Statement[] =>
  statements.flatMap((each) => [...inOrder(each.setup ?? []), each]);

/**
 * A part of a statement that is read under a name: within the statement, or in a table made before it, by `making` (`CREATE TEMPORARY TABLE`).
 * `query` binds what it needs.
 */
export function part(
  name: string,
  making: string | null,
  bind: Binder,
  query: (bind: Binder) => string,
): { name: string; within: string[] } {
  if (making === null) return { name, within: [`${name} AS (${query(bind)})`] };
  const own = binder();
  const text = `${making} cadre_${name} AS ${query(own)}`;
  bind.setup.push(statement(text, own));
  return { name: `cadre_${name}`, within: [] };
}

/** Whether an expression is in a list, which is bound, or is in a table where `making` makes one. */
export function oneOf(
  expression: string,
  list: readonly string[] | readonly number[],
  type: "texts" | "integers",
  making: string | null,
  bind: Binder,
): string {
  const bound = (own: Binder) =>
    type === "texts" ? own.texts(list as readonly string[]) : own.integers(list as readonly number[]);
  if (making === null) return `${expression} = ANY(${bound(bind)})`;
  const { name } = part(
    `list_${bind.setup.length}`,
    making,
    bind,
    (own) => `SELECT unnest(${bound(own)}) AS one`,
  );
  return `${expression} IN (SELECT one FROM ${name})`;
}
