import type { HostileCase, Input } from "./hostile-case.ts";

export const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Pieces that come one after the other, a gigabyte of the same between a beginning and an end. */
export async function* gigabyte(before: string, again: string, after = ""): AsyncGenerator<Uint8Array> {
  yield encoded(before);
  const piece = encoded(again.repeat(Math.ceil(1_000_000 / again.length)));
  for (let sent = 0; sent < 1_000_000_000; sent += piece.length) yield piece;
  yield encoded(after);
}

/** So many bytes of the same between a beginning and an end, made in no more memory than they take. */
export const filled = (before: string, again: string, bytes: number, after = ""): Uint8Array => {
  const whole = Buffer.alloc(before.length + bytes - (bytes % again.length) + after.length);
  whole.write(before, 0);
  whole.fill(again, before.length, whole.length - after.length);
  whole.write(after, whole.length - after.length);
  return whole;
};

const cases = <T extends Record<string, [code: string | null, make: () => Input | string]>>(
  all: T,
): Record<string, HostileCase> =>
  Object.fromEntries(
    Object.entries(all).map(([name, [code, make]]) => [
      name,
      {
        code,
        make: () => {
          const input = make();
          return typeof input === "string" ? encoded(input) : input;
        },
      },
    ]),
  );

const HEAD = "indicator,period,value,source,recordedAt\n";
const ROW = "1.1,2020-Q1,5,PAM,2020-04-10\n";
const NESTED = 1_000_000;

/** Tables of values with commas between them. */
export const CSV_CASES = cases({
  nothing: ["observations-empty", () => ""],
  "a NUL in a heading": ["observations-not-utf8", () => `indi\0cator,period,value\n${ROW}`],
  "a NUL in a cell": ["observations-not-utf8", () => `${HEAD}1\0.1,2020-Q1,5,P\0AM,2020-04-10\n`],
  "a quotation mark that nobody closes, a gigabyte": [
    "observations-not-csv",
    () => gigabyte(`${HEAD}"`, "x"),
  ],
  "quotation marks and line ends that nobody closes, a gigabyte": [
    "observations-not-csv",
    () => gigabyte(`${HEAD}"`, `x,""\n`),
  ],
  "a field of a gigabyte": ["observations-not-csv", () => gigabyte(HEAD, "x")],
  "a heading of a gigabyte": ["observations-not-csv", () => gigabyte("indicator", "x")],
  "a million columns": ["observations-not-csv", () => gigabyte("indicator,period,value,", "c,")],
  "a hundred thousand columns": [
    "too-many-axes",
    () => `${HEAD.trim()},${Array.from({ length: 100_000 }, (_, index) => index).join(",")}\n${ROW}`,
  ],
  "two hundred thousand columns of one name": [
    "columns-ambiguous",
    () => `${HEAD.trim()},${"c,".repeat(200_000)}c\n${ROW}`,
  ],
  "columns named like prototypes": [
    null,
    () => `indicator,period,value,__proto__,constructor,toString\n1.1,2020-Q1,5,polluted,x,y\n`,
  ],
  "two columns of one name": ["columns-ambiguous", () => `indicator,period,value,value\n1.1,2020-Q1,5,6\n`],
  "UTF-16 with its mark": [null, () => Buffer.from(`\ufeff${HEAD}${ROW}`, "utf16le")],
  "UTF-16 without it": ["observations-not-utf8", () => Buffer.from(`${HEAD}${ROW}`, "utf16le")],
  "half a character of UTF-16": [
    "observations-encoding",
    () => Buffer.concat([Buffer.from(`\ufeff${HEAD}`, "utf16le"), Buffer.of(7)]),
  ],
  "Latin-1": [
    "observations-not-utf8",
    () => Buffer.from(`${HEAD}1.1,2020-Q1,5,Ségou,2020-04-10\n`, "latin1"),
  ],
  "UTF-8, then Latin-1": [
    "observations-not-utf8",
    () => Buffer.concat([encoded(`${HEAD}${ROW.repeat(50_000)}`), Buffer.from("é,é,5,é,\n", "latin1")]),
  ],
  "a mark in the middle": [null, () => `${HEAD}\ufeff${ROW}`],
});

const nested = (open: string, close: string, within = 900) =>
  `${open.repeat(within)}1${close.repeat(within)}`;

const OBSERVATION = '{"indicator":"1.1","period":"2020-Q1","value":5,"recordedAt":"2020-04-10"}';
/** JSON of any kind: what no reader of it takes. */
const JSON_CASES = cases({
  nothing: ["json-invalid", () => ""],
  "a million nested lists": ["json-too-deep", () => "[".repeat(NESTED) + "]".repeat(NESTED)],
  "a million nested objects": ["json-too-deep", () => nested('{"a":', "}", NESTED)],
  "lists that nobody closes": ["json-too-deep", () => "[".repeat(NESTED)],
  "a text that nobody closes": ["json-invalid", () => filled('["', "x", 30_000_000)],
  "64 MB of one text": ["json-too-long", () => filled('["', "x", 2 ** 26, '"]')],
  "64 MB of objects": [
    "json-too-long",
    () => filled("[", '{"a":"some text of some sixty characters, as there may be"},', 2 ** 26, "{}]"),
  ],
  "thirty million empty lists": ["json-too-many-values", () => filled("[", "[],", 30_000_000, "[]]")],
  "a key that is named twice": ["json-duplicate-key", () => '{"format":"a","format":"b"}'],
  "a key that is named two million times": [
    "json-duplicate-key",
    () => filled("{", '"__proto__":1,"__proto__":2,', 30_000_000, '"a":1}'),
  ],
  "a NUL": ["json-invalid", () => '[{"indicator":"1\0"}]'],
  "UTF-16": ["json-invalid", () => Buffer.from("\ufeff[]", "utf16le")],
  "Latin-1": ["json-invalid", () => Buffer.from("[é]", "latin1")],
  "a number of a million digits": [null, () => `[${"9".repeat(1_000_000)}]`],
});

/** Some of these cases with the code that a reader refuses them with which takes what they are for something else. */
const but = (codes: Record<string, string | null>, own: Record<string, HostileCase>) => ({
  ...Object.fromEntries(
    Object.entries(JSON_CASES).map(([name, { make, code }]) => [
      name,
      { make, shared: code !== null, code: Object.hasOwn(codes, name) ? (codes[name] ?? null) : code },
    ]),
  ),
  ...own,
});
export const OBSERVATION_CASES = but(
  {},
  cases({
    "half a million values that are no rows": [null, () => filled("[", "1,", 1_000_000, "1]")],
    "rows of nested lists": [
      null,
      () => `[{"indicator":${nested("[", "]")},"period":${nested('{"a":', "}")}}]`,
    ],
    "fields named like prototypes": [
      null,
      () =>
        `[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"categories":{"__proto__":"polluted","constructor":"x"},${OBSERVATION.slice(1)}]`,
    ],
    "two hundred thousand axes": [
      "too-many-axes",
      () =>
        `[{"categories":{${Array.from({ length: 200_000 }, (_, index) => `"a${index}":"x"`).join()}},${OBSERVATION.slice(1)}]`,
    ],
  }),
);

const VALUE = '{"dataElement":"trained","period":"202001","value":"5"}';
export const DHIS2_CASES = but(
  { "a number of a million digits": "dhis2-invalid" },
  cases({
    "another format": ["dhis2-invalid", () => "[]"],
    "half a million values that are none": [
      "dhis2-invalid",
      () => filled('{"dataValues":[', "1,", 1_000_000, "1]}"),
    ],
    "a hundred thousand values that the mapping does not know": [
      null,
      () => `{"dataValues":[${Array(100_000).fill('{"dataElement":"x","value":"1"}').join()}]}`,
    ],
    "values named like prototypes": [
      null,
      () =>
        `{"__proto__":{"polluted":1},"dataValues":[${VALUE},{"dataElement":"__proto__","period":"constructor","orgUnit":"toString","categoryOptionCombo":"__proto__","value":"1"},{"dataElement":"trained","period":"202001","categoryOptionCombo":"constructor","value":"1"}]}`,
    ],
    "values of nested lists": ["dhis2-invalid", () => `{"dataValues":[{"dataElement":${nested("[", "]")}}]}`],
  }),
);

export const SUBMISSION_CASES = but(
  { "a number of a million digits": "kobo-submissions-invalid" },
  cases({
    "another format": ["kobo-submissions-invalid", () => "7"],
    "half a million that are none": ["kobo-submissions-invalid", () => filled("[", "1,", 1_000_000, "1]")],
    "a hundred thousand without an answer": [null, () => `[${Array(100_000).fill("{}").join()}]`],
    "answers of nested lists": [
      null,
      () =>
        `[{"_id":1,"today":"2020-02-10","people":[{"people/sex":${nested("[", "]")},"people/age":${nested('{"a":', "}")}}]}]`,
    ],
    "answers named like prototypes": [
      null,
      () =>
        `[{"__proto__":{"polluted":1},"today":"2020-02-10","place":"__proto__","people":[{"__proto__":{"polluted":1},"people/sex":"constructor","people/age":"__proto__"}]}]`,
    ],
  }),
);

/** A form: sheets of a survey and its choices. */
export const FORM_CASES = but(
  { "a number of a million digits": "kobo-form-invalid" },
  cases({
    "rows that are none, more than a form has": [
      "kobo-form-invalid",
      () => filled('{"survey":[', "1,", 1_000_000, "1]}"),
    ],
    "twenty thousand rows that are none": ["kobo-form-invalid", () => `{"survey":[${"1,".repeat(20_000)}1]}`],
    "rows of nested lists": ["kobo-form-invalid", () => `{"survey":[{"type":${nested("[", "]", 90)}}]}`],
    "rows nested deeper": ["kobo-form-invalid", () => `{"survey":[{"more":${nested("[", "]")}}]}`],
    "groups in groups": [
      "kobo-form-too-deep",
      () => `{"survey":[${Array(50_000).fill('{"type":"begin_group","name":"g"}').join()}]}`,
    ],
    "a group that is never ended": [
      "kobo-form-unbalanced",
      () => '{"survey":[{"type":"begin_group","name":"g"}]}',
    ],
    "fifty thousand choices of one list": [
      null,
      () =>
        `{"survey":[{"type":"select_one l","name":"q"}],"choices":[${Array(50_000).fill('{"list_name":"l","name":"c"}').join()}]}`,
    ],
    "names like prototypes": [
      null,
      () =>
        `{"survey":[{"__proto__":{"polluted":1},"type":"constructor","name":"__proto__"},{"type":"select_one __proto__","name":"toString"}],"choices":[{"list_name":"__proto__","name":"constructor"}]}`,
    ],
  }),
);

/** A mapping document of a format: its own beginning, without its last bracket. */
export const mappingCases = (
  start: string,
  names: (entries: string) => string,
): Record<string, HostileCase> =>
  but(
    { "a number of a million digits": "mapping-invalid" },
    cases({
      "a value of nested lists": ["mapping-invalid", () => `${start},"source":${nested("[", "]", 90)}}`],
      "a value nested deeper": ["mapping-invalid", () => `${start},"source":${nested('{"a":', "}")}}`],
      "half a million names": [
        "mapping-invalid",
        () => `${start},${names(Array.from({ length: 500_000 }, (_, index) => `"${index}":1`).join())}}`,
      ],
      "fifty thousand names that lead to nothing": [
        "mapping-invalid",
        () => `${start},${names(Array.from({ length: 50_000 }, (_, index) => `"${index}":1`).join())}}`,
      ],
      "a name of a million characters": [
        "mapping-invalid",
        () => `${start},${names(`"${"n".repeat(1_000_000)}":1`)}}`,
      ],
      "names like prototypes": [
        "mapping-invalid",
        () => `${start},${names('"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}')}}`,
      ],
    }),
  );

const OPEN = '<iati-activities version="2.03">';
const ACTIVITY = `${OPEN}<iati-activity>`;
const CLOSED = "</iati-activity></iati-activities>";
/** Files of IATI. */
export const IATI_CASES = cases({
  nothing: ["xml-broken", () => ""],
  "an external entity": [
    "xml-doctype",
    () => `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${ACTIVITY}<title>&e;</title>${CLOSED}`,
  ],
  "an external document type": [
    "xml-doctype",
    () => `<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x">${ACTIVITY}${CLOSED}`,
  ],
  "entities that expand to billions": [
    "xml-doctype",
    () =>
      `<!DOCTYPE l [<!ENTITY a "lol">${[..."bcdefghij"].map((name, index) => `<!ENTITY ${name} "${`&${"abcdefghi"[index]};`.repeat(10)}">`).join("")}]>${ACTIVITY}<title>&j;</title>${CLOSED}`,
  ],
  "a million nested elements": ["xml-too-deep", () => ACTIVITY + "<a>".repeat(NESTED)],
  "tags that nobody closes": ["xml-broken", () => `${ACTIVITY}<result>`],
  "an attribute of a gigabyte": [
    "xml-too-long",
    () => gigabyte(`${OPEN}<iati-activity default-currency="`, "x"),
  ],
  "a text of a gigabyte": ["xml-too-long", () => gigabyte(`${ACTIVITY}<title><narrative>`, "x")],
  "a name of a gigabyte": ["xml-too-long", () => gigabyte(`${ACTIVITY}<`, "x")],
  "a comment of a gigabyte": ["xml-too-long", () => gigabyte(`${ACTIVITY}<!--`, "x")],
  "a million attributes": [
    "xml-too-long",
    () =>
      `${ACTIVITY}<title ${Array.from({ length: NESTED }, (_, index) => `a${index}=""`).join(" ")}/>${CLOSED}`,
  ],
  "an activity of a gigabyte": ["iati-activity-too-large", () => gigabyte(ACTIVITY, "<budget type='1'/>")],
  "an attribute given twice": ["xml-broken", () => `${ACTIVITY}<title a="1" a="2"/>${CLOSED}`],
  "a NUL": ["xml-broken", () => `${ACTIVITY}<title>\0</title>${CLOSED}`],
  "another encoding than it says": [
    "xml-encoding",
    () => Buffer.from(`${ACTIVITY}<title>é</title>${CLOSED}`, "latin1"),
  ],
  "UTF-16 without its mark": ["xml-broken", () => Buffer.from(`${ACTIVITY}${CLOSED}`, "utf16le")],
  "names like prototypes": [
    null,
    () => `${ACTIVITY}<title __proto__="polluted"><__proto__ polluted="1"/><constructor/></title>${CLOSED}`,
  ],
});
