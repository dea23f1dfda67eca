export { clientAddress } from "./address.ts";
export { ApiKey, actorOf, covers, credentialsIn, grantsOf, keyFinder, makeKey } from "./keys.ts";
export { isOwnOrigin, isSameOrigin } from "./origin.ts";
export { SERVER_AUTHORISATION } from "./policy.ts";
export { type RateLimit, rateLimiter } from "./rate.ts";
