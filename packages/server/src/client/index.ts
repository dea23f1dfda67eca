export {
  type CadreClient,
  type ClientOptions,
  createClient,
  type FollowOptions,
  type LiveEvent,
} from "./client.ts";
