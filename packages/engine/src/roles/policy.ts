import { z } from "zod";
import { Role } from "../log/index.ts";

/**
 * One line of the table of who may do what. `may` names commands, `activity.delay`, or all of a kind, `activity.*`; `project.read` is
 * looking. `on: "own"`: only where the actor's agency is the one concerned (the activity is theirs, the budget lines are).
 */
export const Permission = z
  .object({ role: Role, may: z.array(z.string()), on: z.enum(["own", "any"]) })
  .meta({ id: "AuthorisationRule" });
export type Permission = z.infer<typeof Permission>;

/** Who may send what, as data. What no rule allows is denied. */
export const AuthorisationPolicy = z
  .object({
    id: z.string(),
    version: z.string(),
    /** Where the rule is written. */
    source: z.string(),
    rules: z.array(Permission),
  })
  .meta({ id: "AuthorisationPolicy" });
export type AuthorisationPolicy = z.infer<typeof AuthorisationPolicy>;

/** That somebody holds a role: the embedding system's word, against which an actor's own is held. */
export const Grant = z
  .object({
    /** The actor's id. */
    actor: z.string(),
    role: Role,
    /** The agency that they may act for; `null` of the fund's own offices and of the system. */
    agency: z.string().nullable(),
    projects: z.union([z.literal("all"), z.array(z.string())]),
  })
  .meta({ id: "Grant" });
export type Grant = z.infer<typeof Grant>;

const ACTIVITY = [
  "activity.start",
  "activity.delay",
  "activity.suspend",
  "activity.resume",
  "activity.complete",
  "activity.propose-reallocation",
];

/**
 * The roles as the fund's papers have them: agencies tell what becomes of their own activities and money, the convening agency speaks for
 * all of them and hands in the reports, the Secretariat reviews, the Peacebuilding Support Office approves.
 */
export const PBF_AUTHORISATION: AuthorisationPolicy = {
  id: "pbf-authorisation",
  version: "cadre-1",
  source: "Reading of the fund's papers by Cadre: a project's own arrangements prevail",
  rules: [
    ...Role.options.map((role): Permission => ({ role, may: ["project.read"], on: "any" })),
    {
      role: "recipient-agency",
      may: [...ACTIVITY, "activity.cancel", "money.move", "schedule.set-dates"],
      on: "own",
    },
    {
      role: "convening-agency",
      may: [...ACTIVITY, "activity.cancel", "money.move", "schedule.*", "report.submit"],
      on: "any",
    },
    {
      role: "secretariat",
      may: ["project.open", "project.start", "report.review", "report.return"],
      on: "any",
    },
    {
      role: "pbso",
      may: [
        ...["project.open", "project.start", "project.approve-extension", "project.close"],
        ...["activity.add", "activity.approve-reallocation", "activity.reject-reallocation"],
        ...["activity.revert-reallocation", "activity.cancel"],
        ...["money.approve-move", "money.reject-move", "report.approve", "report.return"],
      ],
      on: "any",
    },
    { role: "system", may: ["reminder.record"], on: "any" },
  ],
};
