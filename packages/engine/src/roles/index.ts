export { type DenialReason, denialOf, type Request } from "./authorise.ts";
export { AuthorisationPolicy, Grant, PBF_AUTHORISATION, Permission } from "./policy.ts";
