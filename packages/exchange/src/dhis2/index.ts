export { DataValue, DataValueSet } from "./data-value-set.ts";
export { Dhis2Mapping, explainDhis2Mapping, parseDhis2Mapping, ValuePart } from "./mapping.ts";
export { dhis2PeriodDays, dhis2PeriodId } from "./periods.ts";
export { type Dhis2ReadOptions, dhis2Source, readDhis2 } from "./read.ts";
export { writeDhis2 } from "./write.ts";
