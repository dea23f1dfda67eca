export { type ClientOptions, createClient, type LiveEvent } from "./client.ts";
