import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Declared, declaredActivity, pathsOf } from "../../test/iati/schema.ts";
import { type IatiActivity, type IatiHeader, openIati } from "./read.ts";
import type { ElementSpec } from "./spec.ts";
import { IATI_ACTIVITY } from "./vocabulary.ts";
import { writeIati } from "./write.ts";
import { validateIati } from "./xsd.ts";

async function* pieces(text: string | Uint8Array, size = 977) {
  for (let index = 0; index < text.length; index += size) yield text.slice(index, index + size);
}
async function read(source: string | Uint8Array, size?: number) {
  const opened = await openIati(pieces(source, size));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const activities: IatiActivity[] = [];
  for await (const item of opened.value.activities) {
    if (!item.ok) throw new Error(JSON.stringify(item.problems));
    activities.push(item.value.activity);
  }
  return { header: opened.value.header, activities };
}
async function xmlOf(activities: IatiActivity[], header?: IatiHeader): Promise<string> {
  let text = "";
  for await (const piece of writeIati(activities, header)) text += piece;
  return text;
}
/** Why a document is refused, by `open` or further on. */
async function refusal(source: AsyncIterable<Uint8Array | string>) {
  const opened = await openIati(source);
  if (!opened.ok) return opened.problems[0];
  for await (const item of opened.value.activities) if (!item.ok) return item.problems[0];
  return null;
}

/** An activity with every element and attribute of the schema, filled by the schema's own types as far as they matter. */
function fullActivity(declared: Declared, name = ""): Record<string, unknown> {
  const fill = (attribute: string): string => {
    if (/date/.test(attribute)) return attribute.includes("datetime") ? "2020-01-01T00:00:00Z" : "2020-01-01";
    if (/year/.test(attribute)) return "2020";
    if (/uri|url/.test(attribute)) return "http://example.org/";
    if (/^(humanitarian|ascending|aggregation-status|attached|secondary-reporter|priority)$/.test(attribute))
      return "1";
    if (attribute === "xml:lang") return "fr";
    return /percentage|level|hierarchy|rate|significance/.test(attribute) ? "1" : `${attribute} of ${name}`;
  };
  return {
    ...Object.fromEntries([...declared.attributes].map((attribute) => [attribute, fill(attribute)])),
    ...Object.fromEntries(
      [...declared.children].map(([child, { declared: inside, many }]) => {
        const data = fullActivity(inside, child);
        return [child, many ? [data, fullActivity(inside, child)] : data];
      }),
    ),
    ...(declared.text && {
      text: /^(value|forecast|.*(received|outstanding|arrears))$/.test(name) ? "12.5" : `text of ${name}`,
    }),
  };
}

const EXAMPLE = new URL(
  "../../../../../shared/iati/activity-standard-example-annotated.xml",
  import.meta.url,
);
const there = existsSync(EXAMPLE);
if (!there) console.warn("SKIPPED: the standard's annotated example is not beside the project.");

describe("the vocabulary", () => {
  const declared = declaredActivity();

  it("is the schema's own: every element, attribute, order and cardinality", () => {
    const compare = (spec: ElementSpec, official: Declared, path: string): void => {
      expect([path, [...spec.attributes].sort(), spec.text]).toEqual([
        path,
        [...official.attributes].sort(),
        official.text,
      ]);
      const children = Object.entries(spec.children);
      expect([path, children.map(([name, { many }]) => [name, many])]).toEqual([
        path,
        [...official.children].map(([name, { many }]) => [name, many]),
      ]);
      for (const [name, { spec: inside }] of children) {
        const child = official.children.get(name);
        if (child !== undefined) compare(inside, child.declared, `${path}/${name}`);
      }
    };
    compare(IATI_ACTIVITY, declared, "iati-activity");
  });

  it("reads back all that it wrote: a case for every element and attribute, results included", async () => {
    const activity = fullActivity(declared, "iati-activity") as IatiActivity;
    const xml = await xmlOf([activity]);
    const back = await read(xml);
    expect(back.activities).toEqual([activity]);
    // Every path of the schema really is in what was read.
    const present = new Set<string>();
    const collect = (data: unknown, at: string): void => {
      if (Array.isArray(data)) for (const each of data) collect(each, at);
      else if (typeof data === "object" && data !== null)
        for (const [key, value] of Object.entries(data)) {
          present.add(typeof value === "string" && key !== "text" ? `${at}@${key}` : `${at}${key}`);
          collect(value, `${at}${key}/`);
        }
    };
    collect(back.activities[0], "");
    const paths = pathsOf(declared);
    expect(paths.filter((path) => path.startsWith("result/")).length).toBeGreaterThan(60);
    expect(paths.filter((path) => !present.has(path))).toEqual([]);
  });
});

describe.skipIf(!there)("the standard's annotated example (skipped where shared/iati is absent)", () => {
  it("reads, writes and validates, and what was written reads the same", async () => {
    const bytes = readFileSync(EXAMPLE);
    expect(await validateIati(bytes)).toEqual([]);
    const { header, activities } = await read(bytes);
    const xml = await xmlOf(activities, header);
    expect(await validateIati(new TextEncoder().encode(xml))).toEqual([]);
    expect(await read(xml, 13)).toEqual({ header, activities });
    // Nothing of it is unknown to the vocabulary, so nothing was kept raw.
    expect(JSON.stringify(activities)).not.toContain('"other"');
    expect(activities[0]?.result?.[0]?.indicator?.[0]?.period?.[0]?.actual?.[0]).toMatchObject({
      value: "11",
      dimension: [
        { name: "sex", value: "female" },
        { name: "age", value: "adult" },
      ],
    });
  });
});

const minimal = (inner: string, root = 'version="2.03"') =>
  `<iati-activities ${root}><iati-activity><iati-identifier>A-1</iati-identifier>${inner}</iati-activity></iati-activities>`;

describe("reading", () => {
  it("keeps what the schema does not know, and writes it back in its place", async () => {
    const xml = minimal(
      '<title x:note="n"><narrative>T</narrative><x:more a="1">one <b/> two</x:more></title><title><narrative>second</narrative></title>stray',
      'version="2.03" xmlns:x="http://example.org/x"',
    );
    const { header, activities } = await read(xml);
    expect(activities[0]).toMatchObject({
      title: {
        narrative: [{ text: "T" }],
        other: {
          attributes: { "x:note": "n" },
          children: [{ name: "x:more", children: ["one ", { name: "b" }, " two"] }],
        },
      },
      other: {
        text: "stray",
        children: [{ name: "title" }],
        attributes: { "xmlns:x": "http://example.org/x" },
      },
    });
    expect(await read(await xmlOf(activities, header))).toEqual({ header, activities });
  });

  it("reads any text back, in elements and attributes", () =>
    fc.assert(
      fc.asyncProperty(
        fc
          .string({ unit: "binary" })
          .filter((text) => !/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u.test(text.replace(/[\t\n\r]/g, ""))),
        async (text) => {
          const activity = {
            "iati-identifier": { text },
            title: { narrative: [{ "xml:lang": text, text }] },
          };
          expect((await read(await xmlOf([activity]), 7)).activities).toEqual([activity]);
        },
      ),
    ));

  it("writes what XML cannot hold as the mark of a lost character", async () => {
    const { activities } = await read(await xmlOf([{ "iati-identifier": { text: "a\u0000b\ud800c" } }]));
    expect(activities[0]?.["iati-identifier"]?.text).toBe("a\uFFFDb\uFFFDc");
  });

  it.each([
    [
      "UTF-16",
      () =>
        Uint8Array.from(
          Buffer.from(`\ufeff${minimal("<title><narrative>é</narrative></title>")}`, "utf16le"),
        ),
    ],
    [
      "ISO-8859-1",
      () =>
        Uint8Array.from(
          Buffer.from(
            `<?xml version="1.0" encoding="ISO-8859-1"?>${minimal("<title><narrative>é</narrative></title>")}`,
            "latin1",
          ),
        ),
    ],
    [
      "UTF-8 with a mark",
      () => new TextEncoder().encode(`\ufeff${minimal("<title><narrative>é</narrative></title>")}`),
    ],
  ])("understands %s", async (_, bytes) => {
    expect((await read(bytes())).activities[0]?.title?.narrative).toEqual([{ text: "é" }]);
  });

  it.each([
    ["nothing", "", "xml-broken"],
    ["no XML", "indicator,period,value", "xml-broken"],
    ["another document", "<html/>", "iati-not-activities"],
    ["another version", "<iati-activities version='1.05'/>", "iati-version"],
    ["no version", "<iati-activities/>", "iati-version"],
    [
      "an external entity",
      `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${minimal("<title>&e;</title>")}`,
      "xml-doctype",
    ],
    [
      "entities that expand",
      `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${minimal("&b;")}`,
      "xml-doctype",
    ],
    ["an entity nobody declared", minimal("<title>&nbsp;</title>"), "xml-broken"],
    ["an unclosed tag", minimal("<title>"), "xml-broken"],
    ["a file cut off", minimal("").slice(0, 60), "xml-broken"],
    ["a NUL", minimal("<title>\u0000</title>"), "xml-broken"],
    ["an attribute given twice", minimal('<title a="1" a="2"/>'), "xml-broken"],
    ["a million nested elements", minimal("<a>".repeat(1_000_000)), "xml-too-deep"],
    [
      "another encoding than it says",
      Uint8Array.from(Buffer.from(minimal("<title>é</title>"), "latin1")),
      "xml-encoding",
    ],
    ["an encoding nobody reads", '<?xml version="1.0" encoding="EBCDIC-CP-FR"?><a/>', "xml-encoding"],
  ])("refuses %s with its line", async (_, source, code) => {
    const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
    expect(await refusal(pieces(bytes, 65_536))).toMatchObject({ code, where: { line: expect.any(Number) } });
  });

  it("refuses an attribute of a gigabyte after a few megabytes", async () => {
    let sent = 0;
    async function* endless() {
      yield '<iati-activities version="2.03"><iati-activity default-currency="';
      for (; sent < 1_000_000_000; sent += 1_000_000) yield "x".repeat(1_000_000);
    }
    expect(await refusal(endless())).toMatchObject({ code: "xml-too-long" });
    expect(sent).toBeLessThan(8_000_000);
  });

  it.each([
    [
      "text in many CDATA sections",
      "<title><narrative>",
      "<![CDATA[xxxxxxxxxxxxxxxx]]>",
      "xml-too-long",
      30_000_000,
    ],
    ["text cut up by comments", "<title><narrative>", "xxxxxxxx<!-- -->", "xml-too-long", 30_000_000],
    ["an activity that does not end", "", "<budget type='1'/>", "iati-activity-too-large", 40_000_000],
  ])("refuses %s in bounded memory", async (_, before, again, code, limit) => {
    let sent = 0;
    const piece = again.repeat(20_000);
    async function* endless() {
      yield `<iati-activities version="2.03"><iati-activity>${before}`;
      for (; sent < 1_000_000_000; sent += piece.length) yield piece;
    }
    expect(await refusal(endless())).toMatchObject({ code });
    expect(sent).toBeLessThan(limit);
  });

  it("passes over comments, however many", async () => {
    const comments = "<!-- a comment -->".repeat(400_000);
    expect(
      (await read(minimal(`<title><narrative>T</narrative></title>${comments}`), 65_536)).activities,
    ).toHaveLength(1);
  });

  it("takes __proto__ for a name like any other", async () => {
    const { activities } = await read(
      minimal('<title __proto__="polluted"><__proto__ polluted="1"/></title>'),
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    const other = activities[0]?.title?.other;
    expect(Object.keys(other?.attributes ?? {})).toEqual(["__proto__"]);
    expect(other?.children?.[0]?.name).toBe("__proto__");
  });

  it("stops when it is asked to", async () => {
    const stop = new AbortController();
    const opened = await openIati(pieces(minimal(""), 20), { signal: stop.signal });
    if (!opened.ok) throw new Error("refused");
    stop.abort(new Error("enough"));
    await expect(opened.value.activities[Symbol.asyncIterator]().next()).rejects.toThrow("enough");
  });
});

describe("validation", () => {
  it("states line, place and message in both languages", async () => {
    const xml = minimal("<title/>").replace("><", ">\n<");
    expect(await validateIati(new TextEncoder().encode(xml))).toMatchObject([
      {
        code: "iati-xsd",
        severity: "error",
        where: { path: "iati-activities/iati-activity/title", line: 2 },
        message: { fr: expect.stringContaining("cet élément n’est pas attendu. Attendu") },
      },
    ]);
  });

  it.each([
    ["xml-doctype", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ["xml-broken", "<a>"],
  ])("refuses what is no document: %s", async (rule, xml) => {
    expect(await validateIati(new TextEncoder().encode(xml))).toMatchObject([
      { code: rule, severity: "error" },
    ]);
  });
});
