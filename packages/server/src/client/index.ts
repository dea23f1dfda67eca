export {
  type CadreClient,
  type ClientOptions,
  createClient,
  type LiveEvent,
  type LiveOptions,
} from "./client.ts";
