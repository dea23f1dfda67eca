export {
  type Access,
  ApiKey,
  type Authenticate,
  makeKey,
  type RateLimit,
  SERVER_AUTHORISATION,
  type Session,
} from "./auth/index.ts";
export {
  type AddedRows,
  createDocumentStore,
  type DocumentStore,
  type RequestContext,
  type SavedDocument,
  type SaveOptions,
  type SaveResult,
} from "./documents/index.ts";
export { PUBLIC_PATHS } from "./routes/app.ts";
export type { Env } from "./routes/env.ts";
export type { LogEntry } from "./routes/log-entry.ts";
export { CommandBody } from "./routes/log-schemas.ts";
export { HttpProblem } from "./routes/problem-body.ts";
export type { StreamLimits } from "./routes/streams.ts";
export { type CadreServer, createServer, type ServerOptions } from "./server.ts";
