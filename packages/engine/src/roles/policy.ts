import { FUND_PROFILE, FundRole, type Profile } from "@cadre/core/lifecycle";
import * as z from "zod";
import { Role } from "../log/index.ts";

/** One row of the table of permissions. */
export const Permission = z
  .object({
    /** The role that may. */
    role: Role,
    /** Commands (`activity.delay`), all of a kind (`activity.*`, an agency's own `activity.river:*`), or `project.read`. */
    actions: z.array(z.string()),
    /** `own`: only where the actor's agency is the one concerned (its activity, its budget lines). `any`: everywhere. */
    scope: z.enum(["own", "any"]),
  })
  .meta({ id: "Permission" });
export type Permission = z.infer<typeof Permission>;

/** Permissions as data. What no permission allows is denied. */
export const AuthorisationPolicy = z
  .object({
    /** The policy's name. */
    id: z.string(),
    /** Changes whenever the permissions do. */
    version: z.string(),
    /** Where the rule is written. */
    source: z.string(),
    /** What one of them allows is allowed. */
    permissions: z.array(Permission),
  })
  .meta({ id: "AuthorisationPolicy" });
export type AuthorisationPolicy = z.infer<typeof AuthorisationPolicy>;

/** A role that an actor holds, as the embedding system states it; the role that an actor claims is checked against it. */
export const Grant = z
  .object({
    /** The actor's id. */
    actor: z.string(),
    /** The role that they may act in. */
    role: Role,
    /** The agency that they may act for; `null` of the fund's own offices and of the system. */
    agency: z.string().nullable(),
    /** Ids of the projects in which they hold the role, or all. */
    projects: z.union([z.literal("all"), z.array(z.string())]),
  })
  .meta({ id: "Grant" });
export type Grant = z.infer<typeof Grant>;

const ACTIVITY = [
  "activity.start",
  "activity.delay",
  "activity.suspend",
  "activity.end-hold-up",
  "activity.resume",
  "activity.complete",
  "activity.propose-reallocation",
  "activity.withdraw-reallocation",
];

/**
 * The roles of the fund's documents: agencies report on their own activities and money, the convening agency reports for all of them and
 * submits the reports, the Secretariat reviews, the Peacebuilding Support Office approves.
 */
export const PBF_AUTHORISATION: AuthorisationPolicy = {
  id: "pbf-authorisation",
  version: "cadre-1",
  source: "Cadre's reading of the fund's documents; a project's own arrangements prevail",
  permissions: [
    ...FundRole.options.map((role): Permission => ({ role, actions: ["project.read"], scope: "any" })),
    {
      role: "recipient-agency",
      actions: [...ACTIVITY, "activity.cancel", "money.move", "schedule.set-dates"],
      scope: "own",
    },
    {
      role: "convening-agency",
      actions: [
        ...[...ACTIVITY, "activity.cancel", "activity.hand-over", "activity.merge", "activity.split"],
        ...["money.move", "schedule.*", "report.submit", "activity.record", "entry.void", "entry.correct"],
      ],
      scope: "any",
    },
    {
      role: "secretariat",
      actions: ["project.open", "project.start", "report.review", "report.return"],
      scope: "any",
    },
    {
      role: "pbso",
      actions: [
        ...["project.open", "project.start", "project.approve-extension", "project.close"],
        ...["project.suspend", "project.resume", "project.close-financially", "entry.void", "entry.correct"],
        ...["activity.add", "activity.approve-reallocation", "activity.reject-reallocation"],
        ...["activity.revert-reallocation", "activity.cancel"],
        ...[
          "activity.reopen",
          "activity.reinstate",
          "activity.hand-over",
          "activity.merge",
          "activity.split",
        ],
        ...["money.approve-move", "money.reject-move", "report.approve", "report.return"],
      ],
      scope: "any",
    },
    { role: "system", actions: ["reminder.record"], scope: "any" },
  ],
};

/** A policy with what a profile permits its own roles, and the fund's beside what they may do already. */
export function withRoles(
  policy: AuthorisationPolicy,
  { roles }: Pick<Profile, "roles"> = FUND_PROFILE,
): AuthorisationPolicy {
  const own = Object.entries(roles).map(([role, { may, scope }]) => ({
    role: Role.parse(role),
    actions: [...may],
    scope,
  }));
  return own.length === 0 ? policy : { ...policy, permissions: [...policy.permissions, ...own] };
}
