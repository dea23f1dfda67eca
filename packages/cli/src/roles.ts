/** The fund's roles that a key of the service may have, apart from the core, so that help loads nothing of it. */
export const ROLES = [
  "recipient-agency",
  "convening-agency",
  "secretariat",
  "pbso",
  "viewer",
  "system",
] as const;
