import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { constantOf, type JsonSchema, schemaFields } from "../../packages/core/src/document/schema-fields.ts";
import { publishedExports, publishedTypes } from "./published.ts";
import { commentOf, partsOf } from "./types.ts";
import { ROOT } from "./workspace.ts";

/** What the server's OpenAPI says of fields: made from the doc comments of the types that they are of. */
export const DESCRIPTIONS_FILE = join(ROOT, "packages", "server", "src", "routes", "descriptions.ts");

/** Schemas whose ids are not the names of their types. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  LoggedActivityEvent: "ActivityEvent",
  LoggedProjectEvent: "ProjectEvent",
  LoggedReportEvent: "ReportEvent",
};
/** Unions whose members have schemas of their own, each named by a constant. */
const UNIONS = ["RecordedEvent", "Command"];

/** The types that a schema may be of: by the `id` that it is given, and published ones of that name. */
function typesById(): (id: string) => ts.Type[] {
  const { program, checker } = publishedExports();
  const found = new Map<string, ts.Type[]>();
  const add = (id: string, type: ts.Type) => found.set(id, [...(found.get(id) ?? []), type]);
  const idOf = ({ expression, arguments: [given] }: ts.CallExpression): string | undefined => {
    if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "meta") return undefined;
    if (given === undefined || !ts.isObjectLiteralExpression(given)) return undefined;
    const id = given.properties.find((each) => each.name?.getText() === "id");
    return id !== undefined && ts.isPropertyAssignment(id) && ts.isStringLiteral(id.initializer)
      ? id.initializer.text
      : undefined;
  };
  const visit = (node: ts.Node): void => {
    const id = ts.isCallExpression(node) ? idOf(node) : undefined;
    if (id !== undefined) {
      // As the source states the type, where it does.
      let stated = node;
      while (ts.isAsExpression(stated.parent)) stated = stated.parent;
      const output = checker.getTypeAtLocation(stated).getProperty("_output");
      if (output !== undefined) add(id, checker.getTypeOfSymbol(output));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles())
    if (file.fileName.startsWith(join(ROOT, "packages")) && !file.fileName.includes("node_modules"))
      visit(file);
  for (const { name, type } of publishedTypes()) add(name, type);
  return (id) => found.get(TYPE_NAMES[id] ?? id) ?? [];
}

/** The objects that a type may be: members of a union, what lists and records hold. */
function objectsOf(checker: ts.TypeChecker, type: ts.Type): ts.Type[] {
  if (type.isUnion()) return type.types.flatMap((each) => objectsOf(checker, each));
  if (type.isIntersection()) return [type];
  const parts = partsOf(checker, type);
  return parts.length === 1 && parts[0] === type
    ? parts.filter(({ flags }) => flags & ts.TypeFlags.Object)
    : parts.flatMap((each) => (each === type ? [each] : objectsOf(checker, each)));
}

/** What the doc comments say of the fields of schemas: by the schema's id, then by the path of the field. */
export function descriptionsOf(
  schemas: Readonly<Record<string, JsonSchema>>,
): Record<string, Record<string, string>> {
  const { checker } = publishedExports();
  const typesOf = typesById();
  /** The objects that a type may be; those of which a field is this constant, where there is one. */
  const formsOf = (type: ts.Type, form: string | undefined): ts.Type[] =>
    objectsOf(checker, type).filter(
      (part) =>
        form === undefined ||
        part.getProperties().some((field) => {
          const own = checker.getTypeOfSymbol(field);
          return own.isStringLiteral() && own.value === form;
        }),
    );
  const fieldsOf = (types: readonly ts.Type[], step: string): ts.Symbol[] => {
    const [, form, name = ""] = /^(?:\[(.*?)\])?(.*)$/.exec(step) ?? [];
    return types.flatMap((type) => formsOf(type, form)).flatMap((type) => type.getProperty(name) ?? []);
  };
  return Object.fromEntries(
    Object.entries(schemas).flatMap(([id, schema]) => {
      const own = typesOf(id);
      const start =
        own.length > 0 ? own : UNIONS.flatMap(typesOf).flatMap((type) => formsOf(type, constantOf(schema)));
      const texts: Record<string, string> = {};
      for (const { path, field } of schemaFields(schema)) {
        let types: readonly ts.Type[] = start;
        let found: ts.Symbol[] = [];
        for (const step of path) {
          found = fieldsOf(types, step);
          types = found.map((each) => checker.getTypeOfSymbol(each));
        }
        const text = found.map((each) => commentOf(checker, each)).find((each) => each !== "");
        if (text !== undefined && field.description === undefined)
          texts[path.join(".")] = text.replace(/\s+/g, " ");
      }
      return Object.keys(texts).length === 0 ? [] : [[id, texts]];
    }),
  );
}

/** The schemas of the server's OpenAPI, as they describe themselves without {@link DESCRIPTIONS_FILE}. */
export async function openApiSchemas(): Promise<Record<string, JsonSchema>> {
  const [{ createServer }, { memoryStore }, { DESCRIPTIONS }] = await Promise.all([
    import("../../packages/server/src/index.ts"),
    import("../../packages/engine/src/index.ts"),
    import("../../packages/server/src/routes/descriptions.ts"),
  ]);
  for (const id of Object.keys(DESCRIPTIONS)) delete DESCRIPTIONS[id];
  const { app } = createServer({ events: memoryStore(), documents: memoryStore(), keys: [], log: () => {} });
  const answer = (await (await app.request("/openapi.json")).json()) as {
    components: { schemas: Record<string, JsonSchema> };
  };
  return answer.components.schemas;
}

/** Whether the file is not as the comments are now. */
export async function isStale(): Promise<boolean> {
  const { DESCRIPTIONS } = await import("../../packages/server/src/routes/descriptions.ts");
  const before = JSON.stringify(DESCRIPTIONS);
  return before !== JSON.stringify(descriptionsOf(await openApiSchemas()));
}

/** Writes the file as the comments are now. */
export async function writeDescriptions(): Promise<void> {
  const found = JSON.stringify(descriptionsOf(await openApiSchemas()), null, 2);
  writeFileSync(
    DESCRIPTIONS_FILE,
    `// Made from the doc comments by \`pnpm generate\`: change those.

/** What fields mean, by schema and path. */
export const DESCRIPTIONS: Record<string, Record<string, string>> = ${found};
`,
  );
}

// `node --conditions=cadre-source scripts/checks/descriptions.ts`.
if (import.meta.main) await writeDescriptions();
