/** What the findings and refusals that no rule makes are about, and what to do about each. */
export const pages = {
  // JSON.
  "json-invalid": [
    "A file of JSON follows the grammar of JSON",
    "Correct the file at the line that is named",
  ],
  "json-duplicate-key": [
    "An object of JSON has each key once. With two it is not known which one counts",
    "Delete one of the two",
  ],
  "json-too-long": ["JSON is read up to a length", "Divide the file, or raise the limit in the options"],
  "json-too-deep": ["JSON is read up to a depth", "Check the file: no document of Cadre is nested so deep"],
  "json-too-many-values": [
    "JSON is read up to a number of values",
    "Divide the file, or raise the limit in the options",
  ],
  "json-string-too-long": [
    "A text in JSON has a limited length",
    "Shorten the text, or raise the limit in the options",
  ],
  "json-list-too-long": [
    "A list in JSON has a limited length",
    "Divide the list, or give rows as CSV, Parquet or a database, which are read as a stream",
  ],
  "framework-invalid": [
    "A document has the fields of its format, each of its type",
    "Correct the field that is named. The JSON Schema of the format helps editors to do so",
  ],
  "measurement-invalid": [
    "A framework to measure by has indicators, periods and axes",
    "Correct the field that is named",
  ],
  // Rows.
  missing: [
    "A row names its indicator, its period and a value",
    "Fill in what is missing, or delete the row",
  ],
  "not-a-row": ["A row is an object with named fields", "Give each row as an object"],
  "not-text": ["Names and codes are texts", "Write the code as a text: “1.10” and 1.1 are different"],
  "not-a-number": ["A value is a finite number", "Write the number, or delete the row if there is none"],
  "out-of-range": [
    "A value on a scale lies on one of its levels, and an answer is 1 (yes) or 0 (no)",
    "Correct the value, or the scale of the indicator",
  ],
  "negative-denominator": ["A denominator is 0 or more", "Correct the denominator"],
  "value-and-reason": [
    "A row has either a value or a reason why it has none",
    "Delete the reason, or the value if it is not known yet",
  ],
  "not-a-reason": [
    "A row without a value says `to-be-determined` or `no-data`",
    "Write one of the two, or delete the reason and give the value",
  ],
  "value-and-numerator": [
    "A row has either a value or a numerator and denominator",
    "Delete the value: it follows from the other two",
  ],
  "unknown-indicator": [
    "A row names an indicator of the framework",
    "Correct the code, or add the indicator",
  ],
  "unknown-period": [
    "A row names a period of the framework",
    "Correct the period, or add it to the framework",
  ],
  "unknown-category": [
    "A row names categories that its axes have",
    "Correct the category, or add it to the axis",
  ],
  "not-an-instant": [
    "When a row became known is a day or an instant",
    "Write it as in 2021-06-30 or 2021-06-30T12:00:00Z",
  ],
  "rows-conflict": [
    "Rows of one indicator, period, source, place and group that became known at the same time say the same",
    "Give each row an id if they add up, say which one replaces the other, or correct one",
  ],
  "too-many-axes": [
    "The combinations of the axes’ categories are few enough to be numbered",
    "Leave out an axis by which nobody asks, or join categories",
  ],
  "partition-sum": [
    "The parts of a partition add up to its total",
    "Correct a part or the total, or say which category is not reported",
  ],
  "part-exceeds-total": [
    "A group is at most as large as the whole",
    "Correct the group’s value or the total",
  ],
  // A report beside its budget annex.
  "annex-fact-differs": [
    "The report and its budget annex say the same of the project",
    "Correct the document that is out of date",
  ],
  "annex-budget-differs": [
    "The lines of the annex add up to the budget in the report",
    "Add the line that is missing, correct a line, or correct the budget in the report",
  ],
  "annex-agency-budget-differs": [
    "The lines of an organisation add up to its budget in the report",
    "Correct a line of the organisation, or its budget in the report",
  ],
  "annex-currency-differs": [
    "The report and its annex are in one currency",
    "Give the annex in the currency of the report, or state the rate",
  ],
  "annex-gewe-differs": [
    "What the lines put to gender equality comes to the amount in the report",
    "Correct the shares of the lines, or the amount in the report",
  ],
  "annex-marker-contradicted": [
    "The gender marker agrees with the share of the lines for gender equality",
    "Correct the shares of the lines, or ask the Secretariat about the marker",
  ],
  "annex-delivery-differs": [
    "The implementation rate in the report follows from the expenditure in the annex",
    "Compute the rate again, or bring the expenditure up to date",
  ],
  "annex-spent-below-gewe": [
    "Expenditure for gender equality is a part of all expenditure",
    "Correct the amount in the report, or the expenditure in the annex",
  ],
  "annex-tranches-differ": [
    "The tranches of an organisation add up to its budget",
    "Correct a tranche, or the budget in the report",
  ],
  "annex-transfer-differs": [
    "The report and its annex agree on the tranches that were received",
    "Correct the document that is out of date",
  ],
  "annex-without-lines": [
    "A budget annex has budget lines",
    "Check that the annex is the right file and that its table has the form’s column heads",
  ],
  "annex-agency-unknown": [
    "An organisation of the annex is a recipient organisation of the report",
    "Correct the name, or add the organisation to the report",
  ],
  "annex-agency-without-lines": [
    "Each recipient organisation of the report has lines in the annex",
    "Add its lines to the annex, or correct its name",
  ],
  "annex-output-unknown": ["An output of the annex is one of the report", "Correct the number of the output"],
  "annex-output-without-lines": [
    "Each output of the report has lines in the annex",
    "Add its lines to the annex, or explain why it costs nothing",
  ],
  "annex-activity-unreported": [
    "An activity of the annex can be named in the report",
    "Nothing needs to be done, unless the report should speak of the activity",
  ],
  // Money that is moved or converted.
  "budget-empty": ["Money is moved between lines of a budget", "Give a budget with lines"],
  "unknown-line": ["Money is moved from one line of the budget to another", "Correct the id of the line"],
  "same-line": ["Money is moved between two lines", "Name another line"],
  "not-an-amount": ["An amount that is moved is more than 0", "Exchange the two lines to move money back"],
  "not-available": [
    "A line gives at most what it has neither spent nor committed",
    "Move less, or take the rest from another line",
  ],
  "currencies-differ": ["Amounts that are moved or added are in one currency", "Convert the amount first"],
  "rate-missing": [
    "An amount in another currency is converted at the rate of its month",
    "Add the rate to the table, or say which rate stands in",
  ],
  "evaluation-removed": [
    "A budget sets money aside for the evaluation",
    "Keep a line for the evaluation, or agree its funding with the Secretariat",
  ],
  "indirect-costs-differ": [
    "Indirect support costs are a rate of an organisation’s other costs",
    "Adjust the indirect costs of the organisations between which money was moved",
  ],
  "marker-no-longer-agrees": [
    "The gender marker agrees with the share of the budget for gender equality, also after money was moved",
    "Move money back to lines for gender equality, or agree the marker with the Secretariat",
  ],
  "move-needs-approval": [
    "A move of more than a share of an outcome’s or a category’s budget needs an approval",
    "Ask the Secretariat for a budget revision",
  ],
  // Activities, surveys, disclosure.
  "activity-twice": [
    "A work plan has each activity once",
    "Delete one of the two, or give it a code of its own",
  ],
  "unknown-activity": ["An activity waits for activities of the work plan", "Correct the code"],
  "dependency-cycle": [
    "Activities that wait for each other in a circle can never begin",
    "Remove one of the dependencies",
  ],
  "survey-response": [
    "A response of a survey has the columns of its design",
    "Correct the row that is named",
  ],
  "small-count-in-text": [
    "A text can name a number of people that is too small to be published",
    "Write “few” for the number, or leave the sentence out",
  ],
} as const satisfies Record<string, readonly [about: string, remedy: string]>;

/** The code of a finding or refusal of the core that no rule makes. */
export type CoreCode = keyof typeof pages;
