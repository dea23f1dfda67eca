export { type MimeBundle, nodeOf, type View, viewOf } from "./view.ts";
