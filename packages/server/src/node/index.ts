export { type Listening, type ListenOptions, listen, type Served } from "./listen.ts";
export { type RequestHandler, type RequestHandlerOptions, requestHandler } from "./listener.ts";
