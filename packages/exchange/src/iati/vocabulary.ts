import { element, many, one, textElement } from "./spec.ts";

import { code, day, documentLink, narrated, narratives, span, text } from "./vocabulary-common.ts";
import { result } from "./vocabulary-result.ts";

const description = narrated(["type"]);
const contactInfo = element(["type"], {
  /** Which organisation to ask. */
  organisation: one(narratives),
  /** Which department of it. */
  department: one(narratives),
  /** Whom to ask. */
  "person-name": one(narratives),
  /** What the person is. */
  "job-title": one(narratives),
  /** Telephone numbers. */
  telephone: many(text),
  /** Addresses of electronic mail. */
  email: many(text),
  /** Addresses of pages. */
  website: many(text),
  /** Postal addresses. */
  "mailing-address": many(narratives),
});
const vocabularyCode = element(["code", "vocabulary"]);
const location = element(["ref"], {
  /** 1: the activity happens there, 2: those whom it is for live there (codelist GeographicLocationReach). */
  "location-reach": one(code),
  /** Codes in gazetteers (codelist GeographicVocabulary). */
  "location-id": many(vocabularyCode),
  /** What the place is called. */
  name: one(narratives),
  /** What the place is. */
  description: one(narratives),
  /** What is done there. */
  "activity-description": one(narratives),
  /** Administrative divisions that it is in, by level. */
  administrative: many(element(["code", "vocabulary", "level"])),
  /** The place as a point on the map. */
  point: one(
    element(["srsName"], {
      /** Latitude and longitude in degrees, with a space between. */
      pos: one(text),
    }),
  ),
  /** 1: exact, 2: approximate (codelist GeographicExactness). */
  exactness: one(code),
  /** 1: administrative region, 2: populated place, 3: structure, 4: other (codelist GeographicLocationClass). */
  "location-class": one(code),
  /** What stands there: a school, a market (codelist LocationType). */
  "feature-designation": one(code),
});
const tag = narrated(["code", "vocabulary", "vocabulary-uri"]);
const amount = textElement(["currency", "value-date"]);
const providerOrg = narrated(["ref", "provider-activity-id", "type"]);
const receiverOrg = narrated(["ref", "receiver-activity-id", "type"]);
const plannedDisbursement = element(["type"], {
  ...span,
  /** The amount. */
  value: one(amount),
  /** Who pays. */
  "provider-org": one(providerOrg),
  /** Who is paid. */
  "receiver-org": one(receiverOrg),
});
const transaction = element(["ref", "humanitarian"], {
  /** 1: incoming funds, 2: outgoing commitment, 3: disbursement, 4: expenditure and so on (codelist TransactionType). */
  "transaction-type": one(code),
  /** The day of the transaction. */
  "transaction-date": one(day),
  /** The amount; `value-date`: the day whose exchange rate holds. */
  value: one(amount),
  /** What it is for. */
  description: one(narratives),
  /** Who pays. */
  "provider-org": one(providerOrg),
  /** Who is paid. */
  "receiver-org": one(receiverOrg),
  /** By which way the money goes (codelist DisbursementChannel). */
  "disbursement-channel": one(code),
  /** Its sectors, where it does not share those of the activity. */
  sector: many(narrated(["vocabulary", "vocabulary-uri", "code"])),
  /** Its country, where it does not share those of the activity. */
  "recipient-country": one(narrated(["code"])),
  /** Its region, likewise. */
  "recipient-region": one(tag),
  /** Kind of flow, where it is not the activity's default (codelist FlowType). */
  "flow-type": one(code),
  /** Kind of finance, likewise: grant, loan and so on (codelist FinanceType). */
  "finance-type": one(code),
  /** Kind of aid, likewise (codelist AidType). */
  "aid-type": many(vocabularyCode),
  /** Whether it is tied, likewise (codelist TiedStatus). */
  "tied-status": one(code),
});
const loanTerms = element(["rate-1", "rate-2"], {
  /** How it is repaid (codelist LoanRepaymentType). */
  "repayment-type": one(code),
  /** How often a year it is repaid (codelist LoanRepaymentPeriod). */
  "repayment-plan": one(code),
  /** The day on which it was agreed. */
  "commitment-date": one(day),
  /** The day of the first repayment. */
  "repayment-first-date": one(day),
  /** The day of the last repayment. */
  "repayment-final-date": one(day),
});
const loanStatus = element(["year", "currency", "value-date"], {
  /** Interest received in the year. */
  "interest-received": one(text),
  /** Principal that is left at the year's end. */
  "principal-outstanding": one(text),
  /** Principal that is overdue at the year's end. */
  "principal-arrears": one(text),
  /** Interest that is overdue at the year's end. */
  "interest-arrears": one(text),
});
const crsAdd = element([], {
  /** Further marks of the Creditor Reporting System (codelist CRSAddOtherFlags). */
  "other-flags": many(element(["code", "significance"])),
  /** Terms of a loan; `rate-1`, `rate-2`: rates of interest in per cent. */
  "loan-terms": one(loanTerms),
  /** What is owed of a loan, by year. */
  "loan-status": one(loanStatus),
  /** Who is first to spend the money (codelist CRSChannelCode). */
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
    "reporting-org": one(narrated(["ref", "type", "secondary-reporter"])),
    /** In one language or several. */
    title: one(narratives),
    /** `type` 1: general, 2: objectives, 3: target groups, 4: other (codelist DescriptionType). */
    description: many(description),
    /** `role` 1: funding, 2: accountable, 3: extending, 4: implementing (codelist OrganisationRole). */
    "participating-org": many(narrated(["ref", "type", "role", "activity-id", "crs-channel-code"])),
    /** Other identifiers, such as the publisher's internal one (codelist OtherIdentifierType). */
    "other-identifier": many(
      element(["ref", "type"], {
        /** Who gave the identifier. */
        "owner-org": one(narrated(["ref"])),
      }),
    ),
    /** 1: pipeline, 2: implementation, 3: finalisation, 4: closed, 5: cancelled, 6: suspended (codelist ActivityStatus). */
    "activity-status": one(code),
    /** `type` 1: planned start, 2: actual start, 3: planned end, 4: actual end (codelist ActivityDateType). */
    "activity-date": many(narrated(["type", "iso-date"])),
    /** Whom to ask. */
    "contact-info": many(contactInfo),
    /** From 1, global, to 8, a single place (codelist ActivityScope). */
    "activity-scope": one(code),
    /** ISO 3166-1 code; `percentage`: the country's share of the activity, from 0 to 100. */
    "recipient-country": many(narrated(["code", "percentage"])),
    /** `percentage`: the region's share of the activity, from 0 to 100 (codelist Region). */
    "recipient-region": many(narrated(["code", "vocabulary", "vocabulary-uri", "percentage"])),
    /** Places below the level of a country. */
    location: many(location),
    /** `percentage`: the sector's share within its vocabulary, from 0 to 100 (codelist SectorVocabulary). */
    sector: many(narrated(["vocabulary", "vocabulary-uri", "code", "percentage"])),
    /** Classifications beside sectors, such as goals and targets of the 2030 Agenda (codelist TagVocabulary). */
    tag: many(tag),
    /** Where the activity is in the recipient country's budget (codelist BudgetIdentifierVocabulary). */
    "country-budget-items": one(
      element(["vocabulary"], {
        /** Lines of that budget; `percentage`: the line's share of the activity, from 0 to 100. */
        "budget-item": many(
          element(["code", "percentage"], {
            /** What the line is. */
            description: one(narratives),
          }),
        ),
      }),
    ),
    /** Emergencies and appeals that the activity answers. */
    "humanitarian-scope": many(narrated(["type", "vocabulary", "vocabulary-uri", "code"])),
    /** `significance` 0: not targeted, 1: significant objective, 2: principal objective (codelist PolicySignificance). */
    "policy-marker": many(narrated(["vocabulary", "vocabulary-uri", "code", "significance"])),
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
      element(["type", "status"], {
        ...span,
        /** The amount. */
        value: one(amount),
      }),
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
    conditions: one(
      element(["attached"], {
        /** What the recipient has to do; `type` 1: policy, 2: performance, 3: fiduciary (codelist ConditionType). */
        condition: many(description),
      }),
    ),
    /** Outputs, outcomes and impacts, with their indicators (codelist ResultType). */
    result: many(result),
    /** What only the OECD's Creditor Reporting System asks for. */
    "crs-add": one(crsAdd),
    /** What only the OECD's Forward Spending Survey asks for. */
    fss: one(
      element(["extraction-date", "priority", "phaseout-year"], {
        /** Amounts that are planned for a year. */
        forecast: many(textElement(["year", "currency", "value-date"])),
      }),
    ),
  },
);

/** The element around activities. */
export const IATI_ACTIVITIES = element(["version", "generated-datetime", "linked-data-default"], {
  "iati-activity": many(IATI_ACTIVITY),
});
