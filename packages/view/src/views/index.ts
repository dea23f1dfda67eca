export {
  activityTable,
  type DocumentTableOptions,
  figureTable,
  findingTable,
  indicatorTable,
  type TableOptions,
} from "./tables.ts";
