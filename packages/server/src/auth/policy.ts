import { type AuthorisationPolicy, PBF_AUTHORISATION } from "@cadre/engine";

/** The fund's roles, and who may save a framework document or report figures besides. */
export const SERVER_AUTHORISATION: AuthorisationPolicy = {
  ...PBF_AUTHORISATION,
  id: "cadre-server",
  rules: [
    ...PBF_AUTHORISATION.rules,
    { role: "convening-agency", may: ["framework.save", "observations.add"], on: "any" },
    { role: "recipient-agency", may: ["observations.add"], on: "any" },
    { role: "secretariat", may: ["framework.save", "observations.add"], on: "any" },
    { role: "pbso", may: ["framework.save"], on: "any" },
    { role: "system", may: ["framework.save", "observations.add"], on: "any" },
  ],
};
