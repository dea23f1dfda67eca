import type { Problem } from "@cadre/core";
import { UNKNOWN } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";

/** A problem of a mapping document: where in it, what it says, and what would have been right. */
export const mappingProblem = (
  code: string,
  path: string,
  en: string,
  fr: string,
  found: string | number | null,
  expected: string,
): Problem => ({ code, where: { path }, message: { en, fr }, found, expected });

const listed = (names: readonly string[], limit = 12): string =>
  names.length > limit ? `${names.slice(0, limit).join(" | ")} | …` : names.join(" | ") || "none";

/** Whether a mapping names an indicator of the framework. */
export function checkIndicator(framework: MeasurementFramework, path: string, code: string): Problem[] {
  const codes = framework.indicators.map((indicator) => indicator.code);
  if (codes.includes(code)) return [];
  return [
    mappingProblem(
      "mapping-unknown-indicator",
      path,
      `${path}: the framework has no indicator ${code}.`,
      `${path} : le cadre n’a pas d’indicateur ${code}.`,
      code,
      listed(codes),
    ),
  ];
}

/** Whether a mapping names axes of the framework, and categories that they admit. */
export function checkCategories(
  framework: MeasurementFramework,
  path: string,
  categories: Readonly<Record<string, string>>,
): Problem[] {
  return Object.entries(categories).flatMap(([name, category]): Problem[] => {
    const axis = framework.axes.find((each) => each.name === name);
    if (axis === undefined)
      return [
        mappingProblem(
          "mapping-unknown-axis",
          `${path}/${name}`,
          `${path}: the framework has no axis “${name}”.`,
          `${path} : le cadre n’a pas d’axe « ${name} ».`,
          name,
          listed(framework.axes.map((each) => each.name)),
        ),
      ];
    if (axis.categories === undefined || category === UNKNOWN || axis.categories.includes(category))
      return [];
    return [
      mappingProblem(
        "mapping-unknown-category",
        `${path}/${name}`,
        `${path}: the axis “${name}” has no category “${category}”.`,
        `${path} : l’axe « ${name} » n’a pas de catégorie « ${category} ».`,
        category,
        listed([...axis.categories, UNKNOWN]),
      ),
    ];
  });
}
