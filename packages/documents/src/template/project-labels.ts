/** What paragraphs of a project document begin with, normalised: English, then French. */
export const PROJECT_LABELS: readonly string[] = [
  "baseline:",
  "target:",
  "cible:",
  "base de donnee",
  "list of activities under this output",
  "liste des activites",
];
