/**
 * Every message of this package in English, a name each; `messages.fr.ts` has the same. In a text, `{0:path}` is where the first fact goes, a
 * path: the number says which fact it is, the word is for the translator.
 */

// Servers that are followed.
export const notAuthorised =
  "The server does not admit this request (HTTP {0:status}). Check the token and its rights.";
export const httpStatus = "The server answered with HTTP {0:status}.";
export const unreachable = "The server could not be read: {0:why}.";
export const noAnswer = "no answer";
export const connectionRefused = "nothing answers at this address";
export const hostUnknown = "the host is not known";
export const connectionLost = "the connection was closed";
export const answerLate = "no answer in time";
export const certificateInvalid = "the certificate is not trusted";
export const answerTooLong = "The answer has more than {0:limit} bytes.";
export const pageForPeople =
  "The server answered with a page for people, not with data. Check the address and the token.";
export const endlessPages = "The pages lead in a circle, or are more than {0:limit}.";
export const notAPage = "This is no page of a list.";
export const pageElsewhere = "The next page is on another server, to which nothing is sent.";
export const listChanging = "The list changed each of the {0:times} times that it was read; try again later.";

// Mapping documents and forms.
export const unknownIndicator = "{0:path}: the framework has no indicator {1:indicator}.";
export const unknownAxis = "{0:path}: the framework has no axis “{1:axis}”.";
export const unknownCategory = "{0:path}: the axis “{1:axis}” has no category “{2:category}”.";
export const expectedValueColumn = "a column of values: value, or numerator";
export const expectedValueOrRatio = "value, or numerator and denominator";
export const unknownPeriod = "{0:path}: the framework has no period {1:period}.";
export const documentTooLarge = "The document has {0:found} {1:what}; at most {2:limit} are read.";
export const charactersInText = "characters in a text";
export const charactersInName = "characters in a name";
export const levels = "levels";
export const values = "values";
export const unknownQuestion = "{0:path}: the form has no question {1:question}.";
export const questionKind = "{0:path}: the answer to {1:question} is of the kind “{2:kind}”.";
export const questionElsewhere =
  "{0:path}: {1:question} is asked for each {2:repeat}, of which a row has many.";
export const unknownChoice = "{0:path}: {1:question} has no choice “{2:choice}”.";
export const unknownRepeat = "{0:path}: the form has no repeat group {1:repeat}.";
export const valueOfMeasure = "{0:path}: indicator {1:indicator} is of the measure “{2:measure}”.";
export const notAnAgeBand = "{0:path}: “{1:band}” is no band of ages.";

// Kobo mappings in sentences.
export const quoted = "“{0:text}”";
export const or = " or ";
export const and = " and ";
export const indicatorCounts = "Indicator {0:indicator} {1:does} {2:rows}{3:filter}{4:by}.";
export const counts = "counts";
export const addsOver = "adds {0:question} over";
export const shareWith = "is the share with {0:conditions} of";
export const submissions = "submissions";
export const entriesOf = "entries of {0:repeat}";
export const where = " where {0:conditions}";
export const by = ", by {0:axes}";
export const rowPeriod = "A row belongs to the period of {0:question}.";
export const rowPlace = "It was observed at {0:question}.";
export const everySubmission = "Every submission counts, reviewed or not.";
export const reviewedSubmissions = "Submissions that were marked as not approved are left out.";
export const approvedSubmissions = "Only approved submissions count.";

// What became of submissions and of values.
export const koboNoDate = "Indicator {0:indicator}: rows left out because they have no date: {1:rows}.";
export const koboNoPeriod =
  "Indicator {0:indicator}: rows left out because they fall into no period of the framework: {1:rows}.";
export const koboNoNumber =
  "Indicator {0:indicator}: rows left out because they give no number to add: {1:rows}.";
export const koboNotApproved =
  "Indicator {0:indicator}: rows left out because their submissions were not approved: {1:rows}.";
export const koboNoAnswer =
  "Indicator {0:indicator}: rows left out because they have no answer to what its share is of: {1:rows}.";
export const koboUnanswered =
  "Indicator {0:indicator}: no submission answers “{1:question}”. An export has other headings where its labels are not those of the form.";
export const notANumber = "{0:what}: “{1:text}” must be a number.";

// Kobo forms and submissions.
export const formTooDeep = "Row {0:row} of the survey is in more than {1:limit} groups.";
export const groupNotBegun = "Row {0:row} of the survey ends a group that was not begun.";
export const groupNotEnded = "The group “{0:name}” is never ended.";
export const koboPage =
  "This is a page of {0:count} submissions{1:of}{2:next}; what is computed from it would be too little. Read all pages, or read the server itself.";
export const koboPageOf = " of {0:all}";
export const koboNextPage = ", and a next page exists";
export const koboRepeated =
  "{0:count} submissions are given twice, by their _id; each counts once, as it is given last.";
export const notSubmissions = "This must be a list of submissions.";
export const notASubmission = "Submission {0:row} must be an object of answers.";
export const noSheetOfSubmissions = "No sheet has a row a submission.";
export const rowOfNoSubmission = "Row {0:row} of the sheet “{1:sheet}” belongs to no submission.";

// DHIS2.
export const theValue = "the value";
export const theNumerator = "the numerator";
export const theDenominator = "the denominator";
export const theTotal = "the total";
export const notARatio = "{0:path}: indicator {1:indicator} is not a ratio; it has no {2:part}.";
export const elementGives = "Data element {0:id} gives {1:part} of indicator {2:indicator}{3:within}.";
export const combinationIs = "Category option combination {0:id} is {1:categories}.";
export const attributeReports = "Values with attribute option combination {0:id} are reported by {1:name}.";
export const othersReportedBy = "All others are reported by {0:name}.";
export const unitIsPlace = "Organisation unit {0:id} is the place {1:name}.";
export const leftOutOnPurpose = "Left out on purpose: {0:ids}.";
export const elementUnmapped = "Data element {0:id} is not in the mapping.";
export const notADhis2Period = "“{0:text}” is not a period of DHIS2.";
export const periodNotInFramework = "The framework has no period from {0:start} to {1:end} ({2:period}).";
export const combinationUnmapped = "Category option combination {0:id} is not in the mapping.";
export const noValue = "{0:id}, {1:period}: there is no value.";
export const notATimeStamp = "“{0:text}” is no time stamp.";
export const unitUnnamed = "Organisation unit {0:id} has no name in the mapping; it is a place by its id.";
export const attributeUnnamed =
  "Attribute option combination {0:id} has no name in the mapping; who reports is called by its id.";
export const followUp = "Indicator {0:indicator}: this value is marked for follow-up in DHIS2.";
export const numeratorMissing = "Indicator {0:indicator}, {1:period}: a denominator without its numerator.";
export const noDhis2Period = "DHIS2 has no period of the days of {0:period}.";
export const valueNotKnown = "{0:indicator}, {1:period}: DHIS2 has no value for what is not known.";
export const idUnmapped =
  "DHIS2 keeps one value of a period and place: rows that add up by their id would replace one another.";
export const sourceUnmapped = "The mapping has no attribute option combination for {0:source}.";
export const noElement =
  "The mapping has no data element and combination for indicator {0:indicator} with {1:categories}.";

// Tables.
export const columnsMissing = "There is no column for {0:columns}.";
export const columnsAmbiguous = "Two columns are called “{0:heading}”.";
export const hashtagsInvalid =
  "The row of hashtags has some that are not HXL: {0:tags}. A hashtag is # and letters, an attribute + and a letter first.";
export const notCsv = "Line {0:line} is not CSV.";
export const csvQuoteOpen = "Line {0:line} is not CSV: a quotation mark is not closed.";
export const csvQuoteInside =
  "Line {0:line} is not CSV: text follows the quotation mark that closes a field.";
export const csvRecordTooLong =
  "Line {0:line} is not CSV: the record is longer than in any table. A quotation mark may be missing.";
export const notEncoded = "From about line {0:line} on this is not {1:encoding}.";
export const tableNotCarried = "A table of values ({0:format}) does not contain {1:path}.";
export const noHeadings = "There is no heading line.";
export const withoutValue = "Rows without a value are left out: {0:count}.";
export const otherHashtags = "Columns of other hashtags are left out: {0:tags}.";
export const columnsOfLine = "Line {0:line} has {1:found} columns, the heading has {2:expected}.";
export const withoutHeading = "Line {0:line} has “{1:text}” in column {2:column}, which has no heading.";
export const notAList = "This must be a list of observations.";

// Mappings of tables: what they lack, and what they say in sentences.
export const nothingSaysIndicator = "Nothing says of which indicator a row is.";
export const nothingSaysPeriod = "Nothing says of which period a row is.";
export const columnCalledLikeAnother = "{0:path}: two columns are called “{1:column}”.";
export const unknownColumn = "{0:path}: there is no column “{1:column}”.";
export const month = "month";
export const quarter = "quarter";
export const halfYear = "half-year";
export const year = "year";
export const fromColumnTo = "from column “{0:start}” to column “{1:end}”";
export const always = "always {0:text}";
export const column = "column “{0:column}”";
export const calendarOfDay = "the {0:calendar} of the day in {1:column}";
export const columnIsValue = "Column “{0:column}” is a value{1:of}.";
export const columnsAreQuotient = "Column “{0:numerator}” over column “{1:denominator}” is a quotient{2:of}.";
export const ofWhat = " of {0:what}";
export const headingsIn = "The headings are in row {0:row}; data begin {1:rows} below them.";
export const indicatorIs = "The indicator is {0:from}.";
export const periodIs = "The period is {0:from}.";
export const sourceIs = "Who reports is {0:from}.";
export const placeIs = "The place is {0:from}.";
export const recordedAtIs = "A row became known according to {0:from}.";
export const evidenceIs = "It rests on {0:from}.";
export const idIs = "Rows that differ in nothing else add up by the identifier in {0:from}.";
export const categoryIs = "The category on “{0:axis}” is {1:from}.";
export const valuelessLeftOut = "Rows without a value are left out and counted.";

// What a guessed mapping leaves open.
export const firstColumns = "Of {0:columns} columns the first {1:limit} were looked at.";
export const lacksIndicator =
  'Nothing in the file says of which indicator a row is: write "indicator": { "is": … } or name a column.';
export const lacksPeriod =
  'Nothing in the file says of which period a row is: write "period": { "is": … } or name a column.';
export const lacksValues = "No column of numbers was found: name one in “values”.";
export const lacksRecordedAt =
  "Nothing says when a row became known: rows count as known from the beginning.";
export const cellIsTotal = "“{0:cell}” in column “{1:column}” is taken for the total of the others.";
export const labelByCalendar =
  "“{0:label}” in column “{1:column}” is read as {2:period}, by the calendar. Correct “names” where a year begins in another month.";
export const columnLeftOut = "Column “{0:heading}” is left out: {1:why}.";
export const itIsEmpty = "it is empty";
export const itsNumbers =
  "its numbers ({0:numbers}) have a heading that names no value and no group of the framework";
export const itsTexts = "its texts ({0:texts}) are no indicators, periods or categories of the framework";
export const itIsDivided = "it is divided by further lines of headings";
export const columnWithoutHeading = "Column {0:column} is left out: it has no heading.";
export const columnCalledTwice =
  "Column {0:column} is left out: another column is called “{1:heading}”, too.";
export const notAHashtag = "“{0:tag}” is not a hashtag of HXL; its column is left out.";

// What IATI cannot carry, and what of a file is not understood.
export const wordsForNumber =
  "a period says “{0:text}” in place of a number; the sum is at least what the others add up to.";
export const severalTotals = "a period has more than one total; what lies between them is taken.";
export const periodsShareDays =
  "periods share days, and neither contains the other; only limits of their sum are known.";
export const partsNotEverywhere = "{0:count} parts are not given for every period and are not shown.";
export const partNotExact = "the part “{0:label}” is not an exact number.";
export const partsWithoutTotal = "values by group are given and no total: {0:parts}.";
export const publisherUnknown =
  "who publishes is not said; the convening agency is given without its identifier.";
export const identifierMissing = "IATI needs an identifier; it is left empty.";
export const dateMissing = "IATI needs a date of the activity; there is none.";
export const organisationMissing = "IATI needs an organisation that takes part; there is none.";
export const noIsoCode = "no ISO code is known for it.";
export const amountWithoutDate = "IATI needs a date for an amount.";
export const noField = "IATI has no field for it.";
export const markerGm1 =
  "GM1 has no counterpart among the OECD's significances; it is written in the fund's own vocabulary.";
export const notADay = "“{0:text}” is not a day of the calendar; it is left out.";
export const notAnAmount = "“{0:amount}” is no amount in the smallest unit of a currency; it is left out.";
export const severalDisbursements = "several disbursements are kept, not added up.";
export const severalBudgets = "budgets of several periods are kept, not added up.";
export const severalCountries = "several countries; the first is taken.";
export const noPeriodForIt = "IATI has no period for it.";
export const lessThanEarlier =
  "{0:sum} is less than the earlier periods add up to; the file keeps its values.";
export const lastTakesDifference =
  "the sum of {0:count} periods was changed; the last of them takes the difference and is {1:value}.";
export const sumNotExact = "the sum of {0:count} periods is not exact; the file keeps its values.";
export const periodUnreadable =
  "a period has a day that is not in the calendar, or ends before it begins; it is left out.";
export const sumOfPeriods =
  "the actual is the sum of {0:count} periods; IATI does not say how periods add up.";
export const lastOfPeriods = "the last of {0:count} periods is shown; IATI does not say how periods add up.";
export const outputBeforeOutcome =
  "an output comes before any outcome; an outcome without title is put above it.";
export const projectDaysMissing = "IATI needs the project's first and last day to place values.";
export const milestoneWithoutDay = "without the day of a report IATI has no period for it.";
export const baselineWithoutYear = "IATI needs its year, and no date is known.";
export const noUnit = "IATI has no field for the unit “{0:unit}”.";
export const noFractions =
  "IATI has no field for fractions or several quantities; they are in a comment or left out.";
export const periodsTakenFor = "IATI does not say how periods add up; taken for “{0:accumulation}”.";
export const dimensionsUnreadable =
  "dimensions without a name or a value, given twice, or named like every value’s own place, period or source, cannot be read; the value is left out.";
export const placesComeToMore =
  "the values of places come to {0:sum}, more than the value without location; it is taken for their total.";
export const periodWithoutDays = "a period without its days is left out.";
export const notANumberLeftOut = "what is not a number is left out.";
export const valueAndWords =
  "a value and words that it is to be determined are given for the same categories; the value is not known.";
export const valuesDiffer = "two values of the same categories differ; the smaller one is a lower limit.";
export const periodsOverlapOthers =
  "{0:count} periods overlap with others whose total is taken; they are left out.";
export const earlierValuesLeftOut =
  "{0:count} earlier values are left out: some are with and some without location, and the last are not.";
export const valueWithoutPeriod = "IATI has no field for a value without its period.";
export const valuesBySource = "IATI has one reporting organisation; values by source are left out.";
export const valueWithoutPlace =
  "a value without a place would be read as the total of all places; it is left out.";
export const reasonUnknown = "there is no value ({0:reason}), and IATI has no field for the reason.";
export const exactAsComments =
  "exact values are written as comments, not as numbers ({0:count}): added up with values that are not known, they would give a false total.";
export const exactLeftOut =
  "exact values are left out ({0:count}): nothing is known of others that they would be added up with.";
export const targetBySource =
  "IATI has no field for a target by source, or of a period that the framework does not have.";
export const actualsReplaced = "actuals of the document ({0:count}) are replaced by results of observations.";
export const quotientParts = "IATI has no field for a quotient’s numerator and denominator.";
export const noSuchIndicator = "the document has no such indicator.";
export const resultWithoutIndicator =
  "the schema wants an indicator of each result; this one has none and is left out.";
export const shownAsOutcome = "a result that is neither outcome nor output{0:impact} is shown as an outcome.";
export const anImpact = " (an impact)";
export const valueNotANumber = "the value “{0:text}” is not a number; a sum with it is not known.";
export const valueReadAs = "the value “{0:text}” is not written as a number; it is read as {1:number}.";

// IATI files.
export const notValid = "Not valid in version {0:version}: {1:what}";
export const tooLargeToValidate = "The file has {0:bytes} bytes; at most {1:limit} are validated.";
export const noActivity = "The file has no activity.";
export const severalActivities =
  "The file has {0:count} activities; say by its identifier which of them is meant.";
export const activityUnknown = "The file has no activity “{0:identifier}”.";
export const activityTooLarge =
  "After {0:bytes} bytes an activity has not ended; at most {1:limit} are read of one.";
export const notIati = "This is not a file of IATI activities.";
export const versionMissing =
  "This file does not say its version of the standard; versions 2.01 to 2.03 are read.";
export const versionNotRead =
  "This file is of version {0:version} of the standard; versions 2.01 to 2.03 are read.{1:advice}";
export const oldVersion =
  " Version 1 is no longer in use: ask the publisher for the file in version 2.03, or transform it (IATI publishes the stylesheets).";

// Databases.
export const databaseRefused = "The database refused the statement: “{0:answer}”";
export const rowsNotAdmitted = "Rows that the framework does not admit, left out: {0:refused} of {1:rows}.";

// XML, Parquet and Arrow.
export const xmlDoctype =
  "The document declares a document type; nothing is read from such a document, since it could declare entities.";
export const xmlBroken = "This is not well-formed XML (line {0:line}).";
export const xmlTooLong = "A tag or a text is longer than {0:limit} characters.";
export const xmlTooDeep = "Elements are nested more than {0:limit} deep.";
export const columnUnreadable =
  "The column “{0:column}” holds {1:what}, which is no text, number or time. Write the file without it, or as text.";
export const columnsUnnamed = "Two columns are called “{0:name}”, or one has no name.";
export const columnarUnreadable =
  "These {0:format} data cannot be read. The file may be damaged or incomplete.";
export const rowGroupTooLarge =
  "A row group decompresses to {0:bytes} bytes, {1:cells} cells; at most {2:maxBytes} bytes, {3:maxCells} cells are taken into memory.";
export const tooMuchMemory =
  "Decoding this file took more than {0:megabytes} MB of memory and was ended: the file is damaged, or too large for one process.";
export const tooMuchTime =
  "Decoding this file took more than {0:seconds} s for one part and was ended: the file is damaged, or too large for one process.";
export const decoderEnded = "The process that decodes this file ended by itself: the file is damaged.";
export const decoderNotStarted =
  "The process that decodes this format could not be started. Check that Node.js may start processes here.";
