import type { Patch } from "../../diagnostics/problem.ts";
import type { FrameworkDocument } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

type Named = [path: string, at: Patch["path"], text: string | null | undefined];

/** Names and titles, each of one line, with their paths. Prose and cells as written are not included. */
function names({ project, outcomes, activities }: FrameworkDocument): Named[] {
  return [
    ...(["title", "country", "number", "focusArea"] as const).map(
      (field): Named => [`project/${field}`, ["project", field], project[field]],
    ),
    ...project.agencies.map(
      ({ name }, index): Named => [
        `project/agencies/${name.trim()}`,
        ["project", "agencies", index, "name"],
        name,
      ],
    ),
    ...outcomes.flatMap((outcome, position): Named[] => [
      [`outcomes/${outcome.code}`, ["outcomes", position, "title"], outcome.title],
      ...outcome.indicators.map(
        ({ code, text }, index): Named => [
          `indicators/${code}/text`,
          ["outcomes", position, "indicators", index, "text"],
          text,
        ],
      ),
      ...outcome.outputs.flatMap((output, outputIndex): Named[] => [
        [`outputs/${output.code}`, ["outcomes", position, "outputs", outputIndex, "title"], output.title],
        ...output.indicators.map(
          ({ code, text }, index): Named => [
            `indicators/${code}/text`,
            ["outcomes", position, "outputs", outputIndex, "indicators", index, "text"],
            text,
          ],
        ),
      ]),
    ]),
    ...activities.map(
      ({ code, title }, index): Named => [`activities/${code}`, ["activities", index, "title"], title],
    ),
  ];
}

export const rule: Rule = {
  id: "untidy-text",
  severity: "info",
  check: (document) =>
    names(document).flatMap(([where, path, text]) => {
      if (text == null) return [];
      const value = text.replace(/\s{2,}|[\n\t]/gu, " ").trim();
      // No-break spaces belong to French punctuation; only runs and ends are untidy.
      if (!/^\s|\s$|\s\s|[\n\t]/u.test(text)) return [];
      const message = bilingual(en.untidyText, fr.untidyText, where);
      const correction = bilingual(en.untidyTextFix, fr.untidyTextFix, where);
      return [
        {
          ...hit(document, where, message, text, value),
          fix: { message: correction, patches: [{ op: "replace" as const, path, value }] },
        },
      ];
    }),
};
