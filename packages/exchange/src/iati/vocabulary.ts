import { element, many, one, textElement } from "./spec.ts";

import { code, day, documentLink, narrative, narratives, text } from "./vocabulary-common.ts";
import { result } from "./vocabulary-result.ts";

const description = element(["type"], { narrative: many(narrative) });
const contactInfo = element(["type"], {
  organisation: one(narratives),
  department: one(narratives),
  "person-name": one(narratives),
  "job-title": one(narratives),
  telephone: many(text),
  email: many(text),
  website: many(text),
  "mailing-address": many(narratives),
});
const vocabularyCode = element(["code", "vocabulary"]);
const location = element(["ref"], {
  "location-reach": one(code),
  "location-id": many(vocabularyCode),
  name: one(narratives),
  description: one(narratives),
  "activity-description": one(narratives),
  administrative: many(element(["code", "vocabulary", "level"])),
  point: one(element(["srsName"], { pos: one(text) })),
  exactness: one(code),
  "location-class": one(code),
  "feature-designation": one(code),
});
const tag = element(["code", "vocabulary", "vocabulary-uri"], { narrative: many(narrative) });
const amount = textElement(["currency", "value-date"]);
const providerOrg = element(["ref", "provider-activity-id", "type"], { narrative: many(narrative) });
const receiverOrg = element(["ref", "receiver-activity-id", "type"], { narrative: many(narrative) });
const plannedDisbursement = element(["type"], {
  "period-start": one(day),
  "period-end": one(day),
  value: one(amount),
  "provider-org": one(providerOrg),
  "receiver-org": one(receiverOrg),
});
const transaction = element(["ref", "humanitarian"], {
  "transaction-type": one(code),
  "transaction-date": one(day),
  value: one(amount),
  description: one(narratives),
  "provider-org": one(providerOrg),
  "receiver-org": one(receiverOrg),
  "disbursement-channel": one(code),
  sector: many(element(["vocabulary", "vocabulary-uri", "code"], { narrative: many(narrative) })),
  "recipient-country": one(element(["code"], { narrative: many(narrative) })),
  "recipient-region": one(tag),
  "flow-type": one(code),
  "finance-type": one(code),
  "aid-type": many(vocabularyCode),
  "tied-status": one(code),
});
const loanTerms = element(["rate-1", "rate-2"], {
  "repayment-type": one(code),
  "repayment-plan": one(code),
  "commitment-date": one(day),
  "repayment-first-date": one(day),
  "repayment-final-date": one(day),
});
const loanStatus = element(["year", "currency", "value-date"], {
  "interest-received": one(text),
  "principal-outstanding": one(text),
  "principal-arrears": one(text),
  "interest-arrears": one(text),
});
const crsAdd = element([], {
  "other-flags": many(element(["code", "significance"])),
  "loan-terms": one(loanTerms),
  "loan-status": one(loanStatus),
  "channel-code": one(text),
});
/** An activity and everything in it, as the schema has it (IATI 2.03, `iati-activities-schema.xsd`): one statement for reading, writing and types. */
export const IATI_ACTIVITY = element(
  [
    "last-updated-datetime",
    "xml:lang",
    "default-currency",
    "humanitarian",
    "hierarchy",
    "linked-data-uri",
    "budget-not-provided",
  ],
  {
    "iati-identifier": one(text),
    "reporting-org": one(element(["ref", "type", "secondary-reporter"], { narrative: many(narrative) })),
    title: one(narratives),
    description: many(description),
    "participating-org": many(
      element(["ref", "type", "role", "activity-id", "crs-channel-code"], { narrative: many(narrative) }),
    ),
    "other-identifier": many(
      element(["ref", "type"], { "owner-org": one(element(["ref"], { narrative: many(narrative) })) }),
    ),
    "activity-status": one(code),
    "activity-date": many(element(["type", "iso-date"], { narrative: many(narrative) })),
    "contact-info": many(contactInfo),
    "activity-scope": one(code),
    "recipient-country": many(element(["code", "percentage"], { narrative: many(narrative) })),
    "recipient-region": many(
      element(["code", "vocabulary", "vocabulary-uri", "percentage"], { narrative: many(narrative) }),
    ),
    location: many(location),
    sector: many(
      element(["vocabulary", "vocabulary-uri", "code", "percentage"], { narrative: many(narrative) }),
    ),
    tag: many(tag),
    "country-budget-items": one(
      element(["vocabulary"], {
        "budget-item": many(element(["code", "percentage"], { description: one(narratives) })),
      }),
    ),
    "humanitarian-scope": many(
      element(["type", "vocabulary", "vocabulary-uri", "code"], { narrative: many(narrative) }),
    ),
    "policy-marker": many(
      element(["vocabulary", "vocabulary-uri", "code", "significance"], { narrative: many(narrative) }),
    ),
    "collaboration-type": one(code),
    "default-flow-type": one(code),
    "default-finance-type": one(code),
    "default-aid-type": many(vocabularyCode),
    "default-tied-status": one(code),
    budget: many(
      element(["type", "status"], { "period-start": one(day), "period-end": one(day), value: one(amount) }),
    ),
    "planned-disbursement": many(plannedDisbursement),
    "capital-spend": one(element(["percentage"])),
    transaction: many(transaction),
    "document-link": many(documentLink),
    "related-activity": many(element(["ref", "type"])),
    "legacy-data": many(element(["name", "value", "iati-equivalent"])),
    conditions: one(element(["attached"], { condition: many(description) })),
    result: many(result),
    "crs-add": one(crsAdd),
    fss: one(
      element(["extraction-date", "priority", "phaseout-year"], {
        forecast: many(textElement(["year", "currency", "value-date"])),
      }),
    ),
  },
);

/** The element around activities. */
export const IATI_ACTIVITIES = element(["version", "generated-datetime", "linked-data-default"], {
  "iati-activity": many(IATI_ACTIVITY),
});
