import { type Problem, type Result, UNKNOWN } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import type * as z from "zod";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { problem } from "../reading.ts";
import { currentMapping, parseBounded, refusedBy } from "./bounded.ts";

/** Up to a dozen names, for a message. */
const listed = (names: readonly string[], limit = 12): string =>
  names.length > limit ? `${names.slice(0, limit).join(" | ")} | …` : names.join(" | ") || "none";

/** Holds a mapping against the framework that it leads to, and collects what does not fit. */
export interface MappingCheck {
  /** The definition of an indicator that the mapping names; a problem where the framework has none. */
  indicator: (path: string, code: string) => MeasurementFramework["indicators"][number] | undefined;
  /** Whether the framework has these axes, and admits these categories. */
  categories: (path: string, categories: Readonly<Record<string, string>>) => void;
  add: (...about: Parameters<typeof problem>) => void;
}

function checkOf({ indicators, axes }: MeasurementFramework, problems: Problem[]): MappingCheck {
  const add: MappingCheck["add"] = (...about) => {
    problems.push(problem(...about));
  };
  return {
    add,
    indicator: (path, code) => {
      const found = indicators.find((each) => each.code === code);
      const what = message(en.unknownIndicator, fr.unknownIndicator, path, code);
      if (found === undefined)
        add("mapping-unknown-indicator", path, what, code, listed(indicators.map((each) => each.code)));
      return found;
    },
    categories: (path, categories) => {
      for (const [name, category] of Object.entries(categories)) {
        const where = `${path}/${name}`;
        const axis = axes.find((each) => each.name === name);
        if (axis === undefined) {
          const what = message(en.unknownAxis, fr.unknownAxis, path, name);
          add("mapping-unknown-axis", where, what, name, listed(axes.map((each) => each.name)));
        } else if (axis.categories && category !== UNKNOWN && !axis.categories.includes(category)) {
          const what = message(en.unknownCategory, fr.unknownCategory, path, name, category);
          add("mapping-unknown-category", where, what, category, listed([...axis.categories, UNKNOWN]));
        }
      }
    },
  };
}

/** Validates a mapping document: by itself, and by `check` against the framework that it leads to. What is wrong is said once. */
export function parseMapping<T>(
  schema: z.ZodType<T>,
  input: unknown,
  framework: MeasurementFramework,
  check: (mapping: T, against: MappingCheck) => void,
): Result<T> {
  const parsed = parseBounded(schema, currentMapping(input), "mapping-invalid");
  if (!parsed.ok) return parsed;
  const problems: Problem[] = [];
  check(parsed.value, checkOf(framework, problems));
  const distinct = new Map(problems.map((each) => [JSON.stringify(each), each]));
  return problems.length > 0 ? refusedBy([...distinct.values()]) : parsed;
}

/** Whether a measure's values are quotients of two numbers. */
export const isQuotient = (measure: string | undefined): boolean =>
  measure === "ratio" || measure === "percentage";

/** An indicator's code with its text, as sentences name it. */
export function indicatorName({ indicators }: MeasurementFramework, code: string): string {
  const text = indicators.find((each) => each.code === code)?.text;
  return text === undefined ? code : `${code} (${text})`;
}

/** The axes that categories of a mapping name, each once. */
export const axesNamed = (categories: readonly Readonly<Record<string, unknown>>[]): string[] => [
  ...new Set(categories.flatMap((each) => Object.keys(each))),
];
