export { Cache } from "./cache.ts";
export {
  type AddedRows,
  createDocumentStore,
  type DocumentStore,
  type RequestContext,
  type SavedDocument,
  type SaveOptions,
  type SaveResult,
} from "./document-store.ts";
