export { Cache } from "./cache.ts";
export {
  type AddedRows,
  createDocumentStore,
  type DocumentStore,
  type RequestContext,
  type SavedDocument,
  type SaveResult,
} from "./document-store.ts";
