/**
 * Every message of this package in English, a name each; `messages.fr.ts` has the same. In a text, `{0:code}` is where the first value
 * goes, a code: the number says which value it is, the word is for the translator. A text may use the values in any order.
 */

// Files that are not read, and what to do instead.

export const oldWord =
  "The file is a Word document of 2003 or earlier (.doc). Save it as .docx in Word, or convert it: soffice --headless --convert-to docx FILE.doc";
export const oldExcel =
  "The file is an Excel workbook of 2003 or earlier (.xls). Save it as .xlsx in Excel, or convert it: soffice --headless --convert-to xlsx FILE.xls";
export const encryptedOffice = "The file is protected by a password. Save it without a password.";
export const openSpreadsheet =
  "The file is an OpenDocument spreadsheet (.ods). Save it as .xlsx, or convert it: soffice --headless --convert-to xlsx FILE.ods";
export const filePicture =
  "The file is a picture, probably a scan. Ask for the Word file, or run text recognition first (ocrmypdf --image-dpi 300 in.png out.pdf).";
export const fileOtherFormat = "The file has a format that is not read: {0:found}. Save it as .docx or PDF.";
export const fileMissing = "The file cannot be read: no such file.";
export const fileIsFolder = "The file cannot be read: a folder.";
export const fileNotPermitted = "The file cannot be read: no permission.";
export const fileNotReadable = "The file cannot be read.";
export const fileBelowFile = "The file cannot be read: a part of its path is not a folder.";
export const fileNameTooLong = "The file cannot be read: its name is too long.";
export const fileNameInvalid = "The file cannot be read: its name is not valid.";

// Word documents.

export const docxNotWord = "The file is no Word document: {0:found}.";
export const docxTrackedChanges =
  "The document has tracked changes ({0:insertions} insertions, {1:deletions} deletions); it is read as if all were accepted.";
export const noteAside = "A note is not read as part of the text that it belongs to: “{0:text}”.";
export const hiddenText = "Hidden text is not read: “{0:text}”.";
export const moreLikeThese = "There are more like these: {0:count} in all.";
export const docxPicturesUnread =
  "The document has pictures ({0:count}), which are not read; a table that is a picture is none.";
export const objectsUnread = "The document has embedded objects ({0:count}), which are not read.";
export const partsUnread = "The document takes in parts of other formats ({0:count}), which are not read.";
export const symbolsUnread =
  "The document has symbols that Cadre does not know ({0:count}); each is read as “�”.";
export const macrosIgnored = "The document has macros ({0:part}); they were neither run nor read.";
export const commentsIgnored = "The document has comments ({0:count}), which are not read.";
export const externalIgnored =
  "The document refers to things outside of it ({0:count}, first {1:first}); nothing was fetched.";

// OpenDocument texts.

export const odtNotText = "The file is not an OpenDocument text: {0:found}. Save a spreadsheet as .xlsx.";
export const odtTooLarge = "The document has more paragraphs or cells than any report.";
export const odtEncrypted = "The document is protected by a password. Save it without a password.";
export const odtTrackedChanges =
  "The document has tracked changes ({0:count}); it is read as if all were accepted.";
export const odtPicturesUnread =
  "The document has pictures ({0:count}), which are not read; a table that is a picture is not read.";

// Rich text.

export const rtfTooLarge = "The file has more paragraphs than any report, or groups nested too deep.";
export const rtfPicturesUnread =
  "The document has pictures ({0:count}), which are not read; a table that is a picture is not read.";
export const notesAside = "The document has notes ({0:count}), which are not read.";
export const rtfTrackedChanges =
  "The document has tracked changes ({0:count}); it is read as if all were accepted.";

// Web pages.

export const htmlTooLarge =
  "The page has more than {0:limit} elements, or elements nested too deep; no report is that large.";
export const htmlEmpty =
  "The page has no text. If it loads its text by a script, save it from the browser as a complete page.";
export const htmlPicturesUnread =
  "The page has pictures ({0:count}), which are not read; a table that is a picture is not read.";

// PDF.

export const pdfBroken =
  "The PDF cannot be read. Open it in a PDF viewer and print it to a new PDF, or ask for the Word file.";
export const pdfEncrypted = "The PDF is protected by a password. Save it without a password.";
export const pdfTooLarge =
  "The PDF is larger than any report: {0:found}; at most {1:limit}. Nothing was read.";
export const pdfScan =
  "The PDF has no text: its {0:pages} pages are pictures, probably a scan. Ask for the Word file, or run text recognition first (ocrmypdf in.pdf out.pdf).";
export const pagesWithoutText =
  "Pages without text were not read ({0:pages}); a table that is a picture is not read.";
export const textClipped =
  "Text runs over the edge of the page (page {0:pages}): what is beyond it is not in the file.";

// Text at positions.

export const columnsByGaps =
  "A table has no ruled lines: its columns and rows were recognised by the gaps between them. Compare its values with the document, or open the Word file.";

// Packages (zip) and their parts.

export const packageBroken = "The file is a broken package (zip). Download it again, or save it anew.";
export const packageTooLarge =
  "The package unfolds to more than a document of this kind can hold: {0:found}; at most {1:limit}. Nothing of it was read.";
export const packageName =
  "The package has a part whose name leads out of it or is used twice: {0:name}. Nothing of it was read.";
export const packageEncrypted = "The package is encrypted. Save it without a password.";
export const partMissing = "The package lacks its part {0:name}.";
export const xmlBroken = "The part {0:part} is not well-formed XML.";
export const xmlDoctype =
  "The part {0:part} declares a document type or entities, which no office document does. It was not read.";
export const xmlTooLarge =
  "The part {0:part} has more than {1:limit} elements; no report and no annex is that large.";

// Workbooks.

export const notAWorkbook = "The package is no Excel workbook (.xlsx): it has no list of sheets.";
export const sheetTooLarge =
  "The sheet “{0:sheet}” is too large: {1:found}; at most {2:limit}. Nothing of it was read.";
export const cellTooLong =
  "A cell in {0:part} has more than {1:limit} characters, more than a spreadsheet program allows.";

// Progress reports.

export const inputEmpty = "The file is empty.";
export const inputTooLarge = "The file is too large: at most {0:limit} bytes are read.";
export const inputNotText = "The file is {0:found}, not text in UTF-8.";
export const tableMissing =
  "The report ends at line {0:lastLine} without an indicator table: no row has heads such as “Indicator Baseline” and “Target”.";
export const tableEmpty = "The indicator table has no row with an indicator.";
export const columnUnknown = "The column “{0:name}” is kept as text under its head.";
export const columnRepeated = "The indicator table has more than one column “{0:name}”; the first is read.";
export const reportColumnMissing = "The indicator table has no column “{0:name}”.";
export const headUneven =
  "{0:rows} of the {1:all} rows of the indicator table do not have the cells that its head names: the head probably lacks a column or has one too many.";
export const ratingUnheaded = "This rating is under the heading of no outcome; it is not read: “{0:raw}”.";
export const headingMissing =
  "The heading of outcome {0:code} was not found in part II. The answers from here on are read as those of outcome {1:under}, which has its own already.";
export const amountRepeated =
  "{0:name} has more than one amount in the table of budgets; the first is taken, not “{1:raw}”.";
export const outcomeWithoutRows = "Outcome {0:code} of part II has no rows in the indicator table.";
export const rowIncomplete =
  "The row of indicator {0:code} has {1:found} cells instead of {2:expected}; its cells are kept as text.";
export const fieldUnread = "{0:field}: “{1:raw}” could not be read.";
export const reportTextUnrecognised =
  "This text belongs to no part of the template that Cadre knows: “{0:raw}”.";
export const rowWithoutCode =
  "A row of the indicator table has no indicator's code; it is not read: “{0:raw}”.";
export const fieldRepeated =
  "This part of the template occurs more than once, first at {1:first}: “{0:label}”. One answer is taken, the first that is not empty.";
export const labelMisspelt = "“{0:raw}” is read as “{1:label}”, from which it differs by one sign.";
export const headRepeated =
  "The head of {0:code} occurs more than once, first at {1:first}; its first title is taken.";
export const rowMisplaced = "The row of indicator {0:code} is under the head of {1:under}.";
export const titleDiffers =
  "Outcome {0:code} is called “{1:narrative}” in part II and “{2:table}” in the table, whose words are taken.";
export const labelMissing =
  "The template's question “{0:prompt}” was not found; its answer, if there is one, is not read as such.";
export const reportAgencyUnnamed =
  "{0:name} has a budget and is not among the recipient organisations: {1:list}.";
export const labelUnknown =
  "“{0:label}” is no question of a template that Cadre knows; its answer is kept under this label.";
export const rowCodeAssigned =
  "The indicator “{1:text}” has no code; Cadre calls it {0:code}, by its position.";
export const headWithoutCode = "“{1:title}” heads rows of the table without a code; it is taken as {0:code}.";
export const dayAssumed = "The report names only the month {0:month}; {1:day} is assumed.";
export const reportUnrecognised =
  "This is not a PBF progress report, in French or English, of a template that Cadre knows (2018 and later). Recognised: {0:labels}.";
export const reportUnlabelled =
  "This is not a PBF progress report, in French or English, of a template that Cadre knows (2018 and later). No label of the template was recognised.";
export const otherDocument =
  "This is another document of the fund ({0:name}), not a progress report. Recognised: {1:labels}.";
export const cellIsText = "Indicator {0:code}, {1:column}: “{2:text}” is not one number; it is kept as text.";
export const cellAmbiguousNumber =
  "Indicator {0:code}, {1:column}: “{2:text}” can be read as two different numbers; it is kept as text.";
export const cellNumberHabit =
  "Indicator {0:code}, {1:column}: “{2:text}” is read as the document writes its other numbers.";
export const cellTwoQuantities =
  "Indicator {0:code}, {1:column}: “{2:text}” states more than one quantity; it is kept as text.";
export const cellBreakdown =
  "Indicator {0:code}, {1:column}: “{2:text}” could not be read whole; what follows the number is kept as written.";
export const cellShareDiffers =
  "Indicator {0:code}, {1:column}: “{2:text}” states a share that its numerator and denominator do not give.";
export const cellMergedDown =
  "Indicator {0:code}, {1:column}: the cell goes on from the row above; its words, “{2:text}”, are read for both.";
export const cellMerged =
  "Indicator {0:code}, {1:column}: the cell is merged with its neighbour; “{2:text}” is kept as written for each.";

// Project documents.

export const answerUnread = "The answer to {0:path} is not understood: “{1:text}”.";
export const frameworkMissing =
  "The project document has no results framework: a table with outcomes, outputs, indicators, means of verification and milestones was not found.";
export const indicatorWithoutResult =
  "An indicator precedes every outcome and output, so it is not known what it belongs to: “{0:text}”.";
export const projectDocumentTextUnrecognised =
  "A text of the results framework belongs to no indicator: “{0:text}”.";
export const projectDocumentCellUnread = "The value is kept as text: “{0:text}”.";

// Budget annexes.

export const sheetUnrecognised =
  "The sheet “{0:sheet}” has no table that Cadre knows; nothing of it was read.";
export const columnUnrecognised =
  "The column “{0:column}” of the sheet “{1:sheet}” is none that Cadre knows; it was not read.";
export const cellError = "The cell holds the error {0:what}; no value was read.";
export const formulaWithoutValue =
  "The file keeps no value of this formula. Open it in a spreadsheet program, save it, and read it again.";
export const annexCellUnread = "“{0:raw}” could not be read; expected {1:expected}.";
export const amountRounded = "{0:raw} has fractions of the smallest unit of its currency; it was rounded.";
export const annexNumberAsText =
  "The number “{0:raw}” is stored as text; spreadsheet programs leave it out of sums.";
export const rowUnread =
  "The row belongs to no outcome, output, indicator or budget line that Cadre recognises; it was not read.";
export const totalDiffers = "The row of totals says {0:total}; the lines add up to {1:sum}.";
export const numberColumnDiffers =
  "The column of numbers says {0:column}; the amount beside it says {1:amount}. The amount was read.";
export const annexColumnMissing = "The budget table of the sheet “{1:sheet}” has no column for {0:column}.";
export const annexAgencyUnnamed = "The head of this column does not name the recipient organisation.";
export const currencyNotStated =
  "The sheet does not state a currency. US dollars, the currency of the form, are assumed.";
export const amountsConverted =
  "The agencies' amounts are in {0:from}; they were converted to {1:to} at the rate that the sheet states (1 {1:to} = {2:rate} {0:from}).";
export const sumsOmitText =
  "Amounts are stored as text, so the sums of the sheet omit them. The amounts were read and added up; the sums were not used.";
export const amountOfSeveralRows =
  "One merged amount covers several rows, {0:code} among them. It was counted once, in the first row.";
export const expenditureWithoutBudget =
  "The row reports expenditure but has no budget; the expenditure was not counted.";
export const amountsWithoutLabel = "The row has amounts but no activity or label; it was not counted.";
export const tablesDiffer = "{0:output}, {1:agency}: table 2 adds up to {2:one}, table 1 to {3:other}.";
export const severalTables =
  "The workbook has several budget tables. “{0:sheet}” was read as the current budget, “{1:other}” as the approved one.";
export const annexUnrecognised =
  "No sheet has a results framework or a budget that Cadre knows by its column heads. Sheets: {0:sheets}.";
export const hiddenSheet = "A hidden sheet ({0:name}) was read like what is shown.";
export const hiddenRows = "Hidden rows ({0:name}) were read like what is shown.";
export const hiddenColumns = "Hidden columns ({0:name}) were read like what is shown.";
export const workbookMacros = "The workbook has macros; they were passed over.";
export const workbookLinks =
  "The workbook has links to other files; they were not followed, the values that it keeps were read.";
export const sharesMissing = (count: number): string =>
  `${count} ${count === 1 ? "row has" : "rows have"} no share for gender equality; the share of the budget is known within bounds only.`;
export const shareUnreadable = "“{0:share}” is not a percentage; the share of the row is unknown.";
export const shareAmbiguous =
  "{0:share} can be a fraction or a percentage, and the sheet does not show which; the share of the row is unknown.";
export const shareRescaled = "{0:share} is among fractions and exceeds 100 %; it was read as {0:share} %.";
export const shareOver = "{0:share} is not a share from 0 to 100 %; the share of the row is unknown.";
export const expectedAmount = "an amount";
export const expectedShare = "a percentage from 0 to 100 %";
export const expectedDate = "a date";
export const expectedCode = "a code such as 1.1.1";
export const expectedNumber = "a number";
export const expectedChoice = "one of the template's options";
export const columnOfGewe = "the share for gender equality";
export const columnOfExpenditure = "expenditure";

// Writing.

export const notSupported = "This format does not support {0:what}; this part was not written.";
export const valueNotSupported =
  "Indicator {0:code}: the text of the cell will not be read back as this value.";
export const textOver =
  "The text has {0:count} characters; the template allows {1:limit}. It was written whole.";
export const textCut = "A cell holds at most {0:limit} characters; the text was cut there.";
export const axesNotSupported =
  "Indicator {0:code}: its text does not ask for this disaggregation, and the form has no column for it.";
export const boxesUnknown =
  "The text does not say which of these boxes were ticked; they were written empty.";
export const documentUnreadable = "The written document cannot be read back: {0:why}";
export const notReadBack = "{0:path}: reading the document back gives “{1:text}”, not what was written.";
export const nothingReadBack = "{0:path}: reading the document back gives nothing, not what was written.";
export const headAlone =
  "{0:heading} has no indicator: the table of the report has rows for indicators only, so this heading is not read back.";
export const partReport = "the report's texts and answers";
export const partSchedule = "the work plan";
export const partAxes = "the axes of observations";
export const partPeriods = "the periods of observations";
export const partMeasurement = "how indicators are measured";
export const partEvents = "what happened to activities";
export const partActivities = "the list of activities";
export const partLines = "the lines of the budget";
export const partTranches = "the tranches";
export const partProjectDocument = "the project document's own answers";
export const partMilestones = "milestones by date, means of verification and their frequency";
export const partDirection = "units and directions of indicators";

// Sizes, and what a file is instead of a document.

export const sizeBytes = "{0:count} bytes";
export const sizeNamed = "{0:name} of {1:count} bytes";
export const sizeTimesStored = "{0:count} times its stored size";
export const sizeTimes = "{0:count} times";
export const sizeEntries = "{0:count} entries";
export const sizePages = "{0:count} pages";
export const sizePiecesOfPage = "{0:count} pieces of text on a page";
export const sizePieces = "{0:count} pieces";
export const sizeCharacters = "{0:count} characters";
export const sizeSeconds = "{0:count} s";
export const sizeMegabytes = "{0:count} MB";
export const takesLonger = "it takes longer";
export const takesMemory = "it takes more memory";
export const endlessStreams = "compressed streams that unfold without end";
export const moreThan = "over {0:limit}";
export const sizeTexts = "{0:count} texts";
export const sizeRows = "{0:count} rows";
export const sizeCells = "{0:count} cells";
export const packagePartBroken = "The file is a broken package (zip): its part {0:part} cannot be unpacked.";
export const packagePartSize =
  "The file is a broken package (zip): {0:part} has not the size that it claims.";
export const packagePartChecksum =
  "The file is a broken package (zip): {0:part} does not match its checksum.";
export const packageMethod =
  "The file is a package (zip) that is compressed in a way that is not read: method {0:method}.";
export const xmlEncoding = "The part {0:part} is neither in UTF-8 nor in UTF-16.";
export const xmlTooDeep = "The part {0:part} has elements nested over {1:limit} deep.";
export const pdfNoPages = "The PDF has no pages. Ask for the Word file.";
export const inputBinary = "The file is not text: it has bytes that no text in UTF-8 has.";
export const inputNotUtf8 = "The file is not UTF-8 (Latin-1 or Windows-1252?).";
export const inputCutOff = "The file is cut off inside of a character: it is not whole.";
export const zipWithoutDocument = "a zip archive without an office document";
export const excelWorkbook = "an Excel workbook (.xlsx)";
export const presentation = "a presentation (.pptx)";
export const mainPartMissing = "its part {0:part} is missing";
export const openDocumentOther = "OpenDocument {0:kind}";
export const openDocumentUnknown = "OpenDocument of no kind";
