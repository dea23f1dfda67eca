/** The beginning of what is known, where nothing says when a row became known. */
export const ALWAYS = "1970-01-01";

/** The own member of a record, whatever the key is called: `__proto__` is one like any other. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Whether a value is an object with members, and not a list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One value as a stream of one. */
export async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
