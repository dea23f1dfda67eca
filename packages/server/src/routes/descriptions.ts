// Made from the doc comments by `pnpm generate`: change those.

/** What fields mean, by schema and path. */
export const DESCRIPTIONS: Record<string, Record<string, string>> = {
  ProjectOpen: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    plan: "The project as its documents plan it.",
  },
  SourceLocation: {
    path: "`indicators/2.1.1/target`, `outcomes/1/rating`, `narrative/overall-status`, `project/startDate`.",
    line: "Line of the file, from 1.",
    cell: "In a workbook, sheet and cell as a formula writes them: `Budget!F12`, `'Tableau 1'!F12`. In a Word document, beside the line (there the number of the paragraph), its table: `table 5, row 12, cell 3`.",
  },
  ProjectPlan: {
    title: "`null` where the documents give none.",
    endDate: "Planned end, without extensions. `null` where it is not known.",
    genderMarker: "The project's gender marker, 0 to 3. `null` where it is not known.",
    agencies: "Recipient organisations.",
    "agencies.name": "By which lines and activities refer to it.",
    "agencies.convening": "Whether it coordinates the others.",
    activities: "Activities of all outputs.",
    lines: "The budget annex; empty where it is not known: no money can be moved then.",
    schedule: "Planned and actual dates of the activities, and what depends on what.",
  },
  PlannedActivity: {
    code: "`1.1.1`.",
    title: "`null` where the documents give none.",
    agencies: "Names of the agencies that carry it out. Empty where the documents do not say.",
  },
  BudgetLine: {
    id: "Names the line within the budget.",
    activity: "`null` where it belongs to no activity or output: indirect costs, evaluation.",
    output: "Code of the output; `null` where the line belongs to none.",
    agency: "Name of the agency that spends it, as on the cover.",
    category:
      "`null` where the annex does not say: its table of activities has agencies for columns and no categories.",
    amount: "What may be spent.",
    purpose: "What an additional cost is for, where its label says so.",
    title: "The label of a line that belongs to no activity, as written.",
    approved:
      "The approved amount, where the annex shows a revised budget beside it: `amount` is then the revised one.",
    gewe: "Share of it for gender equality and women's empowerment, 0 to 1; `null` where the annex does not say.",
    committed: "Committed: it cannot be moved any more.",
    spent: "Expenditure to date.",
    justification: "Justification of the share for gender equality, as written.",
    remark: "Remarks, as written.",
    extensions:
      "What a format or a user says that the document has no field for, by name or path. Plain data: kept and written, never read.",
  },
  Money: {
    minor: "Amount in the smallest unit of the currency: cents of USD.",
    currency: "ISO 4217 code: `USD`.",
  },
  Schedule: {
    activities: "Planned and actual dates.",
    dependencies: "What waits for what.",
  },
  ScheduledActivity: {
    code: "Code of the activity.",
    start: "Planned first day.",
    end: "Planned last day.",
    actualStart: "As precise as they are known.",
    actualEnd: "Day on which it ended; missing while it has not.",
    remaining: "Days of work that are left on the status date, where somebody has estimated them.",
    replanned: "The dates of the plan as last changed; `start` and `end` stay those of the original plan.",
    "replanned.start": "First day of the plan as last changed.",
    "replanned.end": "Last day of the plan as last changed.",
    indicators: "Indicators that it moves; without them, those of its output.",
  },
  Dependency: {
    from: "Code of the activity that comes first.",
    to: "Code of the activity that depends on it.",
  },
  ProjectStart: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
  },
  ProjectApproveExtension: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    endDate: "The project's new last day.",
    amount: "Further money that the fund gives with it (cost extension). Default: none (no-cost extension).",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ProjectSuspend: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    causes: "Why it is suspended. Absent: no cause is given.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ProjectResume: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ProjectClose: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ProjectCloseFinancially: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ActivityAdd: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "The activity as it is planned.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ActivityStart: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
  },
  ActivityDelay: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    causes: "Each cause begins a hold-up of its own. Empty: no cause is given.",
    expectedUntil:
      "The end that is expected of the hold-up: an expectation, not a fact. Absent: none is named.",
  },
  ActivitySuspend: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    causes: "Each cause begins a hold-up of its own. Empty: no cause is given.",
    expectedUntil:
      "The end that is expected of the hold-up: an expectation, not a fact. Absent: none is named.",
  },
  ActivityEndHoldUp: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    causes: "Causes whose hold-ups are over. Default: all.",
  },
  ActivityResume: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    causes: "Causes whose hold-ups are over. Default: all.",
  },
  ActivityProposeReallocation: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
  },
  ActivityApproveReallocation: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ActivityRejectReallocation: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ActivityWithdrawReallocation: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
  },
  ActivityRevertReallocation: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ActivityCancel: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
  },
  ActivityComplete: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    share: "Share that is completed so far, above 0 and up to 1. Default: 1, completed as a whole.",
  },
  ActivityReopen: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ActivityReinstate: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ActivityHandOver: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    to: "Name of the agency that is responsible from now on.",
  },
  ActivityMerge: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    into: "Code of the activity that goes on in its place.",
  },
  ActivitySplit: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    effective: "From when on it holds, as precise as it is known; `null` where only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The words of the source.",
    activity: "Code of the activity.",
    reportedOn: "Day of the report that states it. Default: the day of the record.",
    into: "Codes of the activities that go on in its place.",
  },
  ActivityRecord: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    activity: "Code of the activity.",
    events: "What happened, in any order.",
  },
  FundEvent: {
    "[started]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[started]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[started]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[started]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[started]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[started]reason": "Why it happened, as written.",
    "[delayed]causes": "Each cause begins a hold-up of its own. Empty: no cause was given.",
    "[delayed]expectedUntil":
      "The end that is expected of the hold-up: an expectation, not a fact. Absent: none is named.",
    "[delayed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[delayed]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[delayed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[delayed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[delayed]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[delayed]reason": "Why it happened, as written.",
    "[suspended]causes": "Each cause begins a hold-up of its own. Empty: no cause was given.",
    "[suspended]expectedUntil":
      "The end that is expected of the hold-up: an expectation, not a fact. Absent: none is named.",
    "[suspended]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[suspended]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[suspended]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[suspended]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[suspended]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[suspended]reason": "Why it happened, as written.",
    "[hold-up-ended]causes": "Causes whose hold-ups are over. Default: all.",
    "[hold-up-ended]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[hold-up-ended]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[hold-up-ended]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[hold-up-ended]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[hold-up-ended]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[hold-up-ended]reason": "Why it happened, as written.",
    "[resumed]causes": "Causes whose hold-ups are over. Default: all.",
    "[resumed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[resumed]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[resumed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[resumed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[resumed]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[resumed]reason": "Why it happened, as written.",
    "[reallocation-proposed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reallocation-proposed]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reallocation-proposed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reallocation-proposed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reallocation-proposed]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[reallocation-proposed]reason": "Why it happened, as written.",
    "[reallocation-approved]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[reallocation-approved]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reallocation-approved]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reallocation-approved]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reallocation-approved]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reallocation-approved]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[reallocation-approved]reason": "Why it happened, as written.",
    "[reallocation-rejected]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[reallocation-rejected]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reallocation-rejected]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reallocation-rejected]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reallocation-rejected]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reallocation-rejected]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[reallocation-rejected]reason": "Why it happened, as written.",
    "[reallocation-withdrawn]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reallocation-withdrawn]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reallocation-withdrawn]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reallocation-withdrawn]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reallocation-withdrawn]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[reallocation-withdrawn]reason": "Why it happened, as written.",
    "[reallocation-reverted]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[reallocation-reverted]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reallocation-reverted]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reallocation-reverted]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reallocation-reverted]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reallocation-reverted]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[reallocation-reverted]reason": "Why it happened, as written.",
    "[cancelled]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[cancelled]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[cancelled]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[cancelled]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[cancelled]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[cancelled]reason": "Why it happened, as written.",
    "[completed]share":
      "Share that is completed so far, above 0 and up to 1. Default: 1, completed as a whole.",
    "[completed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[completed]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[completed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[completed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[completed]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[completed]reason": "Why it happened, as written.",
    "[reopened]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[reopened]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reopened]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reopened]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reopened]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reopened]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[reopened]reason": "Why it happened, as written.",
    "[reinstated]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[reinstated]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reinstated]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reinstated]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reinstated]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reinstated]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[reinstated]reason": "Why it happened, as written.",
    "[handed-over]to": "Name of the agency that is responsible from now on.",
    "[handed-over]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[handed-over]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[handed-over]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[handed-over]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[handed-over]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[handed-over]reason": "Why it happened, as written.",
    "[merged]into": "The activity or activities that go on in its place.",
    "[merged]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[merged]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[merged]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[merged]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[merged]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[merged]reason": "Why it happened, as written.",
    "[split]into": "The activity or activities that go on in its place.",
    "[split]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[split]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[split]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[split]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[split]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[split]reason": "Why it happened, as written.",
  },
  Evidence: {
    where: "Where the source says it.",
    quote: "The words of the source.",
  },
  EntryVoid: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    entry: "Position of the entry in the project's log.",
  },
  EntryCorrect: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    entry: "Position of the entry in the project's log.",
    "fields.causes": "Causes of the delay or suspension.",
    "fields.expectedUntil": "The end that is expected of it; `null`: none is named.",
    "fields.share": "Share that is completed, above 0 and up to 1.",
    "fields.to": "Name of the agency that the activity was handed over to.",
    "fields.reference":
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ReportSubmit: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    report: "Name of the report: `annual-2020`.",
  },
  ReportReview: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    report: "Name of the report: `annual-2020`.",
  },
  ReportApprove: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    report: "Name of the report: `annual-2020`.",
  },
  ReportReturn: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    report: "Name of the report: `annual-2020`.",
  },
  MoneyMove: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    moves: "Exact amounts from line to line.",
    newLines:
      "Lines that the budget did not have, for instance of a new activity; their amounts come with the moves. Default: none.",
  },
  Move: {
    from: "Id of the line that it is taken from.",
    to: "Id of the line that it is added to.",
    amount: "What is moved; above 0.",
  },
  MoneyApproveMove: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    proposal: "Position of the proposal in the project's log.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  MoneyRejectMove: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    proposal: "Position of the proposal in the project's log.",
    reference:
      "What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named.",
  },
  ScheduleSetDates: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    dates: "Planned and actual dates of one activity.",
  },
  ScheduleSetDependencies: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    dependencies: "What waits for what; it replaces what was recorded before.",
  },
  ReminderRecord: {
    type: "Which command it is.",
    effective:
      "From when on it holds, as precise as it is known. Default: today. `null`: only its order is known.",
    reason: "Why, in the sender's words. Recorded with the events. Absent: none was given.",
    "evidence.where": "Where the source says it.",
    "evidence.quote": "The passage as written.",
    kind: "What fell due: `report-due`.",
    about: "A path: `activities/1.1.1`, `reports/annual-2020`.",
    due: "When it falls due, ISO 8601.",
  },
  Observation: {
    indicator: "Code of the indicator.",
    period: "Id of the reporting period, such as `2020-Q1`.",
    value:
      "The number: of a percentage in points (25 is 25 %), of a yes/no 1 or 0, of a scale the level's index. `null` withdraws what was reported before.",
    reason:
      "Why there is no value. `value` is then `null` or absent, and nothing is withdrawn: the value exists and is not known.",
    numerator: "Of a ratio or percentage: what is divided.",
    denominator: "`null` where it was not reported.",
    source: "Who reports.",
    place: "Where it was observed.",
    categories:
      "Category on each axis that the value is disaggregated by; an axis that is not named is at its total.",
    id: "A training, a submission: rows of one period, source, place and categories that differ in it add up, and a correction names the same one.",
    recordedAt: "When it became known. A bare day means its beginning.",
    evidence: "What it rests on: a document, a list of participants.",
  },
  FrameworkDocument: {
    format: "Names the format.",
    version: "Version of the format.",
    project: "The cover page.",
    budget: "The money.",
    outcomes: "The results framework: outcomes with their outputs and indicators.",
    activities: "The activities with their events.",
    schedule: "The work plan: when activities are planned, and which waits for which.",
    axes: "Axes that observations are disaggregated by.",
    periods: "Periods that observations are reported for.",
    report: "What a progress report says beside the framework; missing where it is none.",
    projectDocument: "Where the document is a project document, what it says beside the framework.",
    locations:
      "Where each value is in the file that it was read from, by path: `budget/lines/3/amount` → `Budget!F12`.",
    extensions:
      "What a format or a user says that the document has no field for, by name or path. Plain data: kept and written, never read.",
  },
  Project: {
    title: "As written.",
    country: "As written.",
    number: "At the MPTF Office Gateway, as written.",
    startDate: "Date of the first transfer of funds.",
    endDate: "The present end date, extensions included.",
    originalEndDate: "The end date before an extension, where the document names both.",
    agencies: "The recipient organisations; the convening agency among them.",
    genderMarker: "As declared.",
    riskMarker: "As declared.",
    focusArea: "Code of the PBF focus area, `1.1` to `4.3`.",
    extensions:
      "What a format or a user says that the document has no field for, by name or path. Plain data: kept and written, never read.",
  },
  Agency: {
    name: "Its name, by which lines and activities refer to it.",
    kind: "Recipient UN organisation or non-UN organisation, where the document says so.",
    convening: "The convening agency coordinates the others.",
    budget: "Its share of the budget; `null` where the document does not say.",
    extensions:
      "What a format or a user says that the document has no field for, by name or path. Plain data: kept and written, never read.",
  },
  Budget: {
    total: "The approved budget.",
    deliveryRate: "Approximate implementation rate, as a fraction of the total: 0.2.",
    gewe: "Money for gender equality and women's empowerment (GEWE).",
    "gewe.allocated": "Allocated to gender equality and women's empowerment (GEWE) in the project document.",
    "gewe.spent": "Spent on it to date.",
    covidAdjustment: "Total adjusted because of COVID-19 (part IV, question 1).",
    evaluation: "Set aside for the final evaluation.",
    lines: "The lines of the budget annex. With the indirect costs they add up to the total.",
    indirectAmounts: "Indirect support costs, where the annex states them below its lines and not as lines.",
    shared: "Expenditure of several lines together; a line in it has none of its own.",
    unreadable: "Lines whose amounts cannot be read.",
    categories: "The annex's table 2: the costs of the lines by category.",
    tranches: "The tranches in which each agency gets its share.",
    converted:
      "The rates by which amounts were converted, where they were: units of the currency for one unit of `to`.",
    "converted.to": "ISO 4217 code of the currency that amounts were converted to.",
    "converted.rates": "One for each currency and day.",
    "converted.rates.currency": "ISO 4217 code of the currency before.",
    "converted.rates.on": "Day that the rate is of.",
    "converted.rates.rate": "Units of `currency` for one unit of `to`.",
    "converted.source": "Where the rates are from.",
    extensions:
      "What a format or a user says that the document has no field for, by name or path. Plain data: kept and written, never read.",
  },
  IndirectAmount: {
    agency: "Name of the agency.",
    amount: "Its indirect support costs.",
  },
  SharedExpenditure: {
    lines: "Ids of the lines.",
    spent: "Spent on the lines together to date.",
    committed: "Committed on the lines together: it cannot be moved any more.",
  },
  UnreadableLine: {
    activity: "Code of the activity; `null` where it belongs to none.",
    output: "Code of the output; `null` where it belongs to none.",
    agency: "Name of the agency.",
    found: "The content of the cell: `#REF!`.",
  },
  CategoryAmount: {
    output: "Code of the output; `null`: additional costs.",
    agency: "Name of the agency.",
    category: "Category of expense.",
    amount: "The costs.",
  },
  Tranche: {
    number: "From 1, in the order of transfer.",
    agency: "Name of the agency that receives it.",
    amount: "`null` where the annex does not say.",
    share: "Share of the agency's budget, as a fraction: 0.35. `null` where the annex does not say.",
    received: "Day on which the agency received it; `null`: not yet, or not said.",
  },
  Outcome: {
    code: "`1`.",
    title: "The change that is aimed at, as written.",
    rating: "How the agencies rate their progress; `null` where they do not.",
    indicators: "Indicators of the outcome itself.",
    outputs: "Its outputs.",
    extensions:
      "What a format or a user says that the document has no field for, by name or path. Plain data: kept and written, never read.",
  },
  Indicator: {
    code: "`1.1.1`.",
    writtenCode: "The code as the document writes it, where it differs: `1a` for 1.1.",
    codeAssigned: "Whether the document gives no code and the reader assigned this one by position.",
    text: "What is measured, as written.",
    unit: "What is counted or measured, where it is known independently of the values: `%`, `personnes`.",
    direction: "Read from baseline and target where it is not given.",
    maintain: "Only for an indicator that is to be maintained.",
    measurement: "How observations of it are combined.",
    formula:
      "How its baseline and its actual follow from other indicators, where the document does not state them.",
    disaggregation: "Axes that the indicator's text asks for: `sex`, `age`, `socio-economic-group`, `type`.",
    means: "Means of verification: `Perception survey report`.",
    frequency: "How often data are collected, as written: `Quarterly`.",
    milestones: "What the project document plans to reach by when; `milestone` is the column of a report.",
    baseline: "The value before the project.",
    target: "The value to be reached at the project's end.",
    milestone: "The value to be reached at the end of the reporting period.",
    actual: "The value reached so far.",
    remark: "Reasons for delay or variance.",
    otherColumns: "What further columns of the table say, by their heads: `Adjustment of target`.",
    extensions:
      "What a format or a user says that the document has no field for, by name or path. Plain data: kept and written, never read.",
  },
  Maintain: {
    within: "Tolerance on both sides as a share of the target: 0.05 is 5 %.",
  },
  Measurement: {
    measure: "What kind of quantity it is.",
    accumulation: "How values of successive periods combine.",
    combination: "How values of places and sources combine.",
    "combination.sources": "How values of several sources make one.",
    "combination.places": "How values of several places make one.",
    levels: "The levels of a qualitative scale, lowest first.",
    minimum: "The least and the greatest value that can be measured. Default: see `limitsOf`.",
    maximum: "The greatest value that it can have.",
  },
  Expression: {
    ref: "Code of the indicator.",
    of: "Which of its values. Default: `value`, the one that is reported or computed.",
    op: "What is done with the terms, from the first to the last.",
    terms: "At least one; each a number, an indicator or an operation.",
    "[rate]numerator": "What is counted.",
    "[rate]denominator": "What it is counted of.",
    "[rate]per": "1,000 for a rate per thousand, 100 for a percentage.",
    "[change]from": "What is subtracted.",
    "[change]to": "What it is subtracted from.",
    "[change]relative":
      "Whether the difference is given as a share of `from`: 0.25 is a quarter more. Default: as it is.",
    "[index]components": "What it is made of.",
    "[index]components.value": "What goes into the index.",
    "[index]components.weight": "How much it weighs against the others; above 0.",
    "[index]components.low": "The value that counts as 0.",
    "[index]components.high": "The value that counts as 1; below `low` where less is better.",
    "[index]missing":
      "What a missing component does. `refuse`: no value. `reweight`: the others take its weight.",
  },
  Milestone: {
    when: "The point in time as written: `Year 1`, `Mid-term`. Absent where the document names none, or only a date.",
    by: "The date that it names: `by June 2020` → `2020-06`.",
    value: "The value, with its cell as written.",
  },
  ReportedValue: {
    value: "The value, or why there is none.",
    breakdown: "Its parts by group, where the document gives them.",
    sample: "Of an indicator whose measure is `survey-share` or `survey-mean`.",
    raw: "The cell as written, white space folded. Absent where the value did not come from a document.",
    computed:
      "Computed by the indicator's formula, and not reported. It is computed again wherever the document is read.",
  },
  Value: {
    "[number]value": "The number as stated; `null` where the cell states no single one: a range, `12/15`.",
    "[number]unit": "As reported: `%`, `personnes`, `USD`. A percentage keeps its points: 25 with unit `%`.",
    "[number]qualifier": "How the number is meant. Default: exactly.",
    "[number]low":
      "Lower end of a range, or of what the qualifier leaves open: `50-60%` → 50, `at least 30` → 30.",
    "[number]high": "Upper end, as `low`.",
    "[number]numerator": "`12/15`, `3 out of 5`.",
    "[number]denominator": "What the numerator is divided by; above 0 or unknown.",
    "[number]on": "The date that the cell names for its number: `0 (2018)` → `2018`.",
    "[number]quantities": "All quantities of a cell that states several, the one that is `value` included.",
    "[tbd]note": "What is beside it, such as the source that is awaited: `Tbd (DTM)` → `DTM`.",
    "[none]because":
      "Why there is no value, where the cell says so: `N/A`, `not started yet`, `no data`. `suppressed`: there is one, which is withheld to protect people.",
    "[text]text": "The cell as written.",
    "[text]date": "The date that the text is: `15 January 2020` → `2020-01-15`.",
    "[text]readings": "The numbers that the text may mean, where it is ambiguous: `1.500` → 1500 and 1.5.",
  },
  Quantity: {
    value: "How many.",
    unit: "Of what, as written.",
  },
  Breakdown: {
    partition: "Whether the parts add up to the whole; otherwise they may overlap.",
    parts: "The groups with their values, in the unit of the whole.",
    "parts.label": "The group, as written: `femmes`.",
    "parts.value": "Its value.",
    rates: "Values per something, which are no parts: `70 par commune`.",
    "rates.value": "How many.",
    "rates.per": "Of what there are so many each, as written: `commune`.",
    shares:
      "Parts that are stated as a share of the number, a fraction from 0 to 1: `350 of which 45% women` → 0.45. `low` and `high` are the counts that the rounded share allows (156 and 159); absent where the number is no count.",
    "shares.label": "The group, as written.",
    "shares.share": "Its share of the number: 0.45.",
    "shares.low": "The least count that the rounded share allows.",
    "shares.high": "The greatest count that the rounded share allows.",
    suppressed: "Labels of parts that are withheld to protect people. What is left is no partition then.",
  },
  Sample: {
    n: "Respondents.",
    designEffect:
      "The variance over that of a simple random sample. Default: unknown, read as 1 and said so.",
    se: "Standard error, in the value's own unit.",
  },
  Output: {
    code: "`1.1`.",
    title: "What is delivered, as written.",
    indicators: "Indicators of the output.",
    extensions:
      "What a format or a user says that the document has no field for, by name or path. Plain data: kept and written, never read.",
  },
  Activity: {
    code: "Its code in the framework: `1.1.1`.",
    title: "What is done, as written.",
    events: "What happened to it, in the order of the document.",
    extensions:
      "What a format or a user says that the document has no field for, by name or path. Plain data: kept and written, never read.",
  },
  Axis: {
    name: "Names the axis in observations and results: `sex`.",
    kind: "Whether its categories divide the people counted, or may overlap.",
    categories: "The categories that are admitted beside `unknown`. Without them, every category is.",
  },
  Period: {
    id: "Names the period in observations: `2020-Q1`.",
    start: "First day.",
    end: "Last day.",
  },
  Report: {
    type: "Semi-annual, annual or final; `null` where it does not say.",
    year: "Calendar year that it reports on.",
    language: "Language that it is written in.",
    template: "Template and version that it was recognised as, `pbf-progress-report-fr/2020`.",
    asOf: "The day that the report speaks for: the day it is due, since the template has no other date.",
    narratives: "The answers in prose.",
    covidCategories: "Ticked or not, in the template's order; `null` for a box that was not found.",
    answers:
      "Other answers of the template as written, by field: who prepared it, whether it was reviewed, surveys, … Empty: no answer.",
    unread: "Answers that were not understood, as written, by the path that they answer: `project/endDate`.",
    claims: "Values that a reader inferred from the prose.",
    lines: "Line (from 1) of each place in the document it was read from, by path.",
    extensions:
      "What a format or a user says that the document has no field for, by name or path. Plain data: kept and written, never read.",
  },
  Narrative: {
    topic: "What is asked for.",
    outcome: "The outcome that it speaks of, for the two topics asked per outcome.",
    text: "The answer, a line a paragraph; empty where the question was left unanswered.",
    limit: "The template's limit in characters, where it gives one.",
  },
  ReportedClaim: {
    indicator: "Code of the indicator.",
    value: "The value, in the indicator's unit.",
    total: "Whether the text says that it is the running total: `bringing the total to 1,245`, `à ce jour`.",
    breakdown: "Its parts by group, where the sentence gives them.",
    evidence: "The sentence that says it.",
  },
  ProjectDocument: {
    language: "Language of the document.",
    modality: "The facility that funds it.",
    durationMonths: "Planned duration, in months.",
    geography: "Where the project works, as written.",
    organizationTypes: "Types of the recipient organisations as written, by their names: `UN`, `local CSO`.",
    partners: "Implementing partners, as written.",
    windows: "Priority windows that are ticked.",
    submission: "Whether it is new or amends an approved one.",
    geweShare: "Share of the budget for gender equality and women's empowerment, as a fraction: 0.385.",
    answers: "Other answers of the cover page as written, by field.",
    lines: "Line (from 1) of each place in the document that it was read from, by path.",
  },
  ProjectSummary: {
    project: "The project's id.",
    title: "As its document writes it; `null` where it gives none, or there is no document.",
  },
  Problem: {
    code: "Names the kind of problem, the same in every language: `file-not-readable`.",
    where: "Where it was noticed.",
    message: "What was found, what was expected and what to do next, in both languages.",
    "message.en": "The English text.",
    "message.fr": "The French text.",
    found: "What is there; `null`: nothing.",
    expected: "What should be there; `null` where that cannot be said in short.",
  },
  SavedDocument: {
    document: "As validated when it was saved.",
    revision: "Position of its last entry; the value of `If-Match`.",
  },
  Finding: {
    code: "The rule or the reader's notice that it is of: `breakdown-sum`. `cadre explain CODE` says more of a rule.",
    severity: "How much it weighs: an error is certain.",
    where: "Where it was noticed.",
    message: "What was found, what was expected and what to do next, in both languages.",
    "message.en": "The English text.",
    "message.fr": "The French text.",
    found: "What is there; `null`: nothing.",
    expected: "What should be there; `null` where that cannot be said in short.",
    fix: "A repair that is certain; absent where nothing can be repaired without knowing more.",
  },
  Fix: {
    message: "What the fix does, in both languages.",
    "message.en": "The English text.",
    "message.fr": "The French text.",
    patches: "The changes, one after the other.",
  },
  Patch: {
    op: "Kind of change, as in JSON Patch (RFC 6902).",
    path: "Members and indices from the document's root to what changes.",
    value: "What is written there.",
  },
  ProjectResult: {
    project: "The cover page, in brief.",
    "project.title": "As written; `null` where the document does not say.",
    "project.country": "As written, likewise.",
    "project.number": "At the MPTF Office Gateway, likewise.",
    "project.startDate": "Date of the first transfer of funds, ISO 8601, likewise.",
    "project.endDate": "The present end date, extensions included, likewise.",
    "project.reportType":
      "Semi-annual, annual or final; `null` where the document is no progress report or does not say.",
    "project.year": "Calendar year that it reports on, as `reportType`.",
    "project.agencies": "The recipient organisations.",
    "project.agencies.name": "As written.",
    "project.agencies.convening": "Whether it coordinates the others.",
    "project.agencies.budget":
      "Its share of the budget in major units; `null` where the document does not say.",
    budget: "The money: major units beside its currency, shares as fractions.",
    indicators: "Every indicator, in the order of the framework.",
    activities: "Every activity, in the order of the document.",
    findings: "What was noticed, errors first.",
  },
  BudgetResult: {
    total: "Approved budget as the cover page states it, otherwise direct and indirect costs.",
    direct:
      "Sum of the lines that are not indirect support costs; `null` also where a line cannot be read or currencies differ.",
    indirect: "Indirect support costs; `indirectFrom` says by what they are known.",
    indirectFrom:
      "Where the indirect costs come from: lines of the budget, the annex's totals, or the policy's rate since neither states them.",
    currency: "ISO 4217 code of all amounts here; `null` where no amount is known.",
    currencies: "Direct costs by currency, where the lines are in several.",
    "currencies.currency": "ISO 4217 code.",
    "currencies.direct": "Direct costs in it, in its major units.",
    spent: "Sum of the expenditure that is reported; `withoutSpent` lines report none.",
    committed: "Sum of what is committed and not yet spent; `null` where the lines report none.",
    withoutSpent: "Lines of some money that report no expenditure, neither alone nor together with others.",
    deliveryRate: "As the cover page states it, otherwise spent ÷ direct costs.",
    elapsedShare: "Share of the project's time that had passed on the day that the document is about.",
    covidAdjustment: "Total adjusted because of COVID-19, as the report states it.",
    evaluation: "Set aside for the final evaluation, as stated, otherwise the sum of the lines for it.",
    monitoringAndEvaluation: "For monitoring and evaluation, of the direct costs.",
    "monitoringAndEvaluation.amount": "Sum of the lines for monitoring or evaluation.",
    "monitoringAndEvaluation.share": "The same ÷ direct costs.",
    gewe: "Money for gender equality and women's empowerment (GEWE).",
    "gewe.allocated": "Part of the total for gender equality, indirect costs included.",
    "gewe.share": "Allocated ÷ total.",
    "gewe.spent": "Spent on it to date; of the lines, at their shares.",
    "gewe.burn": "Spent ÷ allocated.",
    "gewe.spentShare": "Spent on gender equality ÷ expenditure.",
    "gewe.from":
      "Whether the cover page states the money for gender equality, or it follows from the shares of the lines; `null` where neither does.",
    "gewe.bounds": "The limits of the share, where lines without a share leave it open.",
    "gewe.bounds.low": "The least that it can be.",
    "gewe.bounds.high": "The most that it can be.",
    marker: "The gender marker against the share for gender equality, by the thresholds of the policy.",
    "marker.declared": "The marker that the cover page declares; `null` where it declares none.",
    "marker.computed":
      "The marker that the share alone would suggest; `null` where share or thresholds are unknown.",
    "marker.agrees": "Whether the share admits the declared marker; `null` where that cannot be said.",
    "marker.byCover": "By the share that the cover page states.",
    "marker.byCover.share": "The share for gender equality that the marker is compared with.",
    "marker.byCover.computed":
      "The marker that the share alone would suggest; `null` where share or thresholds are unknown.",
    "marker.byCover.agrees":
      "Whether the share admits the declared marker; `null` where that cannot be said.",
    "marker.byLines": "By the share of the lines.",
    "marker.byLines.share": "The share for gender equality that the marker is compared with.",
    "marker.byLines.computed":
      "The marker that the share alone would suggest; `null` where share or thresholds are unknown.",
    "marker.byLines.agrees":
      "Whether the share admits the declared marker; `null` where that cannot be said.",
    byAgency: "Each agency, those of the cover page first.",
    "byAgency.agency": "Name of the agency.",
    "byAgency.total": "Its budget as the cover page states it, otherwise its direct and indirect costs.",
    "byAgency.direct": "Sum of the lines that are not indirect support costs.",
    "byAgency.gewe": "Part of the direct costs for gender equality.",
    "byAgency.share": "The same ÷ direct costs.",
    "byAgency.spent":
      "Expenditure to date; `null` also where some of it is reported only together with other lines.",
    "byAgency.geweSpent": "Spent on gender equality, at the lines' shares.",
    "byAgency.spentBounds":
      "Limits of the expenditure, where the annex reports some of it for several agencies together.",
    "byAgency.spentBounds.low": "The least that it can be.",
    "byAgency.spentBounds.high": "The most that it can be.",
    "byAgency.tranches": "The tranches in which it gets its budget.",
    "byAgency.tranches.number": "From 1, in the order of transfer.",
    "byAgency.tranches.amount": "What is transferred.",
    "byAgency.tranches.share": "Share of the agency's budget; `null` where the annex does not say.",
    "byAgency.tranches.received":
      "Day on which the agency received it, ISO 8601; `null`: not yet, or not said.",
    "byAgency.tranches.gewe": "The tranche's part for gender equality, at the share of the agency's lines.",
    "byAgency.nextTranche":
      "Whether enough of the money received is spent for the next tranche; `ready: null`: unknown.",
    "byAgency.nextTranche.number": "Number of the tranche that it asks for next.",
    "byAgency.nextTranche.delivered": "Spent ÷ received in the tranches before.",
    "byAgency.nextTranche.required": "What `delivered` must come to, by the policy.",
    "byAgency.nextTranche.ready": "Whether it does.",
    byOutput: "Each output, in the order of its first line; `null`: lines of no output.",
    "byOutput.output": "Code of the output.",
    "byOutput.direct": "Sum of the lines that are not indirect support costs.",
    "byOutput.gewe": "Part of the direct costs for gender equality.",
    "byOutput.share": "The same ÷ direct costs.",
    "byOutput.spent":
      "Expenditure to date; `null` also where some of it is reported only together with other lines.",
    "byOutput.geweSpent": "Spent on gender equality, at the lines' shares.",
    byActivity: "Each activity, and each additional cost by its label, in the order of its first line.",
    "byActivity.activity": "Code of the activity; `null` for an additional cost.",
    "byActivity.title": "What is done, or the label of an additional cost; `null` where neither is said.",
    "byActivity.direct": "Sum of the lines that are not indirect support costs.",
    "byActivity.gewe": "Part of the direct costs for gender equality.",
    "byActivity.share": "The same ÷ direct costs.",
    "byActivity.spent":
      "Expenditure to date; `null` also where some of it is reported only together with other lines.",
    "byActivity.geweSpent": "Spent on gender equality, at the lines' shares.",
    byCategory:
      "Each category: of the annex's table 2 where it has one, otherwise of the lines. Empty where neither says.",
    "byCategory.category": "Category of expense; `null`: lines that say none.",
    "byCategory.amount": "Its costs.",
    "byCategory.gewe":
      "Part of them for gender equality; `null` also for amounts of table 2, which has no shares.",
    "byCategory.spent": "Expenditure to date, as `gewe`.",
    lineCount: "How many lines of direct costs there are.",
  },
  IndicatorResult: {
    code: "Code of the indicator: `1.1.1`.",
    level: "Whether it is an indicator of an outcome or of an output.",
    text: "What is measured, as written.",
    unit: "Unit of its values, as written; `null` where none is.",
    direction: "Whether more or less of it is better.",
    baseline: "The value before the project.",
    target: "The value to be reached at the project's end.",
    milestone: "The value to be reached at the end of the reporting period.",
    actual: "The value reached so far.",
    value: "The value where it is one number.",
    bounds: "What a value that is a range or a limit leaves possible.",
    "bounds.low": "The least that it can be; `null` where nothing bounds it.",
    "bounds.high": "The most that it can be; `null` where nothing bounds it.",
    reason: "Why `value` is null.",
    percentOfTarget: "Fractions, never capped: 1.25 is 125 %.",
    progress: "Share of the way from baseline to target, as a fraction, never capped.",
    undefinedBecause: "Why percent of target, else progress, is `null`.",
    status: "How it stands on the day that the result is for; `null` where nothing can be said.",
    statusUndefinedBecause: "Why `status` is null.",
    against: "What the status compares with.",
    coverage:
      "Share of the reported value that its breakdown says more of; `null` where there is no partition, or it does not add up to that much.",
    breakdown: "Target and value by group, where the document gives them.",
    "breakdown.target": "Of the target; `null` where it has no parts.",
    "breakdown.target.partition": "Whether the parts add up to the whole; otherwise they may overlap.",
    "breakdown.target.parts": "The groups with their values.",
    "breakdown.target.parts.label": "The group, as written: `femmes`.",
    "breakdown.target.parts.value": "Its value.",
    "breakdown.target.sum": "Sum of the parts.",
    "breakdown.target.consistent": "Whether the parts agree with the whole; `null`: nothing can be said.",
    "breakdown.actual": "Of the value reached so far, likewise.",
    "breakdown.actual.partition": "Whether the parts add up to the whole; otherwise they may overlap.",
    "breakdown.actual.parts": "The groups with their values.",
    "breakdown.actual.parts.label": "The group, as written: `femmes`.",
    "breakdown.actual.parts.value": "Its value.",
    "breakdown.actual.sum": "Sum of the parts.",
    "breakdown.actual.consistent": "Whether the parts agree with the whole; `null`: nothing can be said.",
    derived: "What the indicator's formula comes to. An actual that the document states is kept.",
  },
  DerivedValue: {
    formula: "The formula, by codes: `1000 × [1.1] ÷ [1.2]`.",
    working: "The formula, by numbers: `1000 × 12 ÷ 4800`.",
    unit: "Unit of the value; `null` where those of the indicators do not fit together.",
    value: "The number; `null`: see `reason`.",
    bounds:
      "Where it is confined: valid, and not always the narrowest (a value that occurs twice is taken to vary twice).",
    "bounds.low": "The least that it can be.",
    "bounds.high": "The most that it can be.",
    reason: "Why `value` is null; `null` where it is a number.",
    missing: "Indicators without a value that it would need, or that a composite went without.",
    estimates: "Indicators that it rests on and that are estimates from samples.",
    interval:
      "What the value is confined to where it rests on estimates: intervals that hold together with `level` or more whatever depends on what (Bonferroni), carried through. `null` where there are no estimates, or one has no interval.",
    "interval.low": "The least that it can be.",
    "interval.high": "The most that it can be.",
    "interval.level": "At least so often, of all samples that could have been drawn: 0.95.",
  },
  ActivityResult: {
    code: "Code of the activity.",
    title: "What is done, as written; `null` where the document does not say.",
    state: "Its state on the day that the result is for.",
    broader: "Where `state` is an agency's own: the fund's state that it counts as.",
    readings: "Possible states where `state` is `undetermined`.",
    causes: "Causes of the delays and suspensions that are open.",
    events: "Events in the order in which they took effect.",
    "events.type": "Kind of event.",
    "events.date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
  },
  Reported: {
    rejectedCount: "Rows that were refused, all of them counted.",
    duplicate: "Whether the same request was answered before; this is its first answer.",
  },
  RejectedRow: {
    column: "Name of the field; empty where the row is none at all.",
    code: "What is wrong with it: `unknown-period`.",
    message: "What was found and what was expected, in both languages.",
    "message.en": "The English text.",
    "message.fr": "The French text.",
    found: "What is there; `null`: nothing.",
    expected: "What should be there.",
  },
  ResultRecord: {
    code: "Code of the indicator.",
    value: "The number; `null` where there is none, for the reason in `reason`.",
    reason: "Why `value` is null; absent where it is a number.",
    bounds: "Both ends of what the value can be, where it is no number but reports confine it.",
    "bounds.low": "The least that it can be.",
    "bounds.high": "The most that it can be; `null` where nothing confines it from above.",
    percentOfTarget:
      "Value ÷ target as a fraction, never capped: 1.25 is 125 %. `null`: see `undefinedBecause`.",
    progress: "Share of the way from baseline to target, never capped. `null`: see `undefinedBecause`.",
    undefinedBecause: "Why `percentOfTarget`, else `progress`, is null; absent where both are numbers.",
    status: "How it stands on the day that the answer is for; `null`: see `statusUndefinedBecause`.",
    statusUndefinedBecause: "Why `status` is null.",
    coverage:
      "Share of the total that reports disaggregate by the axes asked for; `null` where none was asked for or it is unknown.",
    replaced: "Rows that a later row replaced.",
    repeated: "Rows that said again what another row says; they count once.",
    carried: "The period that the value was carried forward from; absent where none of it was.",
    derived: "How the value follows from other indicators, where a formula gives it.",
    "derived.formula": "The formula by codes of indicators: `1000 * [1.1] / [1.2]`.",
    "derived.working": "The same by their numbers.",
    "derived.missing": "Codes of the indicators that have no value; the result then has none either.",
    cells: "One for each combination of members that has a result; none where the query splits by nothing.",
    "cells.at": 'Member of each dimension that the query splits by: `{ sex: "female" }`.',
    "cells.value": "The number; `null` where there is none, for the reason in `reason`.",
    "cells.reported":
      "The part of the value that reports state exactly; `null` where there are no parts: of a quotient, a score or a mean.",
    "cells.reason": "Why `value` is null.",
    "cells.bounds": "Both ends of what the value can be, where it is no number but reports confine it.",
    "cells.bounds.low": "The least that it can be.",
    "cells.bounds.high": "The most that it can be; `null` where nothing confines it from above.",
  },
  ProjectView: {
    project: "The project's id.",
    title: "`null` where the documents give none.",
    startedOn:
      "Since when it runs, as precise as it is known; `null` before its start, and where only the order of things is known.",
    status: "The state of the project itself.",
    agencies: "Recipient organisations.",
    "agencies.name": "Its name, by which lines and activities refer to it.",
    "agencies.convening": "The convening agency coordinates the others.",
    activities: "In the order in which they were added.",
    reports: "Those that something happened to. `report`: the report's name, `annual-2020`.",
    lines: "The budget as it is now, all moves included.",
    "proposals.moves": "From which line to which, and how much.",
    "proposals.newLines": "Lines that the budget does not have yet.",
    "proposals.actor": "Who proposed it.",
    "proposals.findings": "What the policies said of it.",
    schedule: "Planned and actual dates of the activities, and what depends on what.",
  },
  LifecycleStatus: {
    context: "What the lifecycle remembers beside the state.",
    "refusals.event": "The event.",
    "refusals.state": "The state that did not allow it.",
  },
  LoggedProjectEvent: {
    "[started]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[started]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[started]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[started]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[started]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[started]reason": "Why it happened, as written.",
    "[extension-approved]endDate": "The project's new last day.",
    "[extension-approved]amount": "Money that is added. Absent for an extension at no cost.",
    "[extension-approved]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[extension-approved]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[extension-approved]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[extension-approved]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[extension-approved]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[extension-approved]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[extension-approved]reason": "Why it happened, as written.",
    "[suspended]causes": "Why the project was suspended. Absent: no cause was given.",
    "[suspended]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[suspended]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[suspended]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[suspended]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[suspended]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[suspended]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[suspended]reason": "Why it happened, as written.",
    "[resumed]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[resumed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[resumed]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[resumed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[resumed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[resumed]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[resumed]reason": "Why it happened, as written.",
    "[closed]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[closed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[closed]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[closed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[closed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[closed]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[closed]reason": "Why it happened, as written.",
    "[financially-closed]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[financially-closed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[financially-closed]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[financially-closed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[financially-closed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[financially-closed]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[financially-closed]reason": "Why it happened, as written.",
  },
  ActivityView: {
    code: "`1.1.1`.",
    title: "`null` where the documents give none.",
    agencies: "Names of the agencies that carry it out. Empty where the documents do not say.",
    context: "What the lifecycle remembers beside the state.",
    "refusals.event": "The event.",
    "refusals.state": "The state that did not allow it.",
  },
  LoggedActivityEvent: {
    "[started]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[started]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[started]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[started]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[started]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[started]reason": "Why it happened, as written.",
    "[delayed]causes": "Each cause begins a hold-up of its own. Empty: no cause was given.",
    "[delayed]expectedUntil":
      "The end that is expected of the hold-up: an expectation, not a fact. Absent: none is named.",
    "[delayed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[delayed]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[delayed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[delayed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[delayed]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[delayed]reason": "Why it happened, as written.",
    "[suspended]causes": "Each cause begins a hold-up of its own. Empty: no cause was given.",
    "[suspended]expectedUntil":
      "The end that is expected of the hold-up: an expectation, not a fact. Absent: none is named.",
    "[suspended]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[suspended]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[suspended]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[suspended]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[suspended]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[suspended]reason": "Why it happened, as written.",
    "[hold-up-ended]causes": "Causes whose hold-ups are over. Default: all.",
    "[hold-up-ended]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[hold-up-ended]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[hold-up-ended]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[hold-up-ended]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[hold-up-ended]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[hold-up-ended]reason": "Why it happened, as written.",
    "[resumed]causes": "Causes whose hold-ups are over. Default: all.",
    "[resumed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[resumed]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[resumed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[resumed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[resumed]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[resumed]reason": "Why it happened, as written.",
    "[reallocation-proposed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reallocation-proposed]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reallocation-proposed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reallocation-proposed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reallocation-proposed]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[reallocation-proposed]reason": "Why it happened, as written.",
    "[reallocation-approved]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[reallocation-approved]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reallocation-approved]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reallocation-approved]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reallocation-approved]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reallocation-approved]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[reallocation-approved]reason": "Why it happened, as written.",
    "[reallocation-rejected]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[reallocation-rejected]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reallocation-rejected]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reallocation-rejected]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reallocation-rejected]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reallocation-rejected]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[reallocation-rejected]reason": "Why it happened, as written.",
    "[reallocation-withdrawn]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reallocation-withdrawn]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reallocation-withdrawn]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reallocation-withdrawn]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reallocation-withdrawn]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[reallocation-withdrawn]reason": "Why it happened, as written.",
    "[reallocation-reverted]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[reallocation-reverted]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reallocation-reverted]basis":
      "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reallocation-reverted]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reallocation-reverted]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reallocation-reverted]evidence":
      "Passages that state it. Absent for an event that does not come from a text.",
    "[reallocation-reverted]reason": "Why it happened, as written.",
    "[cancelled]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[cancelled]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[cancelled]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[cancelled]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[cancelled]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[cancelled]reason": "Why it happened, as written.",
    "[completed]share":
      "Share that is completed so far, above 0 and up to 1. Default: 1, completed as a whole.",
    "[completed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[completed]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[completed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[completed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[completed]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[completed]reason": "Why it happened, as written.",
    "[reopened]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[reopened]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reopened]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reopened]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reopened]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reopened]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[reopened]reason": "Why it happened, as written.",
    "[reinstated]reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "[reinstated]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reinstated]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reinstated]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reinstated]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reinstated]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[reinstated]reason": "Why it happened, as written.",
    "[handed-over]to": "Name of the agency that is responsible from now on.",
    "[handed-over]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[handed-over]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[handed-over]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[handed-over]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[handed-over]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[handed-over]reason": "Why it happened, as written.",
    "[merged]into": "The activity or activities that go on in its place.",
    "[merged]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[merged]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[merged]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[merged]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[merged]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[merged]reason": "Why it happened, as written.",
    "[split]into": "The activity or activities that go on in its place.",
    "[split]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[split]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[split]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[split]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[split]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[split]reason": "Why it happened, as written.",
  },
  ReportView: {
    report: "Name of the report: `annual-2020`.",
    context: "What the lifecycle remembers beside the state.",
    "refusals.event": "The event.",
    "refusals.state": "The state that did not allow it.",
  },
  LoggedReportEvent: {
    "[submitted]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[submitted]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[submitted]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[submitted]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[submitted]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[submitted]reason": "Why it happened, as written.",
    "[reviewed]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[reviewed]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[reviewed]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[reviewed]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[reviewed]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[reviewed]reason": "Why it happened, as written.",
    "[approved]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[approved]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[approved]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[approved]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[approved]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[approved]reason": "Why it happened, as written.",
    "[returned]date":
      "The day from which it holds, as precise as it is known; `null` where only its order is known.",
    "[returned]basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "[returned]certainty":
      "`low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`.",
    "[returned]reportedOn":
      "Day of the report that states the event: an event without a date lies on or before it.",
    "[returned]evidence": "Passages that state it. Absent for an event that does not come from a text.",
    "[returned]reason": "Why it happened, as written.",
  },
  Done: {
    findings: "Findings of the policies, recorded with the events.",
    events: "The entries that it recorded.",
  },
  ProjectOpenedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.plan": "The project as its documents plan it.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  Actor: {
    id: "The actor's id in the embedding system.",
    role: "The role in which they act: one that a grant gives them.",
    agency: "The agency that they act for; `null` of the fund's own offices and of the system.",
  },
  ProjectStartedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ProjectExtensionApprovedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    "data.endDate": "The project's new last day.",
    "data.amount": "Money that is added. Absent for an extension at no cost.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ProjectSuspendedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    "data.causes": "Why it was suspended. Absent: no cause was given.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ProjectResumedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ProjectClosedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ProjectFinanciallyClosedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityAddedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "The activity as it is planned.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityStartedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityDelayedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.causes": "Each cause begins a hold-up of its own. Empty: no cause was given.",
    "data.expectedUntil":
      "The end that is expected of the hold-up: an expectation, not a fact. Absent: none is named.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivitySuspendedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.causes": "Each cause begins a hold-up of its own. Empty: no cause was given.",
    "data.expectedUntil":
      "The end that is expected of the hold-up: an expectation, not a fact. Absent: none is named.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityHoldUpEndedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.causes": "Causes whose hold-ups are over. Default: all.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityResumedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.causes": "Causes whose hold-ups are over. Default: all.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityReallocationProposedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityReallocationApprovedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityReallocationRejectedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityReallocationWithdrawnEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityReallocationRevertedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityCancelledEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityCompletedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.share": "Share that is completed so far, above 0 and up to 1. Default: 1, completed as a whole.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityReopenedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityReinstatedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityHandedOverEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.to": "Name of the agency that is responsible from now on.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivityMergedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.into": "Code of the activity that goes on in its place.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ActivitySplitEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.activity": "Code of the activity.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    "data.certainty": "`low`: a reader is not sure that it happened.",
    "data.reportedOn": "Day of the report that states it.",
    "data.into": "Codes of the activities that go on in its place.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  EntryVoidedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.entry": "Position of the entry in this log.",
    "data.of": "Type of its event.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  EntryCorrectedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.entry": "Position of the entry in this log.",
    "data.of": "Type of its event.",
    "data.fields": "What the entry says instead.",
    "data.fields.causes": "Causes of the delay or suspension.",
    "data.fields.expectedUntil": "The end that is expected of it; `null`: none is named.",
    "data.fields.share": "Share that is completed, above 0 and up to 1.",
    "data.fields.to": "Name of the agency that the activity was handed over to.",
    "data.fields.reference":
      "What documents the decision, as written: a letter, minutes of the steering committee.",
    "data.dated": "Whether its date is corrected too: to the date of this event.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ReportSubmittedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.report": "Name of the report: `annual-2020`.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ReportReviewedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.report": "Name of the report: `annual-2020`.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ReportApprovedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.report": "Name of the report: `annual-2020`.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ReportReturnedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.report": "Name of the report: `annual-2020`.",
    "data.basis": "Whether a report states it as data, or a reader concluded it from the narrative.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  MoneyMovedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.moves": "Exact amounts from line to line.",
    "data.newLines": "Lines that the budget did not have. Absent: none.",
    "data.gewe":
      "Share of the direct costs for gender equality, as a fraction; `null` where a line's share is unknown.",
    "data.gewe.before": "Before the moves.",
    "data.gewe.after": "After the moves.",
    "data.findings": "What the policies found about it.",
    "data.policy": "The fund's rule that it was judged by.",
    "data.policy.id": "Names the policy: `reallocation`.",
    "data.policy.version": "Which of its versions: `form-3.5`.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    "data.lines": "The lines that it changes, with their amounts after it.",
    "data.lines.id": "Id of the line.",
    "data.lines.amount": "Its amount after the moves.",
    "data.proposal": "The proposal that it approves. Default: none was needed.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  MoneyMoveProposedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.moves": "Exact amounts from line to line.",
    "data.newLines": "Lines that the budget did not have. Absent: none.",
    "data.gewe":
      "Share of the direct costs for gender equality, as a fraction; `null` where a line's share is unknown.",
    "data.gewe.before": "Before the moves.",
    "data.gewe.after": "After the moves.",
    "data.findings": "What the policies found about it.",
    "data.policy": "The fund's rule that it was judged by.",
    "data.policy.id": "Names the policy: `reallocation`.",
    "data.policy.version": "Which of its versions: `form-3.5`.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  MoneyMoveRejectedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.proposal": "Position of the proposal in this log.",
    "data.reference": "What documents the decision, as written: a letter, minutes of the steering committee.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ScheduleDatesSetEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.dates": "Planned and actual dates of one activity.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ScheduleDependenciesSetEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.dependencies": "What waits for what; it replaces what was recorded before.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  ReminderRecordedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.kind": "What fell due: `report-due`.",
    "data.about": "A path: `activities/1.1.1`, `reports/annual-2020`.",
    "data.due": "When it fell due, ISO 8601.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  CommandDeniedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why it was denied.",
    "data.command": "The command's type, or what else was asked for.",
    "data.key": "Idempotency key of the command; `null` where something else was asked for.",
    "data.fingerprint": "SHA-256 of the command; `null` where something else was asked for.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
  StreamArchivedEvent: {
    type: "What happened: `activity.delayed`, `money.moved`.",
    data: "The particulars, in the form that the type has in {@link EVENTS}.",
    "data.reason": "Why, in the sender's words. Absent: none was given.",
    "data.stream": "Name of the stream.",
    "data.position": "Position of its last entry.",
    "data.hash": "Hash of its last entry.",
    "data.archive": "Name of the archive.",
    actor: "Who sent the command.",
    evidence: "Passages of documents that show it. Empty: none were cited.",
    stream: "The stream that it is in: `project/P-1` for what happened in the project `P-1`.",
  },
};
