/** What each rule checks, and what to do about what it finds. */
export const pages = {
  "breakdown-sum": [
    "The parts of a partition (“soit”) add up to their total; no overlapping group (“dont”) exceeds it",
    "Compare the parts with the source: correct the part or the total that is wrong. If groups overlap, write “of which” before them",
  ],
  "breakdown-label-repeated": [
    "Each group of a breakdown occurs once",
    "Merge the two entries of the group, or give each its own name",
  ],
  "value-contradicted": [
    "The progress in the table is not contradicted by a number for the same thing in the text or in a remark: a running total that differs, or more than the table reports",
    "Find out which of the two numbers is right; correct the table or the text so that both say the same",
  ],
  "formula-invalid": [
    "The formula of an indicator refers to indicators of the framework, and does not depend on itself",
    "Correct the code that the formula refers to, or have it depend on other indicators",
  ],
  "formula-units": [
    "A formula adds only what has the same unit, and gives a percentage where its indicator is in percent",
    "Correct the unit of the indicator, or the formula: a share in percent is multiplied by 100",
  ],
  "formula-contradicted": [
    "A value that the document states for an indicator with a formula is what the formula comes to, as far as it is rounded",
    "Correct the value or the formula; leave the value out to have it computed",
  ],
  "zero-or-unknown": [
    "Zero is not reported where the remark says that the data are still awaited: unknown is not zero",
    "If the data are awaited, write “to be determined” in place of 0; if nothing was achieved, say so in the remark",
  ],
  "units-differ": [
    "Baseline, target, milestone and progress are all percentages or none is; zero is the same in both",
    "Write baseline, target, milestone and progress in the same unit: all with “%”, or none",
  ],
  "share-out-of-range": [
    "A share of something lies between 0 and 100 %; changes and growth may be more",
    "Correct the percentage. If it is a change, write it with its sign: +120%",
  ],
  "count-not-whole": [
    "What counts things is a whole number, not below zero: a fraction is a sign of a misread thousands separator",
    "Check the thousands separator: write 1,200 in an English report, 1 200 in a French one",
  ],
  "columns-shifted": [
    "No row of the indicator table is shifted by a column. Two signs together are needed: prose in the column of progress while the remark is empty (shifted to the left), or a bare number in the remark while the baseline holds prose (shifted to the right)",
    "Move the row’s cells back into their columns",
  ],
  "remark-is-number": [
    "A remark gives reasons: a number alone probably belongs to another column",
    "Move the number to the column that it belongs to, and write the reasons in the remark",
  ],
  "marker-contradicts-share": [
    "The declared gender marker agrees with the share of the budget for gender equality",
    "Correct the gender marker, or the amounts for gender equality in the budget, whichever is wrong",
  ],
  "agency-budgets-sum": [
    "The agencies' budgets add up to the total",
    "Correct the agencies’ budgets or the total on the cover page",
  ],
  "agency-budget-missing": [
    "Where the budget of one recipient organisation is given, that of each is",
    "Give the budget of every recipient organisation on the cover page",
  ],
  "budget-lines-sum": [
    "The lines of the budget annex add up to the total budget",
    "Compare annex and cover page: correct a line, add one that is missing, or correct the total",
  ],
  "agency-lines-sum": [
    "The budget lines of each agency add up to its share on the cover page",
    "Correct the agency’s lines in the annex or its budget on the cover page",
  ],
  "gewe-lines-sum": [
    "The gender equality shares of the budget lines come to the amount that the cover page allocates to it",
    "Correct the shares for gender equality in the annex or the amount on the cover page",
  ],
  "gewe-within-budget": [
    "No more is allocated to gender equality than the budget has, and no more spent than allocated",
    "Correct the amount for gender equality: it is a part of the budget, and its expenditure a part of it",
  ],
  "gewe-below-minimum": [
    "The lines of the budget annex put at least the policy's share to gender equality: 15 % in annex D",
    "Put a larger share of the budget to gender equality, or explain the exception to the Secretariat",
  ],
  "gewe-beyond-expenditure": [
    "No more is spent on gender equality than the implementation rate says was spent at all (the rate is approximate: a tenth is let pass)",
    "Check the expenditure on gender equality against the implementation rate",
  ],
  "amount-within-budget": [
    "Neither the evaluation's budget nor the COVID-19 adjustment exceeds the total budget",
    "Correct the amount: it cannot be larger than the total budget",
  ],
  "delivery-out-of-range": [
    "The implementation rate lies between 0 and 100 %",
    "Write the implementation rate as a percentage between 0 and 100",
  ],
  "line-overcommitted": [
    "No more is spent or committed on a budget line than it has",
    "Correct the line’s expenditure, or move money to the line by a reallocation",
  ],
  "tranches-sum": [
    "The tranches of each agency come to its budget, and their shares to 100 %",
    "Correct the tranches so that they come to the agency’s budget and their shares to 100%",
  ],
  "tranches-out-of-order": [
    "No agency received a tranche before the one that comes first, nor any before the first transfer",
    "Correct the dates of the tranches",
  ],
  "delivery-contradicted": [
    "The implementation rate of the cover page agrees with the expenditure of the budget annex, where each line states it (the rate is approximate: five points are let pass)",
    "Compute the implementation rate from the annex’s expenditure, and correct the one that is out of date",
  ],
  "indirect-support-rate": [
    "Each agency's indirect support costs are the policy's rate (7 %) of its other costs",
    "Set the agency’s indirect support costs to 7% of its other costs",
  ],
  "currency-mixed": [
    "All amounts are in one currency: others cannot be added up or compared",
    "Give all amounts in the project’s currency",
  ],
  "evaluation-budget": [
    "The evaluation has a budget (a required answer). Where it has, it is at least the policy's share of the total: 3 % unless you set another. No document of the fund that we have names a share; it is our assumption, and so only to know",
    "State the budget set aside for the evaluation",
  ],
  "dates-out-of-order": ["The project ends after it starts", "Correct the start date or the end date"],
  "report-outside-project": [
    "The report's year is one of the project's years, or the one after it",
    "Correct the report’s year or the project’s dates; add an extension that was approved",
  ],
  "last-six-months": [
    "The answer whether the project is in its last six months agrees with its end date (the month around it is let pass)",
    "Answer the question by the project’s end date, or correct the date",
  ],
  "event-outside-project": [
    "Events of activities lie between the project's start and end, and none after the year that the report is of",
    "Correct the event’s date, or the project’s dates",
  ],
  "event-refused": [
    "Each event of an activity is one that its state admits",
    "Report the event that is missing before it, or remove this one",
  ],
  "own-code-unknown": [
    "What an agency's own codes mean is known: its profile is given",
    "Give the agency’s profile, so that its states, events and causes are known",
  ],
  "delay-without-cause": [
    "A reported delay or suspension has a cause",
    "Name the cause of the delay or suspension in the report",
  ],
  "delay-overdue": [
    "What was delayed until a day does not still wait after it, nor beyond the project's end",
    "Report that the activity was resumed, or the new day until which it is delayed",
  ],
  "work-plan-outside-project": [
    "Activities are planned within the project's dates",
    "Correct the planned dates, or ask for an extension of the project",
  ],
  "work-plan-order": [
    "No activity ends before it starts, and none is planned before what it waits for allows",
    "Move the activity behind those that it waits for, or correct the dependency",
  ],
  "periods-overlap": [
    "Reporting periods do not overlap in part (a quarter within a year is no overlap)",
    "Correct the first or last day of one of the periods",
  ],
  "duplicate-code": [
    "A code identifies one outcome, output, indicator or activity only",
    "Give one of the two another code",
  ],
  "row-repeated": [
    "No indicator row is repeated with the same content in every cell. Fix: the second is removed",
    "Remove the second row; `cadre check --fix` does it",
  ],
  "code-misplaced": [
    "A code begins with that of the outcome or output it belongs to",
    "Correct the code, or move the row below its outcome or output",
  ],
  "code-skipped": [
    "Codes run on without a gap, so that no row was lost",
    "Add the row that is missing, or number the rows anew",
  ],
  "unknown-code": [
    "Budget lines and the work plan name outputs and activities that the framework has",
    "Correct the code in the annex or the work plan, or add the output or activity to the framework",
  ],
  "agency-repeated": ["Each recipient organisation is listed once", "Remove one of the two entries"],
  "line-unknown-agency": [
    "Each budget line and each tranche belongs to an agency of the cover page, spelled as it is there. Fix: a name that differs only in case, accents, spaces or punctuation",
    "Write the agency’s name as on the cover page, or add the agency there",
  ],
  "convening-agency": [
    "Of several recipient organisations, exactly one is the convening agency",
    "Mark one organisation on the cover page as the convening agency",
  ],
  "focus-area-unknown": [
    "The focus area is one of the fund's (1.1 to 4.3). Fix: a code with other words or brackets round it",
    "Choose one of the fund’s focus areas, 1.1 to 4.3",
  ],
  "too-many-outcomes": [
    "There are no more outcomes than the template allows (four)",
    "Contact PBSO: the template has space for four outcomes",
  ],
  "nothing-measured": [
    "Each outcome and each output has an indicator",
    "Add an indicator to the outcome or output",
  ],
  "indicator-repeated": [
    "No two indicators of one output, or of one outcome, have the same text",
    "Reword one of the indicators, or remove it",
  ],
  "disaggregation-missing": [
    "An indicator whose text asks for disaggregation reports it",
    "Report the value by the groups that the indicator names: 60, of which 35 women",
  ],
  "text-over-limit": [
    "Each text keeps to the template's limit of characters",
    "Shorten the text to the limit",
  ],
  "cell-over-limit": [
    "Each cell of the indicator table keeps to the template's limit of characters",
    "Shorten the cell, and move the rest to the narrative",
  ],
  "rating-missing": [
    "A report rates each outcome",
    "Rate the outcome: off track, on track, or on track with peacebuilding results",
  ],
  "rating-contradicted": [
    "An outcome's rating does not go against its indicators: on track with nothing reached in half of the time, or off track with every target reached. Three indicators that can be computed are needed",
    "Review the rating, or explain in the summary of progress why it differs from the indicators",
  ],
  "covid-category-unticked": [
    "Where money moved because of COVID-19, a category of adjustment is ticked",
    "Tick the category of COVID-19 adjustment that the amount belongs to",
  ],
  "amount-unanswered": [
    "Where adjustments due to COVID-19 are described or ticked, their amount is given; zero is an answer, an empty field is not",
    "Give the amount of the adjustment; write 0 where no money moved",
  ],
  "delivery-behind-time": [
    "Delivery does not lag far behind the share of time elapsed",
    "Explain in the report why money is spent more slowly than time passes, and what is planned",
  ],
  "project-field-missing": [
    "The cover page names title, country, number, dates, budget and markers",
    "Fill in the field of the cover page",
  ],
  "monitoring-below-minimum": [
    "The budget annex puts at least the policy's share to monitoring and evaluation: 5 % in annex D. An annex without such lines is not judged: activities may include them",
    "Put at least 5% of the budget to monitoring and evaluation, or explain the exception to the Secretariat",
  ],
  "narrative-missing": [
    "The questions that every report answers in prose are answered; in a project's last six months also those that are asked then",
    "Answer the question in prose",
  ],
  "answer-missing": ["The template's yes-or-no questions are answered", "Answer the question by yes or no"],
  "baselines-answer": [
    "Where the report says that outcome indicators have baselines, they have",
    "Fill in the baselines that are missing, or change the answer",
  ],
  "value-missing": [
    "An indicator has a target, and one with a target a baseline; a report gives its progress where the target is a number. “To be determined” is an answer, nothing is none, and no zero either",
    "Fill in the value; write “to be determined” where it is not known yet",
  ],
  "value-unlike-others": [
    "Where all rows of the indicator table but one say the same for baseline, milestone or progress, the one is asked about: it may be a slip. Rows are compared whose other cells hold the same kinds of values, six or more; progress that comes with words or that the texts give too is none of them",
    "Check the one value that differs; leave it if it is right",
  ],
  "target-not-beyond-baseline": [
    "The target lies beyond the baseline in the indicator's direction. Without a stated direction, only counts of what is wanted are looked at",
    "Check baseline and target; where less is better, state the indicator’s direction",
  ],
  "milestone-below-baseline": [
    "A milestone of an indicator that shall rise is not below the baseline. Zero is no milestone, and a milestone may count from the baseline on",
    "Check the digits of baseline and milestone; say in the remark where the milestone counts from the baseline on",
  ],
  "milestone-beyond-target": [
    "A milestone does not go beyond the end-of-project target",
    "Correct the milestone or the target",
  ],
  "actual-far-beyond-target": [
    "The progress is not many times the target (`farBeyondTarget`): a digit may have slipped",
    "Check the digits of progress and target; explain the result in the remark if they are right",
  ],
  "to-be-determined": [
    "What is still to be determined (an indicator's text, baseline, target), and for how long; a warning after `toBeDeterminedMonths`",
    "Determine the value, by a baseline study for example, and write in the remark by when",
  ],
  "breakdown-in-narrative": [
    "A breakdown by sex given in the text is also in the table",
    "Copy the breakdown by sex into the indicator’s cell",
  ],
  "number-format": [
    "Numbers in texts are written as the report's language writes them: 9,937 in French, or 9.937 in English, can be read in two ways",
    "Write thousands and decimals as the report’s language does: 9 937 and 9,9 in French, 9,937 and 9.9 in English",
  ],
  "spelling-variant": [
    "A place or an organisation is spelled the same way throughout: names that differ by one letter inside (six letters or more) or by an accent. Endings do not count, nor do words that also occur in lower case, nor two spellings that are both common",
    "Use one spelling of the name throughout",
  ],
  "breakdown-label-variant": [
    "A group of a breakdown and what is counted are spelled the same way in all rows: labels that differ by one letter (six letters or more; endings and numbers do not count), and words for women, men and people that are wrong by one letter",
    "Use one spelling of the group in all rows",
  ],
  "untidy-text": [
    "Names and titles have no white space at their ends, none doubled, no line breaks. Fix: it is folded",
    "Remove the superfluous spaces and line breaks; `cadre check --fix` does it",
  ],
  "text-copied": [
    "A text of the report is not the previous report's, word for word (from 80 characters on)",
    "Write what happened in this period",
  ],
  "plan-changed": [
    "Baselines and targets are those of the previous report, unless the fund has approved others",
    "Restore the approved value, or state the approval of the new one",
  ],
  "actual-fell": [
    "What counts what was done does not fall from one report to the next",
    "Check both reports: a running total does not fall. If an earlier value was wrong, say so in the remark",
  ],
  "row-outside-project": [
    "The period of a value lies within the project’s dates",
    "Correct the row’s period or the project’s dates",
  ],
  "row-in-future": ["The period of a value has begun by the day of the answer", "Correct the row’s period"],
  "row-not-whole": [
    "What is counted is a whole number",
    "Correct the value: what is counted is a whole number",
  ],
  "row-negative": [
    "Counts, amounts and percentages are not negative",
    "Correct the value; to take back an earlier one, report the row of the same keys anew",
  ],
  "row-parts-beyond-total": [
    "The parts that a report gives are no more than the total that it gives",
    "Correct a part or the total of the same report",
  ],
  "row-numerator-beyond-denominator": [
    "A percentage’s numerator is no more than its denominator",
    "Exchange or correct numerator and denominator",
  ],
  "row-total-fell": [
    "A running total does not fall from one period to the next",
    "Check whether the value is a running total; if it counts the period alone, set the indicator’s accumulation so",
  ],
  "row-contradicts": [
    "What one source says of the same people agrees: by sex and by age, of a district and its region, of a quarter and its year",
    "Correct one of the rows; state the category `unknown` where not everybody’s sex or age is known",
  ],
  "row-replaced": [
    "A row of the same keys that was recorded later replaces one: rows that are events of their own have an id",
    "Give rows that are events of their own an `id`; leave it where the later row corrects the earlier one",
  ],
  "unknown-field": [
    "Every field of a document is one that the format has; others are kept under extensions. Mend it by the name that may be meant",
    "Correct the name of the field, or keep what it says under “extensions”",
  ],
  "unknown-axis": [
    "Indicators are disaggregated by axes that the document defines",
    "Correct the name of the axis, or define it in the framework",
  ],
  "value-not-measurable": [
    "A value on a scale lies on one of its levels, and an answer is 1 (yes) or 0 (no)",
    "Write a level of the scale, or an answer that is yes or no, or correct how the indicator is measured",
  ],
  "defined-twice": [
    "Periods, axes, their categories, budget lines and planned activities are each defined once",
    "Remove one of the two definitions",
  ],
} as const satisfies Readonly<Record<string, readonly [about: string, remedy: string]>>;
/** A rule's id. */
export type RuleId = keyof typeof pages;

/** Where rules are written. */
export const sources = {
  annex: "Budget annex",
  arithmetic: "Arithmetic",
  budgetPolicy: "The budget policy's own source (PBF project document template, 2018 and later)",
  consistency: "The document’s consistency with itself",
  cover: "Report template, cover page",
  focusAreas: "PBF focus areas",
  framework: "Results framework: a code is a name",
  limits: "Report template, the limit printed behind each question",
  machine: "The activity's states and what each admits",
  ours: "Ours: a sign of a slip, not a rule of the fund",
  ourPolicy: "Ours: the number is data of the policy and can be replaced",
  part1: "Report template, part I",
  part2: "Report template, part II",
  part3: "Report template, part III",
  part4: "Report template, part IV",
  part5: "Report template, part V",
  previous: "Comparison with the previous report, where it is given",
  workPlan: "Work plan",
} as const;
export type SourceName = keyof typeof sources;
