/**
 * Documents of the fund that are not the report of 2018 and later, by what their paragraphs begin with, normalised: so that a refusal can
 * say what a file is. Templates before 2018 have no indicator table of six columns and no gender marker in percentages.
 */
export const OTHER_DOCUMENTS: readonly { name: string; labels: readonly string[] }[] = [
  {
    name: "PBF progress report before 2018",
    labels: [
      "programme title & project number",
      "recipient un organizations",
      "programme/project budget",
      "programme duration",
      "part 1 - results progress",
      "part 2: lessons learned",
      "titre du programme & numero du projet",
      "organisations recipiendaires des nations unies",
      "duree du programme",
    ],
  },
  {
    name: "PBF project document",
    labels: [
      "pbf project document",
      "document de projet du pbf",
      "brief project description",
      "breve description du projet",
      "project duration in months",
      "i. peacebuilding context",
    ],
  },
];
