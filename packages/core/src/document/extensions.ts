import * as z from "zod";
import type { Finding } from "../diagnostics/problem.ts";
import { bilingual } from "../locale/bilingual.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { nearest } from "../values/nearest.ts";

/** What each part of the document has that keeps what the document has no field for. */
export const extensible = {
  /** What a format or a user says that the document has no field for, by name or path. Plain data: kept and written, never read. */
  extensions: z.record(z.string(), z.unknown()).optional(),
};

/** Findings about fields that are listed; all of the fields are kept. */
const MAX_FINDINGS = 200;

type Data = Record<string, unknown>;
type Schema = z.core.$ZodType;
const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object schemas that a value may be by, whatever is around them. */
function objectsOf(schema: Schema): z.core.$ZodObject[] {
  const def = schema._zod.def as z.core.$ZodTypeDef & { innerType?: Schema; options?: readonly Schema[] };
  if (def.type === "object") return [schema as z.core.$ZodObject];
  if (def.innerType !== undefined) return objectsOf(def.innerType);
  return def.options?.flatMap(objectsOf) ?? [];
}

/** The schemas of the members of lists that a value may be. */
function elementsOf(schema: Schema): Schema[] {
  const def = schema._zod.def as z.core.$ZodTypeDef & { innerType?: Schema; element?: Schema };
  if (def.element !== undefined) return [def.element];
  return def.innerType === undefined ? [] : elementsOf(def.innerType);
}

/**
 * Keeps what a schema took no notice of: fields of `input` that `value`, which was parsed from it, does not have. They go to `extensions` of
 * the nearest object that may have them, and each is a finding. `value` is changed.
 */
export function keepUnknown(schema: Schema, input: unknown, value: unknown): Finding[] {
  const findings: Finding[] = [];
  const kept = new Map<Data, [name: string, value: unknown][]>();
  const visit = (
    schemas: readonly Schema[],
    input: unknown,
    parsed: unknown,
    path: string[],
    keep: Keep,
  ): void => {
    if (input === parsed) return;
    if (Array.isArray(input) && Array.isArray(parsed)) {
      const elements = schemas.flatMap(elementsOf);
      for (const [index, each] of input.entries())
        visit(elements, each, parsed[index], [...path, String(index)], keep);
      return;
    }
    if (!isData(input) || !isData(parsed)) return;
    const shapes = schemas.flatMap(objectsOf).map((each) => each._zod.def.shape);
    if (shapes.length === 0) return;
    const own = shapes.some((shape) => "extensions" in shape);
    const holder: Keep = own ? { data: parsed, depth: path.length } : keep;
    for (const [name, each] of Object.entries(input)) {
      const here = [...path, name];
      const members = shapes.flatMap((shape) => (Object.hasOwn(shape, name) ? [shape[name] as Schema] : []));
      if (members.length > 0) visit(members, each, parsed[name], here, holder);
      else if (each !== undefined) {
        if (findings.length < MAX_FINDINGS)
          findings.push(
            unknownField(
              here,
              shapes.flatMap((shape) => Object.keys(shape)),
            ),
          );
        const fields = kept.get(holder.data) ?? [];
        kept.set(holder.data, fields);
        fields.push([here.slice(holder.depth).join("/"), each]);
      }
    }
  };
  visit([schema], input, value, [], { data: isData(value) ? value : {}, depth: 0 });
  // Of any name: `__proto__` too is an entry.
  for (const [data, fields] of kept)
    data.extensions = Object.fromEntries([...Object.entries((data.extensions as Data) ?? {}), ...fields]);
  return findings;
}

/** The object whose `extensions` hold what is found below it. */
interface Keep {
  data: Data;
  depth: number;
}

function unknownField(path: readonly string[], names: readonly string[]): Finding {
  const name = path.at(-1) ?? "";
  const meant = nearest(name, names);
  return {
    code: "unknown-field",
    severity: "warning",
    where: { path: path.join("/") },
    message: bilingual(
      en.unknownField,
      fr.unknownField,
      path.slice(0, -1).join("/") || "document",
      name,
      meant === null ? "" : bilingual(en.maybeMeant, fr.maybeMeant, meant),
    ),
    found: name,
    expected: meant,
  };
}
