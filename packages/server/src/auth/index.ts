export {
  type Access,
  type Authenticate,
  accessOfKey,
  accessOfSession,
  covers,
  type GrantBook,
  grantBook,
  type Session,
} from "./access.ts";
export { clientAddress } from "./address.ts";
export { ApiKey, credentialsIn, grantsOf, keyFinder, makeKey } from "./keys.ts";
export { isOwnOrigin, isSameOrigin } from "./origin.ts";
export { SERVER_AUTHORISATION } from "./policy.ts";
export { type RateLimit, rateLimiter } from "./rate.ts";
