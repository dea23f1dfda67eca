import type { Finding, Writer } from "@cadre/core";
import type { DisclosurePolicy } from "@cadre/core/disclosure";
import { FUND_PROFILE, type Profile } from "@cadre/core/lifecycle";
import {
  type AuthorisationPolicy,
  createEngine,
  type Engine,
  type EngineOptions,
  type EventStore,
  type Role,
} from "@cadre/engine";
import { withRoles } from "@cadre/engine/internal";
import {
  type ApiKey,
  type Authenticate,
  grantBook,
  grantsOf,
  type RateLimit,
  SERVER_AUTHORISATION,
} from "./auth/index.ts";
import { createDashboardService } from "./dashboard/index.ts";
import { createDocumentStore, type DocumentStore } from "./documents/index.ts";
import { frameworkJson } from "./json-writer.ts";
import { createApp } from "./routes/app.ts";
import type { LogEntry } from "./routes/log-entry.ts";
import { logSchemas } from "./routes/log-schemas.ts";
import { readiness } from "./routes/ready.ts";
import { type StreamLimits, streamOpener } from "./routes/streams.ts";

/** Options of {@link createServer}. */
export interface ServerOptions {
  /** The store of the projects' events. */
  events: EventStore;
  /** The store of documents and observations. It must not be the one of the events: readers of that one know the engine's events only. */
  documents: EventStore;
  /** Keys of programs and people. Default: none. */
  keys?: readonly ApiKey[];
  /**
   * The sender of a request by the host's own sessions or tokens; `null`: not authenticated, and the keys are tried. A request that a browser
   * sends by itself (with a cookie) must come from a page of this host or of one of `cors`.
   */
  authenticate?: Authenticate;
  /** Origins whose pages may ask from a browser: `https://dashboard.example.org`. Default: none, this host's own pages alone. */
  cors?: readonly string[];
  /** The key that a request without one acts under. Default: none, every request needs a key. */
  anonymous?: ApiKey;
  /** Export formats beside JSON. */
  writers?: readonly Writer[];
  /** What a reader noticed about a revision of a project's document: shown and counted with the findings of the rules. Default: nothing. */
  readerFindings?: (project: string, revision: number) => readonly Finding[];
  /** What an agency adds to the fund's states, events, causes and roles. Default: nothing. */
  profile?: Profile;
  /** Which role may do what. Default: `PBF_AUTHORISATION` of `@cadre/engine`. */
  policy?: AuthorisationPolicy;
  /** Limit of each key and, for requests without a valid one, of each client address. Default: a burst of 200, then 50 a second. */
  rate?: RateLimit;
  /** Limits of live streams. Default: 50 of one key, 1,000 of the process. */
  streams?: StreamLimits;
  /**
   * Number of reverse proxies in front of the server, each of which appends the client's address to `X-Forwarded-For`. Default: 0, the
   * header is ignored.
   */
  trustedProxies?: number;
  /** Hostnames under which a server with `anonymous` may be asked, beside those of this machine. Others are refused (DNS rebinding). */
  hosts?: readonly string[];
  /** Largest body of a request. Default: 10 MB. */
  maxBodyBytes?: number;
  /**
   * Small counts are withheld from readers, in documents, results, pages and exports. Roles in `exempt` see them; default: those that may save
   * documents. Default: nothing is withheld.
   */
  disclosure?: {
    /** When a count is small. Default: below 5. */
    policy?: Partial<DisclosurePolicy>;
    /** Roles that see small counts. Default: those that may save documents. */
    exempt?: readonly Role[];
  };
  /** Receives an entry per request. Default: lines of JSON on standard error. */
  log?: (entry: LogEntry) => void;
  /** Other options of the engine. */
  engine?: Omit<EngineOptions, "store" | "grants" | "policy" | "profile">;
}

/** A server: its Hono app, to be served or mounted in another, with its engine and its documents. */
export interface CadreServer {
  /** Hono app: `serve({ fetch: app.fetch })`, or `app.route("/cadre", server.app)` in another. */
  app: ReturnType<typeof createApp>;
  /** What commands and reads of the routes go to. */
  engine: Engine;
  /** Every revision of each project's framework document. */
  documents: DocumentStore;
}

/** Roles of people who have the whole document anyway. */
const rolesThatSave = ({ permissions }: AuthorisationPolicy): Role[] =>
  permissions.flatMap(({ role, actions }) => (actions.includes("framework.save") ? [role] : []));

/** Creates a server. Any number of them, in any number of processes, may use the same stores. */
export function createServer(options: ServerOptions): CadreServer {
  const { keys = [], anonymous = null, authenticate = null, cors: origins = [], writers = [] } = options;
  const {
    profile = FUND_PROFILE,
    rate = { burst: 200, perSecond: 50 },
    maxBodyBytes = 10_000_000,
    streams = { perKey: 50, total: 1_000 },
    trustedProxies = 0,
    hosts = [],
  } = options;
  const policy = withRoles(options.policy ?? SERVER_AUTHORISATION, profile);
  const log = options.log ?? ((entry: LogEntry) => process.stderr.write(`${JSON.stringify(entry)}\n`));
  const grants = grantBook(grantsOf(anonymous === null ? keys : [...keys, anonymous]));
  const engine = createEngine({
    ...options.engine,
    ...{ store: options.events, grants: grants.of, policy: options.policy ?? SERVER_AUTHORISATION, profile },
  });
  const documents = createDocumentStore(options.documents, { clock: options.engine?.clock });
  const { readerFindings } = options;
  const dashboards = createDashboardService(engine, documents, options.events, { readerFindings, profile });
  const disclosure = options.disclosure && {
    policy: options.disclosure.policy ?? {},
    exempt: options.disclosure.exempt ?? rolesThatSave(policy),
  };
  const unavailable = readiness({ events: options.events, documents: options.documents });
  const app = createApp(
    {
      ...{ engine, documents, dashboards, policy, profile, grants, schemas: logSchemas(profile) },
      disclosure: disclosure
        ? {
            ...disclosure,
            dashboards: createDashboardService(engine, documents, options.events, {
              ...{ readerFindings, profile },
              policy: disclosure.policy,
            }),
          }
        : null,
      ...{ writers: [frameworkJson, ...writers], maxBodyBytes, openStream: streamOpener(streams) },
    },
    { keys, anonymous, authenticate, grants, rate, trustedProxies, hosts, origins, unavailable, log },
  );
  return { app, engine, documents };
}
