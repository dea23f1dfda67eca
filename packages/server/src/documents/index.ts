export {
  createDocumentStore,
  type DocumentStore,
  type RequestContext,
  type SavedDocument,
  type SaveResult,
} from "./document-store.ts";
