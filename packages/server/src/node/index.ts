export { type Listening, type ListenOptions, listen, type Served } from "./listen.ts";
export { type RequestHandler, requestHandler } from "./listener.ts";
