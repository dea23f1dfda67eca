export {
  activityTable,
  type DocumentTableOptions,
  findingTable,
  indicatorTable,
  reportedValueTable,
  type TableOptions,
} from "./tables.ts";
