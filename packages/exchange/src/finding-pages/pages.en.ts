/** What each finding and refusal of the exchange formats is about, and what to do about it. */
export const pages = {
  // Rows in files: CSV, HXL, Parquet, Arrow, JSON, databases.
  "columns-missing": [
    "Rows name their indicator, period and value in columns of their own",
    "Name the columns as the format asks, or describe the table once by `cadre map`",
  ],
  "columns-ambiguous": ["Each column has a name of its own", "Rename one of the columns, or delete it"],
  "columns-left-out": [
    "A column that neither the format nor the mapping names is left out and reported",
    "Nothing needs to be done, unless the column holds what is measured: then name it in the mapping",
  ],
  "column-unreadable": [
    "A column holds text, numbers, truth values, days or times",
    "Write the file without the column, or convert it to text",
  ],
  "hashtags-invalid": [
    "A row of HXL hashtags has #, a word, and attributes after +",
    "Correct the hashtags that are named",
  ],
  "observations-empty": [
    "A file of rows has a heading line",
    "Check that the file was saved or downloaded whole",
  ],
  "observations-not-csv": [
    "A CSV file closes every quotation mark that it opens",
    "Look at the line that is named, and save the file again from a spreadsheet program",
  ],
  "observations-not-parquet": [
    "A Parquet file is whole and of a version that is read",
    "Get the file again, or write the rows as CSV",
  ],
  "observations-not-arrow": [
    "An Arrow file or stream is whole and of a version that is read",
    "Get the file again, or write the rows as CSV",
  ],
  "observations-not-utf8": [
    "A file of rows is text in UTF-8",
    "Save the file as CSV in UTF-8, or name its encoding",
  ],
  "observations-encoding": [
    "A file keeps to one encoding from beginning to end",
    "Name the encoding of the file, or save it again as CSV in UTF-8",
  ],
  "observations-not-a-list": [
    "Rows in JSON are a list",
    "Give the list itself, or the part of the file that holds it",
  ],
  "observations-refused": [
    "A row of a database that the framework does not admit is left out and counted",
    "Look for rows with other indicators, periods or categories than the framework has",
  ],
  "rows-without-value": [
    "A row without a value says nothing about its indicator. It is not a zero",
    "Fill in the values, or delete the rows",
  ],
  "row-group-too-large": [
    "A Parquet file is read one row group at a time, each of which fits into memory",
    "Write the file with smaller row groups, such as 100,000 rows",
  ],
  "decoder-ended": [
    "Parquet and Arrow files are decoded in a process of their own, which is ended when it takes too long or too much",
    "Check the file with the program that wrote it, write smaller files, or write CSV",
  ],
  "decoder-not-started": [
    "Decoding Parquet and Arrow needs a process of its own, which could not be started",
    "Allow Node.js to start processes here, or convert the file to CSV",
  ],
  "database-refused": [
    "A database answers a query or says why it does not",
    "Check the name of the table, its columns, and the rights of the user",
  ],
  "table-not-carried": [
    "A table of values holds values only; texts and activities of the document are not in it",
    "Write to JSON or .docx if the texts are needed",
  ],
  // Mappings.
  "mapping-invalid": [
    "A mapping has the fields of its format",
    "Correct the field that is named. `cadre map` writes a mapping to begin with",
  ],
  "mapping-incomplete": [
    "A mapping says where the indicator, the period and the value of a row are",
    "Add what is named: a column, or a constant by `is`",
  ],
  "mapping-unknown-column": [
    "A mapping names columns that the file has",
    "Correct the name of the column. Upper and lower case count",
  ],
  "mapping-unknown-indicator": [
    "A mapping names indicators of the framework",
    "Correct the code, or add the indicator to the framework",
  ],
  "mapping-unknown-period": [
    "A mapping names periods of the framework",
    "Correct the period, or add it to the framework",
  ],
  "mapping-unknown-axis": [
    "A mapping names axes by which the framework disaggregates",
    "Correct the axis, or add it to the framework",
  ],
  "mapping-unknown-category": [
    "A mapping names categories that the axis has",
    "Correct the category, or add it to the axis",
  ],
  "mapping-part": [
    "Only a ratio has a numerator and a denominator",
    "Map the value of the indicator, or make the indicator a ratio",
  ],
  "mapping-value": [
    "A mapping gives what the measure of the indicator needs: counts for a count, two counts for a ratio",
    "Correct the value of the mapping, or the measure of the indicator",
  ],
  "mapping-unknown-question": [
    "A mapping names questions that the form has",
    "Correct the name of the question, with its groups",
  ],
  "mapping-unknown-choice": ["A mapping names choices that the question has", "Correct the choice"],
  "mapping-unknown-repeat": [
    "A mapping names repeat groups that the form has",
    "Correct the name of the group",
  ],
  "mapping-question-kind": [
    "The kind of a question fits its use: a number is added up, a choice is compared",
    "Choose another question, or another use of it",
  ],
  "mapping-question-elsewhere": [
    "A row of submissions has one answer to each of its questions. A question of a repeat group has many",
    "Count the entries of the repeat group with `each`",
  ],
  "mapping-age-band": ["A band of ages is written as in “15-24” or “60+”", "Correct the band"],
  // IATI.
  "iati-version": [
    "Files of versions 2.01 to 2.03 of the IATI standard are read",
    "Ask the publisher for version 2.03, or transform the file by the stylesheets that IATI publishes",
  ],
  "iati-not-activities": [
    "A file of IATI activities begins with the element iati-activities",
    "Check that this is the file of activities, and not of organisations",
  ],
  "iati-no-activity": [
    "A file of IATI activities has an activity",
    "Check that the file was downloaded whole",
  ],
  "iati-several-activities": [
    "A file can have many activities, and a project is one of them",
    "Say which one by its iati-identifier",
  ],
  "iati-activity-unknown": ["The file has the activity that is asked for", "Correct the iati-identifier"],
  "iati-activity-too-large": [
    "Activities are read one at a time, each of which fits into memory",
    "Check that the file closes each activity that it opens",
  ],
  "iati-value-not-a-number": [
    "IATI asks for a number in the value of every measure but the qualitative one",
    "Write the number into value, and explanations into comment",
  ],
  "iati-date-unreadable": [
    "A date of IATI is written as in 2021-06-30 and exists in the calendar",
    "Correct the date at its publisher",
  ],
  "iati-amount-unreadable": [
    "An amount of IATI is a number with a point, in a currency of ISO 4217 and no finer than its smallest unit",
    "Correct the amount or its currency at its publisher",
  ],
  "iati-parts-without-total": [
    "IATI asks for a total beside the values of the parts. Parts that are known to cover all add up, others do not",
    "Publish the total, a value without dimensions",
  ],
  "iati-not-understood": [
    "What the document cannot hold of an activity is reported",
    "Keep the file beside the document. Write changes back into the file itself, which loses nothing",
  ],
  "iati-cannot-carry": [
    "What IATI has no element for is reported when it is written",
    "Keep the document: it holds what the file does not",
  ],
  "iati-xsd": [
    "A file that is written or checked is valid by the schema of its version",
    "Correct what is named, or publish in version 2.03",
  ],
  "iati-xsd-too-large": [
    "Files up to a limit are checked against the schema",
    "Divide the file by activities, or use the validator of IATI",
  ],
  "xml-broken": [
    "A file of IATI is well-formed XML",
    "Look at the line that is named, or get the file again",
  ],
  "xml-too-long": [
    "A tag or a text of IATI has a limited length",
    "Check that the file closes each tag and quotation mark that it opens",
  ],
  "xml-too-deep": [
    "Elements of IATI are nested a few levels deep",
    "Check that the file closes each element that it opens",
  ],
  "xml-doctype": [
    "A file of IATI declares no document type, by which entities could attack a reader",
    "Remove the line <!DOCTYPE …>",
  ],
  "xml-encoding": [
    "A file is written in the encoding that its first line names",
    "Save the file in UTF-8, and let the first line say so",
  ],
  // DHIS2.
  "dhis2-invalid": [
    "A data value set of DHIS2 has a list of values with data element, period and organisation unit",
    "Export the data value set in JSON, by /api/dataValueSets or /api/analytics/dataValueSet",
  ],
  "dhis2-element-unmapped": [
    "The mapping names a data element for each indicator",
    "Add the data element to the mapping, or to those that are left out on purpose",
  ],
  "dhis2-combination-unmapped": [
    "The mapping names the category option combinations of the indicator’s disaggregation",
    "Add the combination to the mapping",
  ],
  "dhis2-source-unmapped": [
    "The mapping names an attribute option combination for each who reports",
    "Add the combination to the mapping",
  ],
  "dhis2-unit-unnamed": [
    "An organisation unit without a name in the mapping is a place by its id",
    "Add the name of the organisation unit to the mapping",
  ],
  "dhis2-attribute-unnamed": [
    "An attribute option combination without a name in the mapping is called by its id",
    "Add the name of the combination to the mapping",
  ],
  "dhis2-period-unknown": [
    "A period of DHIS2 and one of the framework have the same days",
    "Add the period to the framework, or report by its periods",
  ],
  "dhis2-no-value": [
    "A data value without a value is absent. It is not a zero",
    "Nothing needs to be done, unless the value was entered in DHIS2",
  ],
  "dhis2-no-instant": [
    "The time stamp of a data value is a time of ISO 8601",
    "Export the values again, or remove the time stamp",
  ],
  "dhis2-value-not-known": [
    "DHIS2 has no value for what is to be determined or has no data; the row is left out, and DHIS2 adds up the others as if they were all",
    "Give the value before the set is written, or tell those who read it that one is missing",
  ],
  "dhis2-id-unmapped": [
    "DHIS2 keeps one value of a data element, period, place and combination. Rows that add up by their id would replace one another",
    "Add the rows up before they are written",
  ],
  "dhis2-numerator-missing": [
    "A ratio has a numerator and a denominator of the same period, place and group",
    "Enter the numerator in DHIS2, or map its data element",
  ],
  "dhis2-follow-up": [
    "A value that is marked for follow-up in DHIS2 is read and reported",
    "Settle the follow-up in DHIS2",
  ],
  // Kobo.
  "kobo-form-invalid": [
    "A form is the content of a Kobo asset or an XLSForm with the sheets survey and choices",
    "Export the form from Kobo as XLSForm",
  ],
  "kobo-form-unbalanced": [
    "Each group of a form that begins also ends",
    "Add the missing begin or end of the group",
  ],
  "kobo-form-too-deep": [
    "Groups of a form are nested a few levels deep",
    "Check the begins and ends of the groups",
  ],
  "kobo-submissions-invalid": [
    "Submissions are a list of answers in JSON, or a sheet with a row a submission",
    "Export the data from Kobo as JSON, .xlsx or CSV",
  ],
  "kobo-page": [
    "An answer of Kobo’s API with a next page is not the whole. What would be computed from it would be too little",
    "Read all pages, or give the address of the server, which is read to its end",
  ],
  "kobo-repeated": [
    "A submission counts once, by its _id, as it is given last",
    "Nothing needs to be done. The files overlap",
  ],
  "kobo-unanswered": [
    "A question that the mapping names is answered by some submission",
    "Check the headings of the export: they are names, or labels of the form’s language",
  ],
  "kobo-no-date": [
    "A submission belongs to the period of its date. Without a date it is left out",
    "Let the form ask for the date, or map the date of submission",
  ],
  "kobo-no-period": [
    "A submission whose date falls into no period of the framework is left out",
    "Add the period to the framework, or correct the date",
  ],
  "kobo-no-number": [
    "A row without a number to add is left out. It is not a zero",
    "Let the form require the number",
  ],
  "kobo-not-approved": [
    "Submissions that were marked as not approved in Kobo are left out",
    "Approve them in Kobo if they shall count",
  ],
  "kobo-no-answer": [
    "A share is of those who answered. Who did not answer is left out",
    "Let the form require the answer",
  ],
  // Systems that are read over HTTP.
  "live-unreachable": ["The system answers", "Check the address and the connection, and try again later"],
  "live-not-authorised": [
    "The system admits who asks by a token or a password",
    "Check the token and its rights. A token may have expired",
  ],
  "live-status": [
    "The system answers with its data. Errors that pass are tried again some times",
    "Try again later. If the answer stays the same, check the address and what is asked for",
  ],
  "live-not-json": [
    "The system answers with data, and not with a page for people",
    "Check the address: it is that of the API. Check the token",
  ],
  "live-not-a-page": [
    "Each page has the list that the API documents",
    "Check the address: it is that of a list",
  ],
  "live-too-long": ["An answer has a limited length", "Ask for smaller pages, or for less"],
  "live-endless": ["Pages lead to an end", "Report the address to those who run the system"],
  "live-elsewhere": [
    "The next page is on the same server. Tokens are sent to no other",
    "Check the address of the server: it may have moved",
  ],
  "live-changing": [
    "A list that changes while it is read is read again from its beginning",
    "Try again at a quieter time",
  ],
} as const satisfies Record<string, readonly [about: string, remedy: string]>;

/** The code of a finding or refusal of this package. */
export type ExchangeCode = keyof typeof pages;
