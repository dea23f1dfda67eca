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
    /** Unique among all activities: the publisher's identifier, a hyphen, and its own for the activity. */
    "iati-identifier": one(text),
    /** Who publishes the activity; `secondary-reporter`: on behalf of others. */
    "reporting-org": one(element(["ref", "type", "secondary-reporter"], { narrative: many(narrative) })),
    /** In one language or several. */
    title: one(narratives),
    /** `type` 1: general, 2: objectives, 3: target groups, 4: other (codelist DescriptionType). */
    description: many(description),
    /** `role` 1: funding, 2: accountable, 3: extending, 4: implementing (codelist OrganisationRole). */
    "participating-org": many(
      element(["ref", "type", "role", "activity-id", "crs-channel-code"], { narrative: many(narrative) }),
    ),
    /** Other identifiers, such as the publisher's internal one (codelist OtherIdentifierType). */
    "other-identifier": many(
      element(["ref", "type"], { "owner-org": one(element(["ref"], { narrative: many(narrative) })) }),
    ),
    /** 1: pipeline, 2: implementation, 3: finalisation, 4: closed, 5: cancelled, 6: suspended (codelist ActivityStatus). */
    "activity-status": one(code),
    /** `type` 1: planned start, 2: actual start, 3: planned end, 4: actual end (codelist ActivityDateType). */
    "activity-date": many(element(["type", "iso-date"], { narrative: many(narrative) })),
    /** Whom to ask. */
    "contact-info": many(contactInfo),
    /** From 1, global, to 8, a single place (codelist ActivityScope). */
    "activity-scope": one(code),
    /** ISO 3166-1 code; `percentage`: the country's share of the activity, from 0 to 100. */
    "recipient-country": many(element(["code", "percentage"], { narrative: many(narrative) })),
    /** `percentage`: the region's share of the activity, from 0 to 100 (codelist Region). */
    "recipient-region": many(
      element(["code", "vocabulary", "vocabulary-uri", "percentage"], { narrative: many(narrative) }),
    ),
    /** Places below the level of a country. */
    location: many(location),
    /** `percentage`: the sector's share within its vocabulary, from 0 to 100 (codelist SectorVocabulary). */
    sector: many(
      element(["vocabulary", "vocabulary-uri", "code", "percentage"], { narrative: many(narrative) }),
    ),
    /** Classifications beside sectors, such as goals and targets of the 2030 Agenda (codelist TagVocabulary). */
    tag: many(tag),
    /** Where the activity is in the recipient country's budget (codelist BudgetIdentifierVocabulary). */
    "country-budget-items": one(
      element(["vocabulary"], {
        "budget-item": many(element(["code", "percentage"], { description: one(narratives) })),
      }),
    ),
    /** Emergencies and appeals that the activity answers. */
    "humanitarian-scope": many(
      element(["type", "vocabulary", "vocabulary-uri", "code"], { narrative: many(narrative) }),
    ),
    /** `significance` 0: not targeted, 1: significant objective, 2: principal objective (codelist PolicySignificance). */
    "policy-marker": many(
      element(["vocabulary", "vocabulary-uri", "code", "significance"], { narrative: many(narrative) }),
    ),
    /** Bilateral, multilateral and so on (codelist CollaborationType). */
    "collaboration-type": one(code),
    /** Kind of flow of transactions that name none (codelist FlowType). */
    "default-flow-type": one(code),
    /** Kind of finance of transactions that name none: grant, loan and so on (codelist FinanceType). */
    "default-finance-type": one(code),
    /** Kind of aid of transactions that name none (codelist AidType). */
    "default-aid-type": many(vocabularyCode),
    /** 3: partially tied, 4: tied, 5: untied (codelist TiedStatus); of transactions that name none. */
    "default-tied-status": one(code),
    /** Amounts planned for a period of at most a year; `status` 1: indicative, 2: committed. */
    budget: many(
      element(["type", "status"], { "period-start": one(day), "period-end": one(day), value: one(amount) }),
    ),
    /** Payments that are planned for a day or a period. */
    "planned-disbursement": many(plannedDisbursement),
    /** `percentage`: share of capital expenditure, from 0 to 100. */
    "capital-spend": one(element(["percentage"])),
    /** Commitments, disbursements, expenditure and so on (codelist TransactionType). */
    transaction: many(transaction),
    /** Documents about the activity. */
    "document-link": many(documentLink),
    /** `type` 1: parent, 2: child, 3: sibling, 4: co-funded, 5: third party (codelist RelatedActivityType). */
    "related-activity": many(element(["ref", "type"])),
    /** Values of the publisher's own system that no other element holds. */
    "legacy-data": many(element(["name", "value", "iati-equivalent"])),
    /** `attached` 1: the activity has conditions, which are listed; 0: it has none. */
    conditions: one(element(["attached"], { condition: many(description) })),
    /** Outputs, outcomes and impacts, with their indicators (codelist ResultType). */
    result: many(result),
    /** What only the OECD's Creditor Reporting System asks for. */
    "crs-add": one(crsAdd),
    /** What only the OECD's Forward Spending Survey asks for. */
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
