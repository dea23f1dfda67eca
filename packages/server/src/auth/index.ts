export { ApiKey, actorOf, grantsOf, keyOf, makeKey, secretIn } from "./keys.ts";
export { SERVER_AUTHORISATION } from "./policy.ts";
export { type RateLimit, rateLimiter } from "./rate.ts";
