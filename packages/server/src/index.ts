export { ApiKey, makeKey, type RateLimit, SERVER_AUTHORISATION } from "./auth/index.ts";
export { createClient } from "./client/index.ts";
export {
  createDocumentStore,
  type DocumentStore,
  type RequestContext,
  type SavedDocument,
  type SaveResult,
} from "./documents/index.ts";
export { type LogEntry, PUBLIC_PATHS } from "./routes/app.ts";
export type { Env } from "./routes/context.ts";
export { type CadreServer, createServer, type ServerOptions } from "./server.ts";
