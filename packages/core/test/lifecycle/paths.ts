/**
 * Paths of real life and the state that a careful reader gives them, in a short notation. Months are of 2020.
 * `+` started, `d(cause)` delayed, `s(cause)` suspended, `-d(cause)` that hold-up over, `>` resumed, `p` change proposed, `a` approved,
 * `n` rejected, `w` withdrawn, `r` reverted, `x` cancelled, `v` completed (`v60%`: in part), `o` reopened, `i` reinstated,
 * `h` handed over, `m` merged into 1.1.2. A date follows: `03`, `06-10`, `2021-06`, `?` (undated), `..09` an expected end.
 * The report that describes the events is of 2020-11-15.
 */
export interface LifecyclePath {
  path: string;
  /** The state; two where the order of events decides and is not known. */
  state: string | readonly string[];
  plan?: "original" | "proposed" | "changed" | "reverted";
  /** Start as an interval of days, both included; `null` for an unknown bound. */
  started?: readonly [string | null, string | null] | null;
  /** Causes of the open hold-ups. */
  open?: readonly string[];
  /** Expected end of the open hold-ups, by cause; `null` where none is known. */
  expected?: Readonly<Record<string, string | null>>;
  /** Days lost over all causes together, at least and at most. */
  lost?: readonly [number, number | null];
  share?: number;
  /** Codes of findings. */
  findings?: readonly string[];
  refused?: readonly string[];
}

export const LIFECYCLE_PATHS: readonly LifecyclePath[] = [
  { path: "v 06", state: "done", started: [null, "2020-06-30"] },
  {
    path: "+ 01, d(covid-19) 03, v 09",
    state: "done",
    started: ["2020-01-01", "2020-01-31"],
    open: [],
    lost: [0, 213],
  },
  { path: "d(covid-19) 03, v 11-10", state: "done", started: ["2020-03-01", "2020-11-10"] },
  { path: "+ 01, s(insecurity) 03, v 09", state: "done", open: [] },
  { path: "s(insecurity) 03", state: "suspended", started: null, open: ["insecurity"] },
  { path: "d(covid-19) 03, x 06", state: "cancelled", open: [] },
  {
    path: "+ 01, p 05, a 06, + 07, v 11-12",
    state: "done",
    plan: "changed",
    started: ["2020-01-01", "2020-01-31"],
    findings: ["lifecycle/started-again"],
  },
  { path: "+ 01, p 05, a 06, v 11-12", state: "done", plan: "changed" },
  { path: "+ 01, p 05, v 06", state: "done", plan: "proposed", findings: ["lifecycle/proposal-open"] },
  { path: "+ 01, p 05, d(covid-19) 06, a 07", state: "delayed", plan: "changed" },
  { path: "+ 01, p 05, s(insecurity) 06, n 07", state: "suspended", plan: "original" },
  {
    path: "+ 01, s(insecurity) 03, d(covid-19) 06",
    state: "suspended",
    open: ["covid-19", "insecurity"],
  },
  { path: "+ 01, p 05, a 06, s(insecurity) 07", state: "suspended", plan: "changed" },
  { path: "a 06", state: "reallocated", plan: "changed", findings: ["lifecycle/implied"] },
  { path: "p 05, a 05, + 06, r 09", state: "in-progress", plan: "reverted" },
  { path: "p 05, a 05, d(covid-19) 06, r 09", state: "delayed", plan: "reverted" },
  { path: "+ 01, p 05, a 05, r 09", state: "in-progress", plan: "reverted" },
  { path: "p 05, a 05, r 09", state: "planned", plan: "reverted" },
  { path: "+ 01, p 05, w 06", state: "in-progress", plan: "original" },
  { path: "+ 01, v 06, o 09", state: "in-progress" },
  { path: "x 06, i 09", state: "planned" },
  { path: "> 09", state: "in-progress", started: [null, "2020-09-30"], findings: ["lifecycle/implied"] },
  {
    path: "+ 03, + 05",
    state: "in-progress",
    started: ["2020-03-01", "2020-03-31"],
    findings: ["lifecycle/repeated"],
  },
  { path: "+ 01, v 06, v 06", state: "done", findings: ["lifecycle/repeated"] },
  { path: "d(covid-19) 03, -d(covid-19) 06", state: "planned", open: [], lost: [62, 121] },
  { path: "d(covid-19) 03, d(season) 06", state: "delayed", open: ["covid-19", "season"] },
  { path: "d(covid-19) 03, d(season) 06, -d(covid-19) 09", state: "delayed", open: ["season"] },
  {
    path: "d(covid-19) 03 ..2021-06, d(covid-19) 09 ..2021-01",
    state: "delayed",
    expected: { "covid-19": "2021-01" },
  },
  {
    path: "d(covid-19) 03 ..2021-06, d(insecurity) 09",
    state: "delayed",
    expected: { "covid-19": "2021-06", insecurity: null },
  },
  { path: "+ 01, s(other) 03 ..09", state: "suspended", expected: { other: "2020-09" } },
  { path: "v 06-10, + 06-10", state: "done" },
  { path: "+ 06-10, v 06-10", state: "done" },
  {
    path: "+ 03, d(covid-19) 03-31, v 03-15",
    state: "done",
    started: ["2020-03-01", "2020-03-15"],
    refused: ["delayed"],
  },
  { path: "+ ?, d(covid-19) 03", state: ["in-progress", "delayed"] },
  { path: "+ ?, s(insecurity) 04", state: "suspended", started: [null, "2020-04-30"] },
  { path: "+ ?, d(covid-19) 03, v 11-15", state: "done" },
  {
    path: "d(covid-19) 2021-03",
    state: "planned",
    findings: ["lifecycle/expected"],
  },
  { path: "+ 01, v60% 06, x 09", state: "done", share: 0.6 },
  { path: "+ 01, h 06", state: "in-progress" },
  { path: "m 07", state: "merged" },
  // More of the kind.
  { path: "", state: "planned", started: null },
  { path: "d(covid-19) 03", state: "delayed", started: null, open: ["covid-19"] },
  { path: "d(covid-19) 03, + 06", state: "in-progress", open: [] },
  { path: "s(insecurity) 03, > 06", state: "in-progress", findings: ["lifecycle/implied"] },
  { path: "+ 01, d(covid-19) 03, > 06", state: "in-progress", open: [] },
  { path: "p 05, d(covid-19) 06", state: "delayed", plan: "proposed" },
  { path: "p 05, v 06", state: "done", plan: "proposed" },
  { path: "p 05, x 06", state: "cancelled", plan: "proposed" },
  { path: "p 05, a 06", state: "reallocated", plan: "changed" },
  { path: "p 05, n 06", state: "planned", plan: "original" },
  { path: "p 03, a 04, p 05, n 06", state: "reallocated", plan: "changed" },
  { path: "p 03, a 04, p 05, w 06, d(season) 07", state: "delayed", plan: "changed" },
  { path: "p 05, a 06, x 07", state: "cancelled", plan: "changed" },
  { path: "+ 01, s(insecurity) 03, -s(insecurity) 05, d(season) 06, v 09", state: "done" },
  { path: "+ 01, s(insecurity) 03, d(covid-19) 06, -s(insecurity) 07", state: "delayed", open: ["covid-19"] },
  { path: "+ 01, v 06, o 09, v 10", state: "done" },
  { path: "x 06, i 07, + 08, v 09", state: "done" },
  { path: "+ 01, v 06, d(covid-19) 07", state: "done", refused: ["delayed"] },
  { path: "+ 01, v 06, s(covid-19) 07", state: "done", refused: ["suspended"] },
  { path: "x 06, + 07", state: "cancelled", refused: ["started"] },
  { path: "x 06, v 07", state: "cancelled", refused: ["completed"] },
  { path: "v 06, x 07", state: "done", refused: ["cancelled"] },
  { path: "o 06", state: "planned", refused: ["reopened"] },
  { path: "i 06", state: "planned", refused: ["reinstated"] },
  { path: "m 07, + 08", state: "merged", refused: ["started"] },
  { path: "+ 2021-01", state: "planned", findings: ["lifecycle/expected"] },
  { path: "+ 01, v 2021-02", state: "in-progress", findings: ["lifecycle/expected"] },
  { path: "+ 01, d(covid-19) 03, d(insecurity) 03, > 09", state: "in-progress", open: [] },
  { path: "+ ?, v 11-10", state: "done", started: [null, "2020-11-10"] },
  // Partial completion, hold-ups by kind and cause, plans that go to and fro, what comes too late.
  { path: "+ 01, d(covid-19) 03, s(insecurity) 05, > 07, d(season) 08, v 11-10", state: "done", open: [] },
  { path: "x 06, x 07", state: "cancelled", findings: ["lifecycle/repeated"] },
  { path: "m 07, v 08", state: "merged", refused: ["completed"] },
  { path: "d(covid-19) 03, h 06", state: "delayed", open: ["covid-19"] },
  { path: "v50% 06", state: "in-progress", share: 0.5, started: [null, "2020-06-30"] },
  { path: "v50% 06, v80% 09", state: "in-progress", share: 0.8 },
  { path: "v50% 06, v 09", state: "done", share: 1 },
  { path: "+ 01, v60% 06, d(covid-19) 07", state: "delayed", share: 0.6 },
  {
    path: "+ 01, s(covid-19) 03, s(insecurity) 04, -s(covid-19) 06",
    state: "suspended",
    open: ["insecurity"],
  },
  { path: "+ 01, s(covid-19) 03, -s(covid-19) 06", state: "in-progress", open: [] },
  { path: "d(covid-19) 03, -d(covid-19) 06, d(season) 07", state: "delayed", open: ["season"] },
  { path: "p 05, n 06, p 07, a 08", state: "reallocated", plan: "changed" },
  { path: "a 05, r 09", state: "planned", plan: "reverted" },
  { path: "p 05, r 09", state: "planned", plan: "reverted" },
  { path: "+ 01, a 05, r 06, a 08", state: "in-progress", plan: "changed" },
  { path: "+ 01, v 06, o 07, s(insecurity) 08", state: "suspended" },
  { path: "+ 01, d(season) 06-01, -d(season) 10-31", state: "in-progress", lost: [152, 152] },
  {
    path: "d(covid-19) 03-01, d(season) 04-01, -d(season) 05-01, -d(covid-19) 06-01",
    state: "planned",
    lost: [92, 92],
  },
  { path: "d(covid-19) 03-01, -d(covid-19) 03-01", state: "planned", lost: [0, 0] },
  { path: "+ 2020, v 2020", state: "done" },
  { path: "+ 2019, d(covid-19) 2020", state: "delayed" },
  { path: "s(insecurity) 03, v 09", state: "done", open: [] },
  { path: "> 05, d(season) 07", state: "delayed", open: ["season"] },
  { path: "r 05", state: "planned", plan: "reverted", findings: ["lifecycle/implied"] },
  { path: "n 05", state: "planned", plan: "original", findings: ["lifecycle/implied"] },
  { path: "w 05", state: "planned", plan: "original", findings: ["lifecycle/implied"] },
  { path: "x 06, d(covid-19) 07", state: "cancelled", refused: ["delayed"] },
  { path: "x 06, p 07", state: "cancelled", refused: ["reallocation-proposed"] },
  { path: "+ 01, x 06, i 08", state: "in-progress" },
  { path: "+ 03, v 03, d(covid-19) 04", state: "done", refused: ["delayed"] },
  { path: "d(covid-19) 03 ..09, -d(covid-19) 10", state: "planned", open: [] },
  { path: "+ 01, d(covid-19) 03, d(covid-19) 05", state: "delayed", open: ["covid-19"] },
  { path: "v 11-15, + ?", state: "done" },
  { path: "-d(covid-19) 06", state: "planned", findings: ["lifecycle/implied"] },
  { path: "h 06", state: "planned" },
  { path: "+ 01, v 06, h 07", state: "done", refused: ["handed-over"] },
];
