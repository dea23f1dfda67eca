import { type AuthorisationPolicy, PBF_AUTHORISATION } from "@cadre/engine";

/** The fund's roles, and who may save a framework document or report figures besides. */
export const SERVER_AUTHORISATION: AuthorisationPolicy = {
  ...PBF_AUTHORISATION,
  id: "cadre-server",
  permissions: [
    ...PBF_AUTHORISATION.permissions,
    { role: "convening-agency", actions: ["framework.save", "observations.add"], scope: "any" },
    { role: "recipient-agency", actions: ["observations.add"], scope: "any" },
    { role: "secretariat", actions: ["framework.save", "observations.add"], scope: "any" },
    { role: "pbso", actions: ["framework.save"], scope: "any" },
    { role: "system", actions: ["framework.save", "observations.add"], scope: "any" },
  ],
};
