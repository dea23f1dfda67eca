const READABLE = "report, framework or budget annex ({extensions})";
const INPUTS = `${READABLE}; files, folders, globs, or - for standard input`;
const FRAMEWORK = "framework document or measurement framework (.json)";
const RESPONSES = "one response a row (.csv), or submissions of KoboToolbox (.json); - for standard input";
const LOG = "a log: a file of SQLite, or the address of a PostgreSQL database (postgres://…)";

/** What `--help` and shell completion say in English, and what is said of wrong use. Apart from the messages, so that help loads nothing of the core. */
export const help = {
  program: "Reads, computes and checks results frameworks of the UN Peacebuilding Fund",
  titles: {
    usage: "Usage:",
    arguments: "Arguments:",
    options: "Options:",
    commands: "Commands:",
    example: "Example:",
  },
  /** What stands for something in a line of usage: `[options]`, `<file>`. What has no name here is written as in English. */
  placeholders: {} as Readonly<Record<string, string>>,
  choices: (values: string) => `choices: ${values}`,
  initial: (value: string) => `default: ${value}`,
  /** Options that mean the same wherever a command does not say otherwise. */
  options: {
    "--help": "print this help",
    "--version": "print the version",
    "--activity": "which activity of a file of IATI, by its identifier",
    "--profile":
      "what an agency adds to states, events, causes and roles (.ts, .js: a module that exports a profile; it is run)",
    "--on": "the day whose goals and time hold, YYYY-MM-DD",
    "--json": "print JSON",
    "--rates": "rates of exchange (.csv: currency, since, rate per dollar; or .json), to convert amounts by",
    "--currency": "with --rates: the currency that amounts are converted to",
    "--rates-on": "with --rates: the day whose rates hold for the budget. Default: the project’s first day",
    "--lang":
      "language of the output and of messages; with --profile also one of the profile. Default: that of the environment",
    "--out": "file to write, whole or not at all",
    "--min-cell": "withhold counts below this, and what would give them back",
    "--mapping": "how rows become observations: of a table (from cadre map), of DHIS2, of KoboToolbox",
    "--form": "the form that a KoboToolbox mapping refers to (.json, .xlsx)",
    "--by": "split by these columns together: sex,region",
    "--as-of": "what was known on this day, YYYY-MM-DD",
    "--value": "the answers; 1 or 0 for a share. See --yes for other answers",
    "--yes": "answers that mean yes: agree,strongly agree",
    "--no": "answers that mean no. Default: all others",
    "--missing": "answers that count as none given: don’t know,refused",
    "--chart": "write a picture of the estimates (.svg, .png)",
    "--weight": "sampling weight",
    "--stratum": "stratum",
    "--cluster": "primary sampling unit",
    "--fpc": "units of the stratum in the population, or the share that was sampled",
    "--method": "interval of a share",
    "--single-unit": "what a stratum with a single sampled unit contributes",
    "--level": "confidence level",
    "--schema": "schema of a log in PostgreSQL. Default: cadre",
  },
  commands: {
    help: { description: "print the help of a command", arguments: {}, options: {} },
    inspect: {
      description: "show indicators, gender budget, activities and findings of reports or frameworks",
      arguments: { inputs: INPUTS },
      options: {},
    },
    check: {
      description: "show only the findings; exit 1 where one is an error",
      arguments: { inputs: INPUTS },
      options: {
        "--format": "how findings are printed; github: annotations, sarif: SARIF 2.1.0",
        "--severity": "only findings of this severity or above",
        "--rule": "only findings of this rule; may be repeated",
        "--previous": "the project’s previous report, for rules that compare the two",
        "--annex": "the project’s budget annex (.xlsx), checked against the report",
        "--fix": "apply certain fixes, check again, and write the framework document",
        "--out": "where the fixed document goes (.json); without it, the file itself",
        "--xsd": "validate a file of IATI against the official schema, too",
        "--watch": "check again whenever a file changes",
      },
    },
    explain: {
      description: "say what a rule or a finding is about, its source, and how to mend it",
      arguments: { rule: "the code of a finding, as it is printed in brackets" },
      options: {},
    },
    portfolio: {
      description:
        "show one row for each project of many reports, or write every indicator of every report as a table",
      arguments: { inputs: INPUTS },
      options: {
        "--on": "the day that time and lateness are measured on, YYYY-MM-DD. Default: each report’s own",
        "--to": "write the long table, or a page",
        "--common":
          "common indicators: which ones the indicators may be, and what those come to that a file maps (.json)",
      },
    },
    diff: {
      description: "show what changed between two documents of a project, and which findings are new or gone",
      arguments: { before: READABLE, after: READABLE },
      options: {},
    },
    convert: {
      description: "write a report or framework in another format, whole or not at all",
      arguments: { file: READABLE },
      options: {
        "--to": "format to write",
        "--observations":
          "rows, as for compute; their results become the actuals, in IATI those of each period",
        "--by": "with --to iati: split those results by axes or place together, not by each axis: sex,age",
      },
    },
    compute: {
      description: "compute indicator values from observation rows",
      arguments: {
        framework: `${FRAMEWORK}, or IATI (.xml)`,
        observations:
          "one observation a row (.csv, .json, .parquet, .arrow), the actuals of IATI (.xml), or what a mapping describes",
      },
      options: {
        "--by": "split cells by axes, period, source or place: sex,period",
        "--same-key":
          "rows of the same keys and recordedAt that differ: refuse both, take the last, or add them",
        "--progress": "report progress also where standard error is not a terminal",
      },
    },
    derive: {
      description: "compute indicators that follow from others, by formulas, with the numbers put in",
      arguments: { document: READABLE },
      options: {
        "--formula":
          "a formula, with the code of its indicator; [1.1] is a value, [1.1, baseline] its baseline; may be repeated",
        "--formulas": "formulas with code, text and unit (.json)",
        "--out": "write the framework document with its formulas (.json)",
      },
    },
    map: {
      description: "guess what the columns of a table hold: a mapping for compute, and its explanation",
      arguments: {
        framework: FRAMEWORK,
        table: "a table of observations (.csv), with headings or hashtags of HXL",
      },
      options: { "--out": "write the mapping there, whole or not at all" },
    },
    protect: {
      description:
        "withhold or round small counts of a table, with what would give them back, also together with earlier releases",
      arguments: { table: "counts, one row for each combination of categories (.csv)" },
      options: {
        "--axes": "the columns of the categories: sex,place",
        "--value": "the column of the counts",
        "--zeros": "zeros are sensitive as well",
        "--round-to": "publish multiples of this, and withhold only what can be learned nevertheless",
        "--released": "what was released before of the same values; may be repeated",
        "--running": "of running totals: what was released before, in order; may be repeated",
        "--before": "of running totals: the table of the last release in full",
      },
    },
    survey: {
      description: "estimate shares or means from the responses of a survey, with intervals",
      arguments: { responses: RESPONSES },
      options: { "--kind": "what is estimated" },
    },
    "compare-surveys": {
      description:
        "compare two rounds of a survey: the change with its interval, its test, and what could have been found",
      arguments: { responses: "responses before and after (.csv, .json); one file with --round" },
      options: {
        "--kind": "what is compared",
        "--round": "of one file: the column that names the round",
        "--rounds": "of one file: the first and the last round: baseline,endline",
        "--before": "a published share and its respondents: 0.42,400",
        "--after": "the same of the later round",
        "--design-effect": "with --before and --after. Default: a simple random sample",
      },
    },
    likert: {
      description:
        "summarise answers on a scale: the share of each level, the median, the net score, with intervals",
      arguments: { responses: RESPONSES },
      options: {
        "--items": "the questions that are answered on the scale",
        "--levels": "the answers of the scale, lowest first",
        "--positive": "levels that count for the net score. Default: above the middle",
        "--negative": "levels that count against it. Default: below the middle",
        "--chart": "write a picture of the scale (.svg, .png)",
      },
    },
    "plan-survey": {
      description:
        "say how many people a survey must ask: for a margin, or to find a change between two rounds",
      arguments: {},
      options: {
        "--margin": "half the width of the interval: 0.05",
        "--share": "with --margin: the share that is expected. Default: 0.5",
        "--from": "share at the baseline",
        "--to": "share at the end: the smallest change that the survey must detect",
        "--power": "probability of finding the change. Default: 0.8",
        "--level": "confidence level. Default: 0.95",
        "--design-effect": "variance over that of a simple random sample",
        "--per-cluster": "respondents in each cluster",
        "--intraclass": "how alike respondents of one cluster are",
        "--population": "people that the sample is drawn from",
        "--response-rate": "share of those asked who answer. Default: 1",
        "--groups": "groups that are each to be known. Default: 1",
      },
    },
    serve: {
      description:
        "serve projects over HTTP, with the dashboard; without --data in memory, without --keys only to this machine",
      arguments: { inputs: `${INPUTS}, to show` },
      options: {
        "--port": "port; 0: any that is free",
        "--host": "address to listen at",
        "--data": "folder for all data",
        "--archive": "archives of projects (from cadre archive), to be shown beside the data",
        "--keys": "keys to the service (.json, from cadre key)",
        "--watch": "read a file again whenever it changes; pages that show it follow",
        "--open": "open the portfolio, or the one project, in the browser",
      },
    },
    key: {
      description: "make a key for the service: its entry on standard output, its secret on standard error",
      arguments: { holder: "who holds it" },
      options: {
        "--role": "role of the holder: {roles}, or an agency’s own: river:donor",
        "--agency": "the agency that they act for",
        "--project": "projects that it is for. Default: all",
      },
    },
    verify: {
      description: "verify every entry of a log; prints the last entry of each stream, to be noted elsewhere",
      arguments: { log: LOG },
      options: { "--heads": "heads that were printed before, and must still be there (.json)" },
    },
    backup: {
      description: "copy a log that may be in use into a file of SQLite, verified; prints its heads",
      arguments: { log: LOG, file: "the backup, which must not be there yet" },
      options: {},
    },
    restore: {
      description: "put a backup where there is no log yet, verified; readers have to begin anew",
      arguments: { file: "the backup", log: LOG },
      options: {},
    },
    archive: {
      description:
        "divide a log that is not in use: closed projects into an archive, the others into a log that replaces it; prints the archive’s heads",
      arguments: {
        log: LOG,
        archive: "a file for the projects that are archived, which must not be there yet",
        rest: "a file for the others, which must not be there yet",
      },
      options: { "--project": "projects to archive. Default: those that are financially closed" },
    },
    completion: {
      description: "print a script that completes commands, options and files in a shell",
      arguments: { shell: "the shell" },
      options: {},
    },
  },
  /** What is wrong with how a command was called. */
  errors: {
    unknownOption: (option: string) => `there is no option ${option}`,
    unknownCommand: (command: string) => `there is no command ${command}`,
    missingArgument: (argument: string) => `the argument ${argument} is missing`,
    missingValue: (option: string) => `the option ${option} needs a value`,
    missingOption: (option: string) => `the option ${option} is required`,
    notAChoice: (option: string) => `${option} does not take this value`,
    tooManyArguments: "too many arguments",
    nothing: "nothing",
    found: (text: string) => `found: ${text}`,
    expected: (text: string) => `expected: ${text}`,
    didYouMean: (text: string) => `did you mean ${text}?`,
    seeHelp: (command: string) => `See ${command}`,
  },
};

type Same<Of> = Of extends string
  ? string
  : Of extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof Of]: Same<Of[Key]> };

/** The texts of help, in any language. */
export type HelpTexts = Same<typeof help>;
