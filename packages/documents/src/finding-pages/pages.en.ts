/** What each finding of the readers and writers of documents is about, and what to do about it. */
export const pages = {
  // Files that are not read, or not whole.
  "input-empty": ["A file holds text", "Check that the file was saved or downloaded whole"],
  "input-too-large": [
    "A file is at most as large as the largest report that could be meant",
    "Remove pictures and annexes, or save the report by itself",
  ],
  "input-not-text": [
    "A text file is text, in UTF-8, UTF-16 or a Windows code page",
    "Open the file in its own program and save it as .docx, .pdf or text",
  ],
  "input-old-word": [
    "Word documents of 2003 and before (.doc) are not read",
    "Save the document as .docx, in Word or by `soffice --headless --convert-to docx FILE.doc`",
  ],
  "input-old-excel": [
    "Excel workbooks of 2003 and before (.xls) are not read",
    "Save the workbook as .xlsx, in Excel or by `soffice --headless --convert-to xlsx FILE.xls`",
  ],
  "input-spreadsheet": [
    "OpenDocument spreadsheets (.ods) are not read",
    "Save the spreadsheet as .xlsx, or convert it by `soffice --headless --convert-to xlsx FILE.ods`",
  ],
  "input-encrypted": [
    "A document that a password protects is not read",
    "Open the document and save it without a password",
  ],
  "input-picture": [
    "A picture has no text",
    "Ask for the Word file, or run text recognition: `ocrmypdf --image-dpi 300 in.png out.pdf`",
  ],
  "input-format": ["The file has a format that is not read", "Save the file as .docx or PDF"],
  "input-not-word": [
    "The package is another document than a Word document",
    "Check the file, or save it as .docx in Word",
  ],
  "input-not-odt": [
    "The package is another document than an OpenDocument text",
    "Save a text as .odt or .docx, and a spreadsheet as .xlsx",
  ],
  "not-a-workbook": [
    "The package has no list of sheets, as every Excel workbook has",
    "Open the file in a spreadsheet program and save it as .xlsx",
  ],
  "package-broken": [
    "An office document is a package (zip) of parts, and this one is damaged",
    "Get the file again, or let Word repair it and save it",
  ],
  "package-too-large": [
    "A package unfolds to no more than a document of its kind can hold. Larger ones are refused before they fill the memory",
    "Save the document again in its own program. If it stays as large, remove pictures",
  ],
  "package-name": [
    "The names of a package’s parts are different and lead nowhere outside of it",
    "Do not open the file unless you know who made it. Save it again in its own program",
  ],
  "package-encrypted": ["The parts of the package are encrypted", "Save the document without a password"],
  "part-missing": [
    "The package lacks a part that its kind of document must have",
    "Open the document in its own program and save it again",
  ],
  "xml-broken": [
    "The parts of an office document are well-formed XML",
    "Open the document in its own program and save it again",
  ],
  "xml-doctype": [
    "No office document declares a document type or entities, which can be used to attack a reader",
    "Save the document again in its own program",
  ],
  "xml-too-large": [
    "A part has more elements than any report or annex",
    "Remove what does not belong to the report, then save it again",
  ],
  "html-too-large": [
    "A page has more elements, or deeper ones, than any report",
    "Save the part with the report as a page of its own",
  ],
  "rtf-too-large": ["The file has more paragraphs or groups than any report", "Save the document as .docx"],
  "odt-too-large": [
    "The document has more paragraphs or cells than any report",
    "Save the part with the report by itself",
  ],
  "pdf-too-large": ["The PDF is larger than any report", "Save the pages of the report by themselves"],
  "pdf-broken": [
    "The PDF cannot be read",
    "Open it in a viewer and print it to a new PDF, or ask for the Word file",
  ],
  "pdf-encrypted": ["A password protects the PDF", "Save the PDF without a password"],
  "pdf-scan": [
    "The pages of the PDF are pictures and have no text",
    "Ask for the Word file, or run text recognition: `ocrmypdf in.pdf out.pdf`",
  ],
  "page-without-text": [
    "Some pages are pictures and were not read",
    "Look at these pages. If they hold the table, ask for the Word file or run text recognition",
  ],
  "text-clipped": [
    "Text runs over the edge of a page, and what is beyond is not in the file",
    "Make the PDF again from the Word file, with a page that is wide enough",
  ],
  "columns-by-gaps": [
    "A table without ruled lines is read by the gaps between its words, which is less certain",
    "Compare the values with the document, or read the Word file",
  ],
  "sheet-too-large": [
    "A sheet has more cells than any annex",
    "Delete empty rows and columns with formats, then save the workbook",
  ],
  "cell-too-long": [
    "A cell holds more text than a spreadsheet program allows",
    "Open the workbook in a spreadsheet program and save it again",
  ],
  // What a document holds that is not read.
  "picture-unread": [
    "Pictures are not read. A table that is a picture is missing from what was read",
    "Look whether a picture shows a table or a value, and type it in",
  ],
  "object-unread": [
    "Embedded objects, such as a sheet of Excel in a text, are not read",
    "Look whether an object holds values of the report, and put them into the text",
  ],
  "part-unread": [
    "A document can take in parts of other formats, which are not read",
    "Open the document, paste these parts as text, save it",
  ],
  "symbol-unread": [
    "A symbol of a special font has no letter that is known",
    "Look at the places with the sign �, and write what is meant",
  ],
  "note-aside": [
    "Footnotes, endnotes and text boxes are not read as part of the text around them",
    "If the note belongs to a value or an answer, write it there",
  ],
  "hidden-text": ["Hidden text is not read", "Show the text if it is meant to be read, or delete it"],
  "tracked-changes": [
    "A document with tracked changes is read as if all of them were accepted",
    "Accept or reject the changes before the report is sent",
  ],
  "comments-ignored": [
    "Comments are not part of a report and are not read",
    "Settle the comments before the report is sent",
  ],
  "macros-ignored": [
    "Macros are neither run nor read",
    "Nothing needs to be done. Do not run macros of a file unless you know who made it",
  ],
  "external-ignored": [
    "A document can refer to things outside of it. Nothing is fetched",
    "If what is outside belongs to the report, put it into the document",
  ],
  "external-links-ignored": [
    "A workbook can take values from other files. The values that it keeps are read, and no file is opened",
    "Open the workbook beside the other files and save it, so that its values are up to date",
  ],
  "hidden-sheet": [
    "A hidden sheet is read like those that are shown",
    "Look whether the hidden sheet is meant to count. If not, delete it",
  ],
  "hidden-rows": [
    "Hidden rows are read like those that are shown",
    "Look whether the hidden rows are meant to count. If not, delete them",
  ],
  "hidden-columns": [
    "Hidden columns are read like those that are shown",
    "Look whether the hidden columns are meant to count. If not, delete them",
  ],
  // The parts of a report.
  "report-unrecognised": [
    "The labels of the fund’s progress report, in French or English, make a report recognisable",
    "Check that this is the progress report. A project document or an annex is read by `cadre inspect` too",
  ],
  "framework-missing": [
    "A project document has a results framework as annex B: a table of outcomes, outputs, indicators, means of verification, milestones",
    "Check that the annex is in the file, as a table and not as a picture",
  ],
  "table-missing": [
    "A report ends with a table of indicators",
    "Check that the table is in the file, with the template’s column heads, and not a picture",
  ],
  "table-empty": ["The table of indicators has a row for each indicator", "Fill in the table of indicators"],
  "label-missing": [
    "The template asks each question under its own label",
    "Restore the question’s wording as in the template, if it was asked",
  ],
  "label-unknown": [
    "A question that no known template has is kept with its answer",
    "Nothing needs to be done, unless the question is one of the template’s in other words",
  ],
  "label-misspelt": [
    "A label that differs from the template’s by one sign is read as that label",
    "Correct the label",
  ],
  "field-repeated": [
    "A report answers each question once. The first answer that is not empty is taken",
    "Delete the repeated part, or put both answers into one",
  ],
  "field-unread": [
    "Dates, amounts, shares and choices are written so that one reading is possible",
    "Write the answer as is expected at this place",
  ],
  "text-unrecognised": [
    "A text that belongs to no part of the template is reported, so that nothing is lost silently",
    "Put the text where it belongs, or leave it if it is an addition",
  ],
  "outcome-title-differs": [
    "An outcome has the same title in part II and in the table. The table’s is taken",
    "Use one title in both places",
  ],
  "outcome-without-rows": [
    "Each outcome of part II has its rows in the table of indicators",
    "Add the outcome’s indicators to the table, or delete the outcome from part II",
  ],
  "heading-missing": [
    "Each outcome has a heading of its own in part II, and its rating and answers are under it",
    "Write the outcome’s heading above its rating",
  ],
  "agency-unnamed": [
    "An organisation with a budget is one of the recipient organisations",
    "Add the organisation to the list, or correct its name",
  ],
  "amount-repeated": [
    "An organisation has one amount in the table of budgets. The first is taken",
    "Delete the repeated row, or add the amounts up in one",
  ],
  "date-day-assumed": [
    "A day that the report does not name is taken as the first or last of its month",
    "Write the whole date",
  ],
  // The table of indicators.
  "column-missing": [
    "The table has the template’s columns",
    "Restore the column’s head as in the template, or add the column",
  ],
  "column-unknown": [
    "A column that the template does not have is kept as text",
    "Nothing needs to be done, unless the column is one of the template’s under another head",
  ],
  "column-repeated": ["A column occurs once. The first is read", "Delete the repeated column, or rename it"],
  "head-uneven": [
    "Each row has the cells that the head of the table names",
    "Correct the head: it lacks a column, or has one too many",
  ],
  "head-repeated": [
    "An outcome or output heads its rows once",
    "Delete the repeated head, or correct its number",
  ],
  "head-without-indicators": [
    "The report’s table has rows for indicators only, so a heading without any cannot be read back",
    "Give the outcome or output an indicator, or write a project document instead",
  ],
  "row-without-code": [
    "A row of the table belongs to an indicator with a code",
    "Write the indicator’s code at the beginning of its cell",
  ],
  "code-assigned": [
    "An indicator without a code gets one by its position, so that it can be named",
    "Write the codes of the project document into the table",
  ],
  "row-misplaced": [
    "A row is under the outcome or output that its code names",
    "Move the row, or correct its code",
  ],
  "row-incomplete": [
    "A row has as many cells as the table has columns",
    "Complete the row’s cells. An empty cell is left empty, not removed",
  ],
  "cell-merged": [
    "Each value has a cell of its own",
    "Split the merged cell, and write the value that each cell is meant to have",
  ],
  "cell-text": [
    "A value is a number, a share, a yes or no, a level of the scale, “TBD” or “NA”. What is none is kept as text",
    "Write one value in the cell, and what explains it in the remarks",
  ],
  "cell-words": [
    "A value of a project document is a number, a share, a level or “TBD”. What is none is kept as text",
    "Write one value in the cell, and what explains it beside it",
  ],
  "cell-breakdown": [
    "What follows the number is a breakdown that could not be read whole",
    "Write each part with its number, as in “60 (35 women, 25 men)”",
  ],
  "cell-ambiguous-number": [
    "A number is written so that it can be read in one way. “1.234” can be 1,234 or one and a bit",
    "Write the number without a separator of thousands",
  ],
  "cell-number-habit": [
    "A number that could be read in two ways is read as the document writes its other numbers",
    "Check the number. Without a separator of thousands it needs no check",
  ],
  "cell-two-quantities": [
    "A cell states one quantity",
    "Write one quantity in the cell, and the other in the remarks or as an indicator of its own",
  ],
  "cell-share-differs": [
    "A share agrees with its numerator and denominator",
    "Correct the share, or the two numbers beside it",
  ],
  // Budget annexes and other workbooks.
  "annex-unrecognised": [
    "A workbook is recognised by the column heads of a budget or of a results framework",
    "Use the fund’s form, or map a table of your own by `cadre map`",
  ],
  "sheet-unrecognised": [
    "A sheet without a known table is not read",
    "Nothing needs to be done, unless the sheet holds the budget or the framework",
  ],
  "column-unrecognised": [
    "A column with an unknown head is not read",
    "Nothing needs to be done, unless the column is one of the form’s under another head",
  ],
  "row-unread": [
    "A row belongs to an outcome, an output, an activity, an indicator or a budget line",
    "Give the row its code and label, or delete it",
  ],
  "cell-unread": [
    "A cell holds what its column is for",
    "Write the value as is expected at this place, without remarks in the same cell",
  ],
  "cell-error": [
    "A cell with an error (#REF!, #N/A) has no value",
    "Mend the formula, save the workbook, read it again",
  ],
  "formula-without-value": [
    "A file keeps the value of each formula. Programs that only write files leave it out",
    "Open the workbook in a spreadsheet program, save it, read it again",
  ],
  "amount-rounded": [
    "Amounts are whole in the smallest unit of their currency",
    "Round the amount in the workbook, so that its sums agree with what is shown",
  ],
  "amount-of-several-rows": [
    "An amount in a merged cell is counted once, in its first row",
    "Split the cell, and give each row its amount",
  ],
  "amounts-converted": [
    "Amounts in another currency than the sheet’s are converted at the rate that the sheet states",
    "Check the rate. The converted amounts are rounded to the smallest unit",
  ],
  "number-as-text": [
    "A number that is stored as text is read, but spreadsheet programs leave it out of sums",
    "Convert the cells to numbers",
  ],
  "sums-omit-text": [
    "The sheet’s own sums leave out amounts that are stored as text. The amounts were added up instead",
    "Convert the cells to numbers, so that the sheet’s sums are right",
  ],
  "number-column-differs": [
    "The column of numbers says the same as the cell beside it. The cell’s value was read",
    "Correct one of the two",
  ],
  "annex-total-differs": [
    "A row of totals is the sum of its lines",
    "Correct the total, or the line that is wrong",
  ],
  "annex-tables-differ": [
    "Table 2 adds up to table 1 for each output and organisation",
    "Correct the table that is out of date",
  ],
  "several-budget-tables": [
    "A workbook with an approved and a revised budget has a table for each",
    "Check which table is the current budget. Name the sheets so that it shows",
  ],
  "currency-not-stated": [
    "A budget states its currency. US dollars, the currency of the form, are assumed",
    "Write the currency into the sheet",
  ],
  "line-without-amount": [
    "A row with amounts has an activity or a label",
    "Give the row its activity’s code, or delete its amounts",
  ],
  "expenditure-without-budget": [
    "A line with expenditure has a budget",
    "Give the line its budget, or move the expenditure to the line that it belongs to",
  ],
  "share-missing": [
    "Each line states its share for gender equality. Without it the share of the budget is known within bounds only",
    "Write the share of each line, 0% where there is none",
  ],
  "share-unreadable": [
    "The share for gender equality is a percentage",
    "Write a percentage from 0 to 100, and reasons in the column beside it",
  ],
  "share-ambiguous": [
    "A number such as 0.5 can be a fraction or a percentage, and the cell’s format shows which",
    "Format the column as a percentage",
  ],
  "share-over": ["A share lies between 0 and 100%", "Correct the share"],
  "share-rescaled": [
    "Among fractions, a number above 1 is read as a percentage",
    "Format the whole column as a percentage",
  ],
  // What a format cannot hold when a document is written.
  "not-supported": [
    "The format has no place for this part of the document, which was not written",
    "Write to JSON if nothing may be lost",
  ],
  "value-not-supported": [
    "A value’s text would be read back as another value",
    "Write to JSON if the value must be read back by a program",
  ],
  "boxes-unknown": [
    "A report as text does not show which boxes were ticked",
    "Tick the boxes in the written document",
  ],
  "cell-cut": [
    "A cell of a workbook holds at most 32,767 characters; the text was cut there",
    "Shorten the text, or write to .docx or JSON",
  ],
  "text-over-limit": [
    "The template limits the length of each answer. The text was written whole",
    "Shorten the answer before the report is sent",
  ],
  "not-read-back": [
    "A written document is read back to see that it says what was meant",
    "Check this place in the written document",
  ],
  "document-unreadable": [
    "A written document can be read back, and this one cannot",
    "Do not send the document. Report the input with which it happens",
  ],
} as const satisfies Record<string, readonly [about: string, remedy: string]>;

/** The code of a finding or refusal of this package. */
export type DocumentCode = keyof typeof pages;
