/** Events of the engine and the version of their data that this code writes. Older ones are upcast to it, newer ones are refused. */
export const EVENT_VERSIONS = {
  "project.opened": 1,
  "project.started": 1,
  "project.extension-approved": 1,
  "project.closed": 1,
  "activity.added": 1,
  "activity.started": 1,
  "activity.delayed": 1,
  "activity.suspended": 1,
  "activity.hold-up-ended": 1,
  "activity.resumed": 1,
  "activity.reallocation-proposed": 1,
  "activity.reallocation-approved": 1,
  "activity.reallocation-rejected": 1,
  "activity.reallocation-withdrawn": 1,
  "activity.reallocation-reverted": 1,
  "activity.cancelled": 1,
  "activity.completed": 1,
  "activity.reopened": 1,
  "activity.reinstated": 1,
  "activity.handed-over": 1,
  "activity.merged": 1,
  "activity.split": 1,
  "report.submitted": 1,
  "report.reviewed": 1,
  "report.approved": 1,
  "report.returned": 1,
  "money.moved": 1,
  "money.move-proposed": 1,
  "money.move-rejected": 1,
  "schedule.dates-set": 1,
  "schedule.dependencies-set": 1,
  "reminder.recorded": 1,
  "command.denied": 1,
} as const;

/** Kind of event that the engine records. */
export type EventType = keyof typeof EVENT_VERSIONS;
/** Whether a text is a type of event that the engine records. */
export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENT_VERSIONS, type);
