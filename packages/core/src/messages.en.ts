/**
 * Every message of this package in English, a name each; `messages.fr.ts` has the same. In a text, `{0:code}` is where the first value
 * goes, a code: the number says which value it is, the word is for the translator. A text may use the values in any order.
 */

// What the checks find in a document, by rule.

export const actualFarBeyondTarget =
  "Indicator {0:code}: the progress of {1:actual} is {3:share} of the target of {2:target}.";
export const actualFell = "Indicator {0:code} reports {2:actual}; the previous report had {1:previous}.";
export const agencyBudgetMissing = "No budget is given for {0:name}.";
export const agencyBudgetsSum = "The agencies' budgets add up to {0:sum}; the total says {1:total}.";
export const agencyLinesSum =
  "The budget lines of {0:name} add up to {1:sum}; the cover page gives it {2:budget}.";
export const agencyRepeated = "{0:name} is listed more than once.";
export const amountUnanswered = "Adjustments due to COVID-19 are described, but no amount is given.";
export const amountWithinBudget = "{0:what}: {1:amount} is more than the budget of {2:total}.";
export const answerMissing = "The question “{0:question}” has no answer.";
export const baselinesAnswer =
  "The report says that outcome indicators have baselines; those of {0:codes} are to be determined.";
export const breakdownInNarrative =
  "Indicator {0:code}: the breakdown by sex is only in the narrative: “{1:quote}” ({2:where}).";
export const breakdownLabelRepeated =
  "Indicator {0:code}, {1:column}: the group “{2:group}” occurs more than once.";
export const breakdownLabelVariant = "Indicator {0:code}, {1:column}: “{2:rare}” may be “{3:usual}”.";
export const breakdownSum =
  "Indicator {0:code}, {1:column}: the parts add up to {2:sum}, the total says {3:total}.";
export const breakdownSumLargest =
  "Indicator {0:code}, {1:column}: one group counts {2:largest}, more than the total of {3:total}.";
export const budgetLinesSum = "The lines of the budget add up to {0:sum}; the total says {1:total}.";
export const cellOverLimit =
  "{0:row} {1:code}, {2:column}: {3:count} characters; the template allows {4:limit} a cell.";
export const codeMisplaced = "{0:row} {1:code} is listed under {2:under}.";
export const codeSkipped = "{0:row} {1:code} follows without {2:missing}.";
export const columnsShiftedLeft =
  "Indicator {0:code}: the progress column holds prose, and the remark is empty. The row seems shifted to the left.";
export const columnsShiftedRight =
  "Indicator {0:code}: the remark holds a bare number, and the baseline prose. The row seems shifted to the right.";
export const conveningAgency = "{0:count} agencies of {1:all} are marked as convening.";
export const countNotWhole = "Indicator {0:code}, {1:column}: {2:number} is no count.";
export const covidCategoryUnticked =
  "{0:adjusted} were adjusted because of COVID-19, but no category of adjustment is ticked.";
export const currencyMixed = "{0:path} is in {1:currency}, other amounts are in {2:other}.";
export const datesOutOfOrder = "The project ends on {1:endDate}, not after its start on {0:startDate}.";
export const delayOverdue = "Activity {0:code} was delayed until {1:until} and still waits on {2:asOf}.";
export const delayOverdueBeyondProject =
  "Activity {0:code} is delayed until {1:until}, after the project's end on {2:end}.";
export const delayWithoutCause = "Activity {0:code} is “{1:type}” without a cause.";
export const deliveryBehindTime =
  "{0:rate} of the budget is delivered after {1:elapsed} of the project's time (on {2:day}).";
export const deliveryContradicted =
  "The implementation rate is {0:rate}; the annex's expenditure is {1:share} of the budget.";
export const deliveryOutOfRange = "The implementation rate is {0:rate} of the budget.";
export const disaggregationMissing =
  "Indicator {0:code} asks for disaggregation by {1:axes}; none of its values is disaggregated.";
export const disaggregationMissingOfProgress =
  "Indicator {0:code} asks for disaggregation by {1:axes}; the progress is not disaggregated (the target names {2:target}).";
export const duplicateCode = "The code {0:code} is used for {2:count} different entries ({1:kind}).";
export const evaluationBudgetMissing =
  "The budget for the final evaluation is not given; the answer is required.";
export const evaluationBudgetLow =
  "{0:amount} are set aside for the evaluation, less than {1:minimum} of the budget (a share that is assumed: {2:version}).";
export const eventOutsideProject = "Activity {0:code}: “{1:type}” on {2:date} is {3:outside}.";
export const ownCodeUnknown =
  "“{0:code}” is an agency’s own code, and the agency’s profile is not given: it is kept, and changes no state.";
export const eventRefused = "Activity {0:code}: “{1:type}” cannot follow in the state “{2:state}”.";
export const focusAreaUnknown = "“{0:focusArea}” is no focus area of the fund.";
export const focusAreaUnknownFix = "Focus area: {0:focusArea} → {1:code}.";
export const formulaContradicted =
  "Indicator {0:code}: {1:column} is given as {2:stated}, its formula comes to {3:expected} ({4:working}).";
export const formulaInvalidReference =
  "Indicator {0:code}: its formula refers to {1:reference}, which the framework does not have.";
export const formulaInvalidCycle =
  "Indicator {0:code}: its formula depends on itself, directly or through other formulas.";
export const formulaUnitsMixed =
  "Indicator {0:code}: its formula puts different units together ({1:problem}).";
export const formulaUnitsDiffer = "Indicator {0:code} is in {1:own}, its formula gives {2:unit}.";
export const geweBelowMinimum =
  "{0:share} of the direct costs go to gender equality; the fund asks for at least {1:minimum}.";
export const geweBeyondExpenditure =
  "{0:spent} are spent on gender equality: {1:share} of what the implementation rate says was spent in all.";
export const geweLinesSum =
  "The budget lines put {0:sum} to gender equality; the cover page allocates {1:allocated}.";
export const geweWithinBudgetSpent =
  "{0:amount} are spent on gender equality, more than the {1:whole} allocated to it.";
export const geweWithinBudgetAllocated =
  "{0:amount} are allocated to gender equality, more than the budget of {1:whole}.";
export const indicatorRepeated = "Indicator {0:code} has the same text as {1:first}.";
export const indirectSupportRate =
  "{0:agency}: indirect support costs of {1:indirect} are {2:rate} of the other costs; the fund's rate comes to {3:expected}.";
export const lastSixMonths =
  "The report answers “{0:answer}” to whether the project is in its last six months; it ends on {1:end}, {2:months} months later.";
export const lineOvercommitted =
  "Budget line {0:id}: {1:over} are spent or committed, more than its {2:amount}.";
export const lineUnknownAgency = "{0:where}: {1:agency} is no agency of the cover page{2:suggestion}.";
export const maybeMeant = "; {0:name} may be meant";
export const lineUnknownAgencyFix = "{0:where}: {1:agency} → {2:known}.";
export const markerContradictsShare =
  "The project declares {0:declared}, but {1:share} of its budget goes to gender equality, which fits {2:fitting}.";
export const milestoneBelowBaseline =
  "Indicator {0:code}: the milestone of {1:milestone} is below the baseline of {2:baseline}.";
export const milestoneBeyondTarget =
  "Indicator {0:code}: the milestone of {1:milestone} goes beyond the target of {2:target}.";
export const monitoringBelowMinimum =
  "{0:share} of the direct costs go to monitoring and evaluation; the fund asks for at least {1:minimum}.";
export const narrativeMissing = "The text “{0:topic}”{1:ofOutcome} is empty.";
export const ofOutcome = " of outcome {0:code}";
export const nothingMeasured = "{0:row} {1:code} has no indicator.";
export const numberFormat = "“{0:written}” can be read as thousands or as a decimal.";
export const periodsOverlap = "The periods {0:earlier} and {1:later} overlap in part.";
export const planChanged = "Indicator {0:code}, {1:column}: {3:now}; the previous report had {2:previous}.";
export const projectFieldMissing = "The cover page does not say: {0:field}.";
export const ratingContradictedNoneMoved =
  "Outcome {0:code} is rated “{1:rating}”, but none of its {2:count} indicators that can be computed has moved.";
export const ratingContradictedAllReached =
  "Outcome {0:code} is rated “{1:rating}”, but all of its {2:count} indicators that can be computed have reached their targets.";
export const ratingMissing =
  "Outcome {0:code} has no rating (off track, on track, on track with peacebuilding results).";
export const remarkIsNumber = "Indicator {0:code}: the remark is only a number, {1:remark}.";
export const reportOutsideProject = "The report is of {0:year}, the project of {1:start} to {2:end}.";
export const rowRepeated = "The row of indicator {0:code} is repeated, with the same content in every cell.";
export const rowRepeatedFix = "Indicator {0:code}: the second of two equal rows goes.";
export const shareOutOfRange = "Indicator {0:code}, {1:column}: {2:number} % of a whole.";
export const spellingVariant = "“{0:word}” ({1:count}×) may be “{2:usual}” ({3:usualCount}×).";
export const targetNotBeyondBaseline =
  "Indicator {0:code}: the target of {1:target} does not go beyond the baseline of {2:baseline}.";
export const textCopied =
  "The text “{0:topic}”{1:ofOutcome} is the previous report's, word for word ({2:count} characters).";
export const textOverLimit =
  "The text “{0:topic}”{1:ofOutcome} has {2:count} characters; the template allows {3:limit}.";
export const toBeDetermined =
  "Indicator {0:code}: still to be determined{2:afterMonths}: {1:columns}{3:again}.";
export const toBeDeterminedAfter = " after {0:months} months of the project";
export const tooManyOutcomes =
  "There are {0:count} outcomes; the template allows {1:limit}, and PBSO asks to be contacted for more.";
export const tranchesOutOfOrder =
  "{0:agency} received its tranche {1:number} on {2:received}, before {3:earlier}.";
export const tranchesOutOfOrderFirst = "the first transfer on {0:date}";
export const tranchesOutOfOrderEarlier = "tranche {0:number}";
export const tranchesSum = "The tranches of {0:agency} come to {1:sum}; its budget is {2:budget}.";
export const tranchesSumOfShares = "The shares of {0:agency}'s tranches add up to {1:share}.";
export const unitsDiffer = "Indicator {0:code}: {1:percents} given in percent, {2:others} without.";
export const unknownCode = "{0:path}: the framework has no {1:code}.";
export const untidyText = "{0:where}: white space at an end, doubled, or a line break.";
export const untidyTextFix = "{0:where}: white space folded.";
export const valueContradicted =
  "Indicator {0:code} reports {1:reported}, but elsewhere the report says {2:value}: {3:quotes}.";
export const valueMissing = "Indicator {0:code}: no value is given for {1:column}.";
export const valueUnlikeOthers =
  "Indicator {0:code}, {1:column}: {2:value}, where {3:count} others say {4:usual}.";
export const workPlanOrderOfDates = "Activity {0:code} ended on {1:end}, before it started on {2:start}.";
export const workPlanOrderOfActivities =
  "Activity {0:code} is planned for {1:start}, but waits for {2:earlier}: not before {3:allowed}.";
export const workPlanOutsideProject =
  "Activity {0:code} is planned for {1:date}, outside the project ({2:start} to {3:end}).";
export const zeroOrUnknown =
  "Indicator {0:code} reports zero, but its remark says that data are awaited: “{1:quote}”.";

// A report beside its budget annex.

export const annexGeweAllocated = "Allocated to gender equality";
export const annexProjectNumber = "Project number";
export const annexProjectStart = "Start of the project";
export const annexProjectEnd = "End of the project";
export const annexGenderMarker = "Gender marker";
export const annexImplementationRate = "Implementation rate";
export const annexTotalBudget = "Total budget";
export const annexGeweSpent = "Spent on gender equality";
export const annexCovidAdjustment = "COVID-19 adjustment";
export const annexEvaluationBudget = "Evaluation budget";
export const annexAgencyBudget = "Budget of {0:agency}";
export const annexMarkerByLines = "{0:percent} % for gender equality, {1:marker}";
export const annexSpentBelowGewe = "Expenditure, of it for gender equality";
export const annexTranches = "Tranches of {0:agency}";
export const annexFirstTransfer = "First transfer";
export const annexWithoutLines =
  "No budget line was found in the annex: its sums are not compared with the report.";
export const annexNameUnknown =
  "The budget annex has {0:what} {1:name} ({2:where}); the report knows {3:known}.";
export const theAgency = "the agency";
export const theOutput = "the output";
export const theActivity = "the activity";
export const annexNameWithoutLines =
  "The report has {0:what} {1:name} ({2:where}); the budget annex has no line for it ({3:annexWhere}).";
export const andMore = "{0:where} and {1:count} more";
export const annexDiffers =
  "{0:what}: the report says {1:reported} ({2:where}), the budget annex {3:found} ({4:annexWhere}).";

// Disclosure control.

export const disclosureInText =
  "The text speaks of a few people: “{0:quote}…”. It is not withheld; read it before the document leaves.";

// The boundary of a document.

export const unknownField =
  "{0:path}: {1:name} is not a field of the document{2:suggestion}. It is kept under extensions.";
export const duplicateDefinition = "{0:path}/{1:name} is defined {2:count} times.";
export const unknownAxis =
  "Indicator {0:code} is disaggregated by {1:axis}, which is not an axis of the document.";
export const impossibleValue = "{0:value} is not a value that indicator {1:code} can have: {2:expected}.";

// The history of an activity.

export const lifecycleImplied = "“{0:type}” presumes an earlier event that is not reported.";
export const lifecycleRepeated = "“{0:type}” is reported again.";
export const lifecycleStartedAgain =
  "“{0:type}” after a change of plan: work continues under the changed plan.";
export const lifecycleExpected = "“{0:type}” on {1:date} lies in the future: an expectation, not a fact.";
export const lifecycleUnconfirmed = "The text may say “{0:type}”; confirm or discard it.";
export const lifecycleProposalOpen =
  "The activity is over, but a proposal to change its plan was never decided.";
export const lifecycleOrderOpen = "The order of the events is not known: the state is one of {0:states}.";
export const lifecycleOrderNotExamined =
  "Too many events have vague dates to examine every order; the order of dates and text was taken.";

// Rows of observations.

export const rowOutsideProject =
  "Indicator {0:code} has values of periods outside the project (lines {1:lines}).";
export const rowInFuture = "Indicator {0:code} has values of periods that have not begun (lines {1:lines}).";
export const rowNotWhole =
  "Indicator {0:code} counts, and has values that are no whole numbers (lines {1:lines}).";
export const rowNegative = "Indicator {0:code} has negative values (lines {1:lines}).";
export const rowPartsBeyondTotal =
  "Indicator {0:code}: the parts of a report are more than its total (lines {1:lines}).";
export const rowNumeratorBeyondDenominator =
  "Indicator {0:code} is a percentage, and has numerators beyond their denominators (lines {1:lines}).";
export const rowTotalFell = "Indicator {0:code} is a running total that falls (lines {1:lines}).";
export const rowContradicts =
  "Indicator {0:code}: rows of one source contradict one another (lines {1:lines}).";
export const rowReplaced =
  "Indicator {0:code}: rows were replaced by later ones of the same keys ({1:lines}).";

// Formulas that are not understood: clauses without a full stop.

export const formulaTooLong = "a formula may have {0:limit} characters";
export const formulaUnexpected = "character {0:position}: found “{1:text}”, expected {2:expected}";
export const formulaPoint = "a point for decimals beside min and max";
export const formulaTerm = "a number, a code as in [1.1], an operation (+ − × ÷), min, max or a bracket";
export const formulaEnd = "found the end of the formula, expected {0:expected}";
export const formulaNested = "a formula may have {0:limit} brackets within one another";
export const formulaCode = "[code], [code, baseline] or [code, target]";
export const formulaNeeded = "a formula that can be read ({0:reason})";
export const formulaExpected = "{0:path}: expected {1:expected}";

// What was found instead of what was expected.

export const valueAbsent = "{0:where} is missing, expected {1:expected}.";
export const valueUnexpected = "{0:where}: found {1:found}, expected {2:expected}.";
export const fieldUnknown = "{0:where}: unknown field {1:name}.";
export const quoted = "“{0:text}”";

// Rows that are not admitted: where they are, and what was expected of them.

export const rowAlone = "Row {0:row}";
export const rowColumn = "Row {0:row}, {1:column}";
export const expectedNumberOrName = "a number or a name";
export const expectedText = "text";
export const expectedFinite = "a finite number";
export const expectedLevel = "a level of the scale, or 0 or 1";
export const expectedNotNegative = "0 or more";
export const expectedIndicator = "an indicator of the framework";
export const expectedPeriod = "a period of the framework";
export const expectedAxes = "axes of the framework";
export const expectedCategory = "a category of the axis";
export const expectedInstant = "YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ";
export const expectedValueOrNumerator = "either a value or a numerator";
export const expectedValueOrReason = "either a value or a reason why there is none";
export const expectedReason = "to-be-determined or no-data";
export const expectedOneValue =
  "one value for the same indicator, period, source, place and categories, or an id for each row";
export const expectedObject = "an object";

// JSON texts.

export const jsonInvalid = "This is not JSON (line {0:line}).";
export const jsonKeyTwice = "An object names the key “{1:key}” twice (line {0:line}).";
export const jsonTooDeep = "This JSON is nested too deeply (line {0:line}).";
export const jsonTooManyValues = "This JSON has too many values (line {0:line}).";
export const jsonListTooLong = "A list or an object of this JSON has too many members (line {0:line}).";
export const jsonStringTooLong = "A text in this JSON is too long (line {0:line}).";
export const jsonTooLong = "This JSON has {0:characters} characters; the limit is {1:limit}.";
export const expectedKeyOnce = "each key once";

// A source of observations, and totals with their parts.

export const tooManyAxes = "There are {0:count} columns that would be axes; at most {1:limit} are.";
export const partsSum = "The parts by {0:axis} add up to {1:sum}, the total says {2:total}.";
export const partExceedsTotal = "{0:category}: {1:part} is more than the total of {2:total}.";

// What was expected of rows that are in the table.

export const expectedWithinProject = "periods within the project's dates";
export const expectedBegun = "periods that have begun";
export const expectedWhole = "whole numbers";
export const expectedZeroOrMore = "values of zero or more";
export const expectedPartsWithin = "parts that are no more than the total";
export const expectedNumerators = "numerators up to the denominator";
export const expectedNotFalling = "running totals that do not fall";
export const expectedSameTotal = "parts that add up to the same total";
export const expectedOwnId = "an id on rows that are events of their own";

// What was expected by rules.

export const expectedFrameworkCode = "a code of the framework";
export const expectedCoverAgency = "an agency of the cover page";
export const expectedNewText = "a text of this period";
export const expectedWithinExpenditure = "at most the expenditure";
export const expectedTbd = "to be determined";

// Parts of sentences of the rules, and locations in words.

export const theEvaluation = "Evaluation";
export const theCovidAdjustment = "COVID-19 adjustment";
export const beforeProject = "before the project's start";
export const afterProject = "after the project's end";
export const afterReportYear = "after the year of the report";
export const asInPreviousReport = ", as in the previous report";
export const whereLine = "line {0:line}";

// Units of formulas: clauses without a full stop.

export const unitsNoIndicator = "there is no indicator {0:code}";
export const unitsApart = "{0:operation}: {1:unit} and {2:other}";
export const unitsMultiplied = "×: {0:units}; at most one term may have a unit";
export const plainNumber = "number";

// Currencies.

export const rateMissing = "{0:path}: there is no rate of {1:currency} for {2:day}.";

// The work plan.

export const activityTwice = "{0:code} is in the schedule twice.";
export const activityUnknown = "{0:code} is not in the schedule.";
export const activitiesInCircle = "These activities wait for one another: {0:codes}.";
export const activityFinished = "{0:code} is finished: it cannot be delayed.";
export const expectedActivityOnce = "each activity once";
export const expectedScheduled = "an activity of the schedule";
export const expectedNoCircle = "dependencies without a cycle";
export const expectedUnfinished = "an activity that is not finished";

// Money that is moved between lines.

export const moveLineUnknown = "The budget has no line {0:id}.";
export const moveToItself = "Line {0:id} cannot be moved to itself.";
export const moveNotAnAmount = "{0:amount} is not an amount that can be moved.";
export const moveCurrencies = "{0:from} cannot be moved into {1:to}.";
export const moveNotAvailable = "Line {0:id} has {1:free} left, less than {2:amount}.";
export const moveNoLines = "The budget has no lines.";
export const moveMarker =
  "The share for gender equality goes from {0:before} to {1:after} and no longer fits {2:marker}.";
export const moveApproval =
  "{0:name} differs from the approved budget by {1:share}, more than {2:limit}: the fund has to approve it.";
export const moveBelowMinimum =
  "The share for {0:what} falls to {1:share}; the fund asks for at least {2:minimum}.";
export const forGenderEquality = "gender equality";
export const forMonitoring = "monitoring and evaluation";
export const moveEvaluation = "Nothing is left for the evaluation.";
export const moveIndirect =
  "{0:agency}: the indirect costs are {1:found}; at the fund's rate they would be {2:expected}.";
export const expectedLine = "a line of the budget";
export const expectedTwoLines = "two lines";
export const expectedLines = "at least one line";

// Answers of a survey.

export const surveyUnheard =
  "No response has the answer {0:yes}. If that is so, name the answers that mean no as well (--no).";
export const expectedShareAnswer =
  "1, 0 or nothing, or an answer that is named as yes (--yes), no (--no) or missing (--missing)";
export const expectedNumberAnswer = "a number, or nothing";
export const expectedColumn = "one of the columns {0:columns}";
export const expectedResponse = "at least one response";
export const expectedAboveZero = "a number above zero";
export const expectedName = "a name";
export const expectedOneNumber = "one number";
export const expectedSampled = "at least the {0:count} that were sampled";
export const thePopulation = "The population";
export const thePopulationOf = "The population of stratum {0:stratum}";

// Tables of counts that cannot be protected.

export const tableTooLarge = "The table has {0:cells} cells; at most {1:limit} can be protected.";
export const tableNotACount = "Found {0:value}, expected a whole number of 0 or more.";
export const tableCategoryUnknown = "{0:axis}: there is no category “{1:category}”.";
export const tableCellTwice = "The cell {0:cell} is given twice.";
export const roundingBase = "Values are rounded to a whole number of 2 or more, not to {0:base}.";
export const runningTotalFell = "{0:cell}: the running total fell by {1:fall} since the last release.";
export const theTotal = "the total";
