import { type Descriptions, describeFields } from "@cadre/core/internal";
import {
  ACTIVITY_EVENT_TYPES,
  ActivityEvent,
  ActivityEventType,
  ActivityState,
  Cause,
  FundCause,
  FundRole,
  FundState,
  OwnEvent,
  type Profile,
  Role,
} from "@cadre/core/lifecycle";
import { z } from "@hono/zod-openapi";

type Schema = Record<string, unknown>;

/** A route as `createRoute` returns it, as far as the OpenAPI has it. */
interface Route {
  method: string;
  path: string;
  operationId?: string;
  tags?: string[];
  summary?: string;
  request?: {
    params?: z.ZodObject;
    query?: z.ZodObject;
    headers?: z.ZodObject;
    body?: { content: Record<string, MediaType>; required?: boolean };
  };
  responses: Record<string, { description: string; content?: Record<string, MediaType> }>;
}
interface MediaType {
  schema: z.ZodType | { $ref: string };
  example?: unknown;
  examples?: unknown;
}

/** Groups of routes. */
export const TAGS = {
  projects: "Projects that a key may read",
  documents: "The framework document, and files of other formats",
  observations: "Reported values and what they come to",
  results: "Results and findings by document, log and observations",
  log: "The project's state, its commands, its events",
  pages: "Pages for a browser, with their data",
} as const;

const COMPONENTS = "#/components/schemas/";
/** Without a form of its own: generators of clients do not take schemas that refer to themselves. */
const JSON_VALUE = { description: "Any JSON value" };

/** The named schemas of an OpenAPI, as routes need them. */
class Components {
  readonly schemas: Record<string, Schema> = { Json: JSON_VALUE };
  readonly #ways = new Map<string, "input" | "output">();
  readonly #close: (json: Schema, zod: z.core.$ZodType) => void;

  constructor(profile: Profile) {
    this.#close = closing(profile);
  }

  /** A zod schema as JSON Schema. Those with an id become components. What may be any JSON value says so; other objects list their properties. */
  schema(zod: z.ZodType | { $ref: string }, io: "input" | "output"): Schema {
    if ("$ref" in zod) return zod;
    const {
      $defs = {},
      $schema: _,
      ...root
    } = z.toJSONSchema(zod, {
      target: "draft-2020-12",
      io,
      unrepresentable: "any",
      override: ({ jsonSchema, zodSchema }) => {
        complete(jsonSchema as Schema, zodSchema, io);
        this.#close(jsonSchema as Schema, zodSchema);
      },
    }) as Schema & { $defs?: Record<string, Schema> };
    for (const [name, { id: __, ...schema }] of Object.entries($defs)) this.#add(name, schema, io);
    const { id, ...own } = root as Schema & { id?: string };
    if (id === undefined) return withComponents(own);
    this.#add(id, own, io);
    return { $ref: COMPONENTS + id };
  }

  /** What is returned is valid as what is sent, in which fields with a default may be absent: of two forms, that one is documented. */
  #add(name: string, schema: Schema, io: "input" | "output"): void {
    if (schema.not !== undefined) return;
    const own = withComponents(schema);
    const other = this.schemas[name];
    if (other !== undefined && this.#ways.get(name) === io && sorted(other) !== sorted(own))
      throw new TypeError(`two forms of ${name} in one OpenAPI`);
    if (other !== undefined && io === "output") return;
    this.schemas[name] = own;
    this.#ways.set(name, io);
  }
}

/** Closes what agencies may add to, to what a server knows: the fund's codes and those of its profile. */
function closing({ causes, events, states, roles }: Profile): (json: Schema, zod: z.core.$ZodType) => void {
  const own = Object.keys(events);
  const closed = new Map<z.core.$ZodType, readonly string[]>([
    [Cause, [...FundCause.options, ...Object.keys(causes)]],
    [ActivityState, [...FundState.options, ...Object.keys(states)]],
    [ActivityEventType, [...ACTIVITY_EVENT_TYPES, ...own]],
    [Role, [...new Set([...FundRole.options, ...Object.keys(roles)])]],
  ]);
  return (json, zod) => {
    const values = closed.get(zod) ?? (zod._zod.parent && closed.get(zod._zod.parent));
    if (values !== undefined && json.$ref === undefined) {
      delete json.anyOf;
      Object.assign(json, { type: "string", enum: values });
    }
    if (zod === OwnEvent && own.length === 0) Object.assign(json, { not: {} });
    else if (zod === OwnEvent)
      json.properties = { ...(json.properties as Schema), type: { type: "string", enum: own } };
    if (zod === ActivityEvent && own.length === 0) json.anyOf = (json.anyOf as Schema[]).slice(0, 1);
  };
}

/** A schema as text, whatever the order of its keys. */
const sorted = (schema: Schema): string =>
  JSON.stringify(schema, (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

function complete(json: Schema, zod: z.core.$ZodType, io: "input" | "output"): void {
  if (zod._zod.def.type === "unknown" || zod._zod.def.type === "any") json.$ref = `${COMPONENTS}Json`;
  if (json.properties !== undefined && json.additionalProperties === undefined)
    json.additionalProperties = false;
  // Generators of clients take a field with a default for one that must be sent.
  if (io === "input" && json.default !== undefined) {
    json.description = [json.description, `Default: ${JSON.stringify(json.default)}.`]
      .filter(Boolean)
      .join(". ");
    delete json.default;
  }
}

/** A schema whose references lead to the components. */
function withComponents(schema: unknown): Schema {
  const text = JSON.stringify(schema);
  return JSON.parse(text.replaceAll('"$ref":"#/$defs/', `"$ref":"${COMPONENTS}`)) as Schema;
}

/** The OpenAPI of routes. `named`: bodies that are referred to by their names. `descriptions`: of fields that do not describe themselves. */
export function openApiOf(
  definitions: readonly { type: string; route?: unknown }[],
  named: readonly z.ZodType[],
  profile: Profile,
  descriptions: Descriptions,
): Schema {
  const components = new Components(profile);
  for (const schema of named) components.schema(schema, "input");
  const content = (media: Record<string, MediaType> | undefined, io: "input" | "output") =>
    media === undefined
      ? {}
      : {
          content: Object.fromEntries(
            Object.entries(media).map(([type, { schema, ...more }]) => [
              type,
              { schema: components.schema(schema, io), ...more },
            ]),
          ),
        };
  const parameters = ({ params, query, headers }: NonNullable<Route["request"]>) =>
    Object.entries({ path: params, query, header: headers }).flatMap(([where, object]) =>
      Object.entries(object?.shape ?? {}).map(([name, zod]) => {
        const { description, example, ...schema } = components.schema(zod as z.ZodType, "input");
        return {
          ...{ name, in: where, required: where === "path" },
          ...(description !== undefined && { description }),
          ...(example !== undefined && { example }),
          schema,
        };
      }),
    );
  const paths: Record<string, Schema> = {};
  for (const definition of definitions) {
    if (definition.type !== "route") continue;
    const { method, path, operationId, tags, summary, request, responses } = definition.route as Route;
    const operation: Schema = {
      ...{ operationId, tags, summary },
      ...(request !== undefined && { parameters: parameters(request) }),
      ...(request?.body !== undefined && {
        requestBody: { required: true, ...content(request.body.content, "input") },
      }),
      responses: Object.fromEntries(
        Object.entries(responses).map(([status, { description, content: media }]) => [
          status,
          { description, ...content(media, "output") },
        ]),
      ),
    };
    paths[path] = { ...paths[path], [method]: operation };
  }
  for (const [id, schema] of Object.entries(components.schemas)) describeFields(id, schema, descriptions);
  return {
    openapi: "3.1.0",
    info: {
      title: "Cadre",
      version: "1",
      description:
        "Results frameworks of the UN Peacebuilding Fund: documents, observations, lifecycles, findings, exports.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "./" }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{ key: [] }],
    paths,
    components: {
      schemas: components.schemas,
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "The secret of a key" } },
    },
  };
}
