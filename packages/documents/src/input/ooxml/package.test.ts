import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openPackage, PACKAGE_LIMITS } from "./package.ts";

const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const opened = async (bytes: Uint8Array, limits = PACKAGE_LIMITS) => {
  const result = await openPackage(bytes, limits);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const refusal = async (bytes: Uint8Array, limits = PACKAGE_LIMITS) => {
  const result = await openPackage(bytes, limits);
  return result.ok ? null : result.problems[0];
};
/** Writes a number over the sizes that the directory claims for the first entry. */
const claiming = (bytes: Uint8Array, size: number) => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const position = copy.findIndex(
    (_, index) => index + 4 <= copy.length && view.getUint32(index, true) === 0x02014b50,
  );
  view.setUint32(position + 24, size, true);
  return copy;
};

describe("openPackage", () => {
  it("gives parts by their names, whatever their case", async () => {
    const pack = await opened(zip({ "word/document.xml": "<a/>", "[Content_Types].xml": "<b/>" }));
    expect(pack.names).toEqual(["word/document.xml", "[Content_Types].xml"]);
    const part = pack.part("Word/Document.xml");
    expect(part.ok && new TextDecoder().decode(part.value)).toBe("<a/>");
    expect(pack.part("word/none.xml")).toMatchObject({ ok: false, problems: [{ code: "part-missing" }] });
  });

  it.each([["../evil.xml"], ["word/../../evil.xml"], ["/etc/passwd"], ["C:/evil.xml"], ["..\\evil.xml"]])(
    "refuses the name %s",
    async (name) => {
      expect(await refusal(zip({ "a.xml": "", [name]: "x" }))).toMatchObject({ code: "package-name" });
    },
  );

  it("refuses a name used twice in two cases", async () => {
    expect(await refusal(zip({ "word/a.xml": "1", "word/A.xml": "2" }))).toMatchObject({
      code: "package-name",
    });
  });

  it("names of prototypes are names", async () => {
    const pack = await opened(zip({ constructor: "1", "word/toString": "2" }));
    expect(pack.has("__proto__")).toBe(false);
    expect(pack.part("constructor")).toMatchObject({ ok: true });
  });

  it("refuses too many entries, too much together, and what is packed too well", async () => {
    const many = zip(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`p${index}`, "x"])));
    expect(await refusal(many, { ...PACKAGE_LIMITS, entries: 29 })).toMatchObject({
      code: "package-too-large",
      found: "30 entries",
    });
    expect(await refusal(many, { ...PACKAGE_LIMITS, totalBytes: 29 })).toMatchObject({
      code: "package-too-large",
    });
    expect(await refusal(zip({ a: "a".repeat(2_000_000) }))).toMatchObject({
      code: "package-too-large",
      found: expect.stringMatching(/times its stored size$/),
    });
  });

  it("gives no part over the limit, and says which", async () => {
    const pack = await opened(zip({ a: "a".repeat(1000) }), { ...PACKAGE_LIMITS, partBytes: 999 });
    expect(pack.part("a")).toMatchObject({
      ok: false,
      problems: [{ code: "package-too-large", found: "a of 1000 bytes" }],
    });
  });

  it("an entry that unfolds to more or less than it claims is broken", async () => {
    const bytes = zip({ a: "abc".repeat(1000) });
    for (const size of [10, 2999, 3001]) {
      const pack = await opened(claiming(bytes, size));
      expect(pack.part("a")).toMatchObject({ ok: false, problems: [{ code: "package-broken" }] });
    }
  });

  it("an entry whose bytes were changed does not match its checksum", async () => {
    const bytes = zipSync({ a: [strToU8("abcdef"), { level: 0 }] });
    const index = bytes.indexOf("d".charCodeAt(0), 30);
    bytes[index] = 0x44;
    const pack = await opened(bytes);
    expect(pack.part("a")).toMatchObject({ ok: false, problems: [{ code: "package-broken" }] });
  });

  it("cut off or spoiled anywhere, it is opened or refused, and never throws", async () => {
    const bytes = zip({ "word/document.xml": "<a>text</a>", b: "b" });
    for (let index = 0; index < bytes.length; index += 1) {
      expect(await refusal(bytes.slice(0, index))).toMatchObject({ code: "package-broken" });
      const spoiled = bytes.slice();
      spoiled[index] = (spoiled[index] ?? 0) ^ 0xff;
      const result = await openPackage(spoiled);
      if (result.ok)
        for (const name of result.value.names) expect(typeof result.value.part(name).ok).toBe("boolean");
    }
  });
});
