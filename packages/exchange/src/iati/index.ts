export { type ChoiceOptions, chooseActivity } from "./choose.ts";
export {
  type ActivityOptions,
  activityOf,
  documentOf,
  extensionsWithoutResults,
  type Reporting,
} from "./mapping/index.ts";
export { measurementOfActivity } from "./observations/measurement.ts";
export { type IatiObservationOptions, type IatiObservations, observationsOf } from "./observations/read.ts";
export { type IatiSourceOptions, iatiSource } from "./observations/source.ts";
export { activityOfResults, type ResultsToPublish } from "./observations/write.ts";
export { iatiReader, iatiWriter, readIati, writeActivity } from "./port.ts";
export {
  ACTIVITY_BYTES,
  type IatiActivity,
  type IatiFile,
  type IatiHeader,
  type IatiItem,
  type IatiReadOptions,
  openIati,
} from "./read.ts";
export type { ChildSpec, Data, ElementSpec, NoChildren, Other, RawElement } from "./spec.ts";
export { IATI_ACTIVITIES, IATI_ACTIVITY } from "./vocabulary.ts";
export { iatiActivityXml, writeIati } from "./write.ts";
export { XML_LIMITS, type XmlLimits } from "./xml/parse.ts";
export { iatiSchemaPath, MAX_XSD_BYTES, validateIati } from "./xsd.ts";
