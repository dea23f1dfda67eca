export { ApiKey, makeKey, type RateLimit, SERVER_AUTHORISATION } from "./access/index.ts";
export { type LogEntry, PUBLIC_PATHS } from "./api/app.ts";
export type { Env } from "./api/context.ts";
export { createClient } from "./client.ts";
export { type CadreServer, createServer, type ServerOptions } from "./server.ts";
export { type By, createShelf, type Put, type Shelf, type Shelved } from "./shelf/index.ts";
