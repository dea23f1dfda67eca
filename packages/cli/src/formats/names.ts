// Names of formats and the endings of their files, apart from the readers and writers: help and completion load none of these. A test holds
// them equal.

/** Endings of the files that the commands read. */
export const READABLE_EXTENSIONS = [
  ".json",
  ".xml",
  ".xlsx",
  ".xlsm",
  ".docx",
  ".docm",
  ".odt",
  ".pdf",
  ".rtf",
  ".html",
  ".htm",
  ".mht",
  ".mhtml",
  ".txt",
  ".tsv",
];

/** The formats that `cadre convert` writes. */
export const WRITABLE_FORMATS = [
  "json",
  "iati",
  "xlsx",
  "docx",
  "html-table",
  "html",
  "csv",
  "hxl",
  "parquet",
];
