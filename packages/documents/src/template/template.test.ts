import { describe, expect, it } from "vitest";
import { Labels } from "../report/segments.ts";
import { REPORT_TEMPLATES } from "./index.ts";
import { bare, normalise, oneOf } from "./normalise.ts";

describe.each(REPORT_TEMPLATES.map((template) => [template.id, template] as const))("%s", (_, template) => {
  const labels = new Labels(template);

  it("recognises each prompt that it prints as its own field, and its labels too", () => {
    for (const field of template.fields) {
      expect(labels.at(normalise(field.prompt))?.field.key, field.prompt).toBe(field.key);
      for (const label of field.labels) {
        expect(label).toBe(normalise(label, 1000).concat(/ $/.test(label) ? " " : ""));
        expect(labels.at(label)?.field.key, label).toBe(field.key);
      }
    }
  });

  it("forgives case, accents, quotes, spaces before colons, bullets and numbers", () => {
    for (const field of template.fields.filter(({ key }) => key !== "heading")) {
      const odd = field.prompt.toUpperCase().replaceAll("’", "'").replaceAll(":", " :");
      expect(labels.at(normalise(odd))?.field.key, odd).toBe(field.key);
    }
    const question = template.fields.find(({ key }) => key === "covid-categories")?.prompt ?? "";
    expect(labels.at(normalise(question.replace("3) ", "c) ")))?.field.key).toBe("covid-categories");
    expect(labels.at(normalise(question.replace("3) ", "")))?.field.key).toBe("covid-categories");
  });

  it("prints limits that it reads, and reads the words that it prints", () => {
    for (const { prompt, answer, limit } of template.fields.filter(({ answer }) => answer === "limit")) {
      expect([answer, Number(template.limit.exec(prompt)?.[1])]).toEqual(["limit", limit]);
    }
    for (const choices of [template.reportTypes, template.riskMarkers, template.ratings]) {
      for (const [printed, value] of Object.entries<string>(choices)) {
        expect(oneOf<string>(choices)(printed)).toBe(value);
      }
    }
    for (const { name, label } of template.covidCategories)
      expect(bare(`☐ ${name}`).startsWith(label)).toBe(true);
    for (const { name, labels: known } of template.columns) {
      expect(known.some((label) => normalise(name).startsWith(label))).toBe(true);
    }
  });

  it("has the same fields in the same order as every other language", () => {
    const keys = (each: typeof template) => each.fields.map(({ key }) => key);
    for (const other of REPORT_TEMPLATES) expect(keys(other)).toEqual(keys(template));
  });
});
