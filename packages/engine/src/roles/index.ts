export { denialOf, type Request } from "./authorize.ts";
export { AuthorisationPolicy, Grant, PBF_AUTHORISATION, Permission, withRoles } from "./policy.ts";
