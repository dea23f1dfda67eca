import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { temporaryFiles } from "../test/files.ts";
import { cadre } from "../test/terminal.ts";

const { at, file } = temporaryFiles();
const json = (out: string) => JSON.parse(out);

const framework = (categories: string[]) => ({
  format: "cadre/measurement",
  indicators: [
    {
      code: "1.1.1",
      text: "People reached",
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
      baselines: [{ value: 0 }],
      targets: [{ value: 1000 }],
    },
  ],
  axes: [{ name: "sex", kind: "partition", categories }],
  periods: [{ id: "2015", start: "2015-01-01", end: "2015-12-31" }],
});
const FW = () => file("fw.json", JSON.stringify(framework(["female", "male"])));

interface Period {
  days: [string, string];
  target?: string;
  actual?: string;
}
const days = ([start, end]: [string, string]) =>
  `<period-start iso-date="${start}"/><period-end iso-date="${end}"/>`;
const values = (name: string, written: string | undefined) =>
  written === undefined ? "" : written.startsWith("<") ? written : `<${name} value="${written}"/>`;
const period = (each: Period) =>
  `<period>${days(each.days)}${values("target", each.target)}${values("actual", each.actual)}</period>`;
const indicator = (title: string, attributes: string, inner: string) =>
  `<result type="1"><title><narrative>Result of ${title}</narrative></title><indicator ${attributes}><title><narrative>${title}</narrative></title>${inner}</indicator></result>`;
const activity = (results: string, { version = "2.03", start = "2022-01-01" } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="${version}"><iati-activity xml:lang="en" default-currency="USD" last-updated-datetime="2024-05-01T00:00:00Z">
<iati-identifier>XX-EX-1</iati-identifier><reporting-org ref="XX-EX" type="22"><narrative>Example organisation</narrative></reporting-org>
<title><narrative>Made-up project</narrative></title><description type="1"><narrative>Made up</narrative></description>
<participating-org role="4" type="22"><narrative>Example organisation</narrative></participating-org><activity-status code="2"/>
<activity-date type="2" iso-date="${start}"/><activity-date type="3" iso-date="2024-12-31"/><recipient-country code="ML"/>
${results}</iati-activity></iati-activities>`;
const BASE = '<baseline year="2021" value="0"/>';
const WHOLE: [string, string] = ["2022-01-01", "2024-12-31"];
const YEARS = [
  { days: ["2022-01-01", "2022-12-31"], target: "100", actual: "90" },
  { days: ["2023-01-01", "2023-12-31"], target: "100", actual: "110" },
  { days: ["2024-01-01", "2024-12-31"], target: "100", actual: "60" },
] as const satisfies readonly Period[];
const annual = () =>
  activity(indicator("People trained", 'measure="1" ascending="1"', BASE + YEARS.map(period).join("")));

const computed = async (path: string, ...more: string[]) => {
  const { out, exit, error } = await cadre("compute", path, path, "--json", ...more);
  return { exit, error, first: out === "" ? undefined : json(out)[0] };
};
const inspected = async (path: string) => json((await cadre("inspect", path, "--json")).out);

describe("what other tools write: IATI", () => {
  it("does not add the years to the total beside them", async () => {
    const path = file(
      "overall.xml",
      activity(
        indicator(
          "People trained",
          'measure="1" ascending="1"',
          BASE + [{ days: WHOLE, target: "300", actual: "260" }, ...YEARS].map(period).join(""),
        ),
      ),
    );
    const { first } = await computed(path);
    expect(first).toMatchObject({ value: 260 });
    expect(first.percentOfTarget).toBeCloseTo(260 / 300, 12);
    const [one] = (await inspected(path)).indicators;
    expect(one.actual).toMatchObject({ value: 260 });
    expect(one.percentOfTarget).toBeCloseTo(260 / 300, 12);
  });

  it("gives the same result for years to inspect and compute", async () => {
    const path = file("annual.xml", annual());
    const { first } = await computed(path);
    const [one] = (await inspected(path)).indicators;
    expect([first.value, one.actual.value]).toEqual([260, 260]);
    expect(first.percentOfTarget).toBeCloseTo(260 / 300, 12);
    expect(one.percentOfTarget).toBeCloseTo(260 / 300, 12);
  });

  it("reads a period that is repeated for each dimension as one period", async () => {
    const sex = (name: string, value: string, category: string) =>
      `<${name} value="${value}"><dimension name="sex" value="${category}"/></${name}>`;
    const repeated = [
      { days: WHOLE, target: sex("target", "60", "Female"), actual: sex("actual", "30", "Female") },
      { days: WHOLE, target: sex("target", "40", "Male"), actual: sex("actual", "20", "Male") },
      { days: WHOLE, target: "100", actual: "50" },
    ];
    for (const order of [repeated, [...repeated].reverse()]) {
      const path = file(
        "repeated.xml",
        activity(
          indicator("People trained", 'measure="1" ascending="1"', BASE + order.map(period).join("")),
          { version: "2.02" },
        ),
      );
      expect((await computed(path)).first).toMatchObject({ value: 50, percentOfTarget: 0.5 });
      const [one] = (await inspected(path)).indicators;
      expect([one.actual.value, one.percentOfTarget]).toEqual([50, 0.5]);
      expect(one.breakdown.actual.parts).toHaveLength(2);
    }
  });

  it("says that values by dimension exist where no total is given", async () => {
    const sex = (name: string, value: string, category: string) =>
      `<${name} value="${value}"><dimension name="sex" value="${category}"/></${name}>`;
    const path = file(
      "dims.xml",
      activity(
        indicator(
          "People trained",
          'measure="1" ascending="1"',
          period({
            days: WHOLE,
            target: sex("target", "10000", "Male") + sex("target", "4000", "Female"),
            actual: sex("actual", "5000", "Male") + sex("actual", "3000", "Female"),
          }),
        ),
      ),
    );
    const { out, error } = await cadre("inspect", path);
    expect(`${out}${error}`).toMatch(/5,000/);
    expect(`${out}${error}`).toMatch(/3,000/);
    const { indicators, findings } = await inspected(path);
    expect(indicators[0].actual.kind).toBe("none");
    expect(findings).toContainEqual(expect.objectContaining({ code: "iati-parts-without-total" }));
  });

  it("reads percent signs by the measure, and names every value that is no number", async () => {
    const written = [
      "45%",
      "45 %",
      "1,000",
      "1,234,567",
      "1.000",
      "1.000,5",
      "12/15",
      "N/A",
      "about 40",
      "50-60",
      "yes",
      "1e3",
    ];
    const of = (measure: string) =>
      written.map((actual, nth) =>
        indicator(`v${nth}`, `measure="${measure}"`, period({ days: WHOLE, target: "100", actual })),
      );
    const percent = file("percent.xml", activity(of("2").join("")));
    expect(
      (await inspected(percent)).indicators
        .slice(0, 2)
        .map(({ actual }: { actual: { value: number } }) => actual.value),
    ).toEqual([45, 45]);
    const units = file("units.xml", activity(of("1").join("")));
    const findings = json((await cadre("check", units, "--json")).out).filter(
      ({ code }: { code: string }) => code === "iati-value-not-a-number",
    );
    expect(findings.map(({ found }: { found: string }) => found)).toEqual(written);
    // What can be only one number is that number.
    const numbers = (await inspected(units)).indicators.map(
      ({ actual }: { actual: { value?: number } }) => actual.value,
    );
    expect(numbers.filter((each: number | undefined) => each !== undefined)).toEqual([
      1_234_567, 1000.5, 1000,
    ]);
  });

  it("says of a day that does not exist that it does not, and makes nothing of it", async () => {
    for (const start of ["2022-15-40", "2022-02-30", "2022-13-01", "0000-00-00", "nonsense"]) {
      const path = file(
        "bad-date.xml",
        activity(indicator("People", 'measure="1"', period({ days: WHOLE, target: "10", actual: "5" })), {
          start,
        }),
      );
      const seen = await inspected(path);
      expect(seen.project.startDate).toBeNull();
      expect(seen.findings).toContainEqual(
        expect.objectContaining({ code: "iati-date-unreadable", found: start }),
      );
      expect((await cadre("inspect", path)).exit).toBe(0);
      const out = at("bad-date.json");
      expect((await cadre("convert", path, "--to", "json", "--out", out)).exit).toBe(0);
      expect((await cadre("inspect", out)).exit).toBe(0);
    }
  });

  it("changes one value where one value was changed", async () => {
    const path = file("edit.xml", annual());
    const edited = at("edit.json");
    await cadre("convert", path, "--to", "json", "--out", edited);
    const document = json(readFileSync(edited, "utf8"));
    document.outcomes[0].outputs[0].indicators[0].actual.value.value += 7;
    const changed = file("changed.json", JSON.stringify(document));
    const out = at("changed.xml");
    expect((await cadre("convert", changed, "--to", "iati", "--out", out)).exit).toBe(0);
    const xml = readFileSync(out, "utf8");
    const found = (text: string) =>
      [...text.matchAll(/(iso-date|value|year)="([^"]*)"/g)].map(([all]) => all);
    const [before, after] = [found(annual()), found(xml)];
    expect(after).toHaveLength(before.length);
    expect(after.filter((each, nth) => each !== before[nth])).toEqual(['value="67"']);
    expect(
      json((await cadre("check", out, "--xsd", "--json")).out).filter(
        ({ code }: { code: string }) => code === "iati-xsd",
      ),
    ).toEqual([]);
  });
});

describe("what other tools write: tables", () => {
  it("an axis of whole numbers in Parquet is an axis", async () => {
    const fw = file("fw12.json", JSON.stringify(framework(["1", "2"])));
    const bytes = readFileSync(new URL("../../exchange/test/samples/int-axis.parquet", import.meta.url));
    const { out } = await cadre("compute", fw, file("int.parquet", bytes), "--by", "sex", "--json");
    expect(json(out)[0].value).toBe(15);
    expect(json(out)[0].cells.map(({ value }: { value: number }) => value)).toEqual([10, 5]);
  });

  it("has nothing against a column without a name and without values", async () => {
    for (const text of [
      "indicator,period,value,\n1.1.1,2015,12,\n",
      "sep=;\nindicator;period;;value\n1.1.1;2015;;12\n",
    ]) {
      const { out, exit } = await cadre("compute", FW(), file("comma.csv", text), "--json");
      expect([exit, json(out)[0].value]).toEqual([0, 12]);
    }
    const named = await cadre(
      "compute",
      FW(),
      file("x.csv", "indicator,period,value,\n1.1.1,2015,12,7\n"),
      "--json",
    );
    expect(named.exit).toBe(1);
    expect(named.error).toContain("2");
  });

  it("names the hashtag that is wrong", async () => {
    const path = file(
      "hxl.csv",
      "I,P,F,M\n#indicator+code,#date+period,#indicator+value+f+2014,#indicator+value+m\n1.1.1,2015,10,5\n",
    );
    const { exit, error } = await cadre("compute", FW(), path);
    expect(exit).toBe(1);
    expect(error).toContain("+2014");
  });
});

describe("what other tools write: DHIS2 and KoboToolbox", () => {
  const mapping = () =>
    file(
      "dhis2-map.json",
      '{"format":"cadre/dhis2-mapping","version":1,"dataElements":{"de1":{"indicator":"1.1.1"}}}',
    );
  const value = (more: object) => ({
    dataElement: "de1",
    period: "2015",
    orgUnit: "ou1",
    value: "20",
    ...more,
  });

  it("null is the same as absent", async () => {
    const path = file(
      "null.json",
      JSON.stringify({
        period: null,
        dataValues: [
          value({ comment: null, storedBy: null, categoryOptionCombo: null, deleted: null }),
          value({ orgUnit: "ou2", value: "5", followup: null }),
        ],
      }),
    );
    const { out, exit } = await cadre("compute", FW(), path, "--mapping", mapping(), "--json");
    expect([exit, json(out)[0].value]).toEqual([0, 25]);
  });

  it("exits with 1 where nothing was read, and knows every kind of period", async () => {
    const path = file(
      "periods.json",
      JSON.stringify({
        dataValues: ["2015NovS1", "2015-01", "2015SunW2"].map((period) => value({ period })),
      }),
    );
    const { exit, error } = await cadre("compute", FW(), path, "--mapping", mapping(), "--json");
    expect(exit).toBe(1);
    expect(error).toMatch(/2014-11-01|2015-04-30/);
  });

  it("a page with a next one is not the whole", async () => {
    const form = file(
      "form.json",
      '{"content":{"survey":[{"type":"date","name":"day","label":"Day"},{"type":"integer","name":"n","label":"People"}]}}',
    );
    const map = file(
      "kobo-map.json",
      // With the keys that mapping documents had before: agencies have such files.
      '{"format":"cadre/kobo-mapping","version":1,"date":"day","indicators":[{"indicator":"1.1.1","figure":{"sum":"n"},"cells":{}}]}',
    );
    const page = (more: object) =>
      JSON.stringify({
        count: 5,
        next: "https://kobo.example/api/v2/assets/x/data/?limit=2&start=2",
        previous: null,
        results: [
          { _id: 1, _submission_time: "2015-02-01T10:00:00", day: "2015-02-01", n: "10" },
          { _id: 2, _submission_time: "2015-02-01T10:00:00", day: "2015-02-01", n: "5" },
        ],
        ...more,
      });
    const run = (text: string) =>
      cadre("compute", FW(), file("page.json", text), "--mapping", map, "--form", form, "--json");
    const incomplete = await run(page({}));
    expect(incomplete.exit).toBe(1);
    expect(incomplete.error).toMatch(/2.*5/);
    const whole = await run(page({ count: 2, next: null }));
    expect([whole.exit, json(whole.out)[0].value]).toEqual([0, 15]);
    const twice = JSON.parse(page({ count: 2, next: null }));
    twice.results.push(twice.results[0]);
    expect(json((await run(JSON.stringify({ ...twice, count: 3 }))).out)[0].value).toBe(15);
  });
});

describe("a server in the place of a file", () => {
  it("is read page by page, with the token of the environment", async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.headers.authorization);
      const next = request.url?.includes("start=1") ? null : `${base}/data.json?start=1`;
      const results = [{ _id: next === null ? 2 : 1, day: "2015-02-01", n: "5" }];
      response.end(JSON.stringify({ count: 2, next, results }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const form = file("form.json", '{"survey":[{"type":"date","name":"day"},{"type":"integer","name":"n"}]}');
    const map = file(
      "kobo-map.json",
      '{"format":"cadre/kobo-mapping","version":1,"date":"day","indicators":[{"indicator":"1.1.1","value":{"sum":"n"}}]}',
    );
    process.env.CADRE_AUTHORIZATION = "Token abc";
    try {
      const { exit, out } = await cadre(
        ...["compute", FW(), `${base}/data.json`, "--mapping", map, "--form", form, "--json"],
      );
      expect([exit, json(out)[0].value]).toEqual([0, 10]);
      expect(asked).toEqual(["Token abc", "Token abc"]);
    } finally {
      delete process.env.CADRE_AUTHORIZATION;
      server.close();
    }
  });
});
