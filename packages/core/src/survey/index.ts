export type { Interval } from "../values/interval.ts";
export {
  type LikertAnswers,
  type LikertColumns,
  type LikertItem,
  readLikert,
  summariseLikert,
} from "./answers.ts";
export { type CompareOptions, compareSurveys, compareWithin, type SurveyDifference } from "./compare.ts";
export { type SampleColumns, type SampleDesign, type SingleUnit, sampleDesign } from "./design.ts";
export {
  type EstimateOptions,
  estimateSurvey,
  type IntervalMethod,
  type SurveyEstimate,
  type SurveyKind,
  type SurveyReason,
} from "./estimate.ts";
export { publishedOf, type SurveyIndicatorResult, surveyIndicator } from "./indicator.ts";
export { logitInterval, wilsonInterval } from "./interval.ts";
export { type LikertResult, type LikertScale, likert } from "./likert.ts";
export { type ChangeAim, type MarginAim, planSurvey, type SurveyPlan, type SurveyRequest } from "./plan.ts";
export { differenceInterval, type Estimated, powerOfChange } from "./power.ts";
export { type PublishedEstimate, publishedEstimate } from "./published.ts";
export {
  type DesignColumns,
  estimateResponses,
  type ResponseColumns,
  type ResponseEstimateOptions,
  readResponses,
  type SurveyData,
  type SurveyResponse,
} from "./responses.ts";
export { type SurveyStatus, type SurveyTarget, surveyStatus } from "./status.ts";
