import { daysBetween } from "../../date.ts";
import { placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import type { Rule } from "../rule.ts";

export const projectFieldMissing: Rule = {
  id: "project-field-missing",
  severity: "warning",
  about: {
    en: "The cover page names title, country, number, dates, budget and markers",
    fr: "La page de garde indique titre, pays, numéro, dates, budget et marqueurs",
  },
  source: "Template, cover page",
  check: (document) => {
    const { title, country, number, startDate, endDate, genderMarker, riskMarker, focusArea } =
      document.project;
    const { total, deliveryRate } = document.budget;
    const fields = {
      "project/title": title,
      "project/country": country,
      "project/number": number,
      "project/startDate": startDate,
      "project/endDate": endDate,
      "project/genderMarker": genderMarker,
      "project/riskMarker": riskMarker,
      "project/focusArea": focusArea,
      "project/agencies": document.project.agencies[0] ?? null,
      "budget/total": total,
      // A project that is no report yet has delivered nothing that it could tell of.
      ...(document.report === null ? {} : { "budget/deliveryRate": deliveryRate }),
    };
    return Object.entries(fields).flatMap(([path, value]) =>
      value === null
        ? [
            {
              where: placeIn(document, path),
              message: messages.projectFieldMissing(path),
              found: null,
              expected: path,
            },
          ]
        : [],
    );
  },
};

export const datesOutOfOrder: Rule = {
  id: "dates-out-of-order",
  severity: "error",
  about: { en: "The project ends after it starts", fr: "Le projet se termine après son début" },
  source: "Template, cover page: date of first transfer, project end date",
  check: (document) => {
    const { startDate, endDate } = document.project;
    if (startDate === null || endDate === null || daysBetween(startDate, endDate) > 0) return [];
    const message = messages.datesOutOfOrder(startDate, endDate);
    return [
      {
        where: placeIn(document, "project/endDate"),
        message,
        found: endDate,
        expected: `after ${startDate}`,
      },
    ];
  },
};
