export type { Answer, RejectionKind } from "./answer.ts";
export {
  createEngine,
  type Engine,
  type ProjectsOptions,
  type ProjectVerification,
  type ReadRequest,
  type StateOptions,
  type VerifyOptions,
} from "./create-engine.ts";
export type { FollowOptions } from "./follow.ts";
export { dayIn, type EngineOptions } from "./options.ts";
export {
  type ActivityLogs,
  type ActivityStateRow,
  activityLogs,
  activityRows,
  type Projected,
  type Projection,
  runProjection,
} from "./projection.ts";
export { denialsOf, projectOf, streamOf } from "./states.ts";
export type { EventPage, SubscribeOptions } from "./subscribe.ts";
export { UnknownEvent, type Upcast, type Upcaster, upcastingBy } from "./upcast.ts";
export { type LogVerification, type StreamVerification, verifyLog, verifyStream } from "./verify.ts";
export type { ActivityView, ProjectView } from "./view.ts";
