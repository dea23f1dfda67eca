import { bilingual, fieldName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { isUnread } from "../texts.ts";

export const rule: Rule = {
  id: "project-field-missing",
  severity: "warning",
  check: (document) => {
    // Only what the fund's documents were read from has a cover page: a budget annex, data or a framework of one's own have none.
    if (document.report === null && document.projectDocument === undefined) return [];
    const { title, country, number, startDate, endDate, genderMarker, riskMarker, focusArea } =
      document.project;
    const { total, deliveryRate } = document.budget;
    const fields = {
      "project/title": title,
      "project/country": country,
      "project/number": number,
      "project/startDate": startDate,
      // A project document gives the duration in place of the end.
      "project/endDate": endDate ?? document.projectDocument?.durationMonths ?? null,
      "project/genderMarker": genderMarker,
      "project/riskMarker": riskMarker,
      "project/focusArea": focusArea,
      "project/agencies": document.project.agencies[0] ?? null,
      "budget/total": total,
      // Without a report there is no delivery to state.
      ...(document.report === null ? {} : { "budget/deliveryRate": deliveryRate }),
    };
    return Object.entries(fields).flatMap(([path, value]) =>
      value === null && !isUnread(document, path)
        ? [
            hit(
              document,
              path,
              bilingual(
                en.projectFieldMissing,
                fr.projectFieldMissing,
                fieldName(path.split("/")[1] ?? path),
              ),
              null,
              path,
            ),
          ]
        : [],
    );
  },
};
