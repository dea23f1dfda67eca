export type { LegendEntry, PictureFileOptions, PictureLabels } from "./file.ts";
export { type MimeBundle, nodeOf, type View, viewOf } from "./view.ts";
