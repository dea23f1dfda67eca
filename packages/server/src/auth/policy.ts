import { type AuthorisationPolicy, PBF_AUTHORISATION } from "@cadre/engine";

/** The roles of the fund, with permissions to save framework documents and to add observations. */
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
