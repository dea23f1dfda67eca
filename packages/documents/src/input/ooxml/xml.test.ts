import { describe, expect, it } from "vitest";
import { readXml } from "./xml.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const events = (xml: string | Uint8Array) => {
  const seen: string[] = [];
  const result = readXml("word/document.xml", typeof xml === "string" ? new TextEncoder().encode(xml) : xml, {
    open: (name, attributes) => seen.push(`<${name} ${JSON.stringify(attributes)}`),
    close: (name) => seen.push(`>${name}`),
    text: (text) => seen.push(text),
  });
  return result.ok ? seen : result.problems[0];
};

describe("readXml", () => {
  it("gives elements, attributes and text by canonical names", () => {
    expect(events(`<w:p xmlns:w="${W}"><w:r w:val="1">a &amp; &#233;<![CDATA[<b>]]></w:r></w:p>`)).toEqual([
      `<w:p {"xmlns:w":"${W}"}`,
      '<w:r {"w:val":"1"}',
      "a & é",
      "<b>",
      ">w:r",
      ">w:p",
    ]);
  });

  it("does not care which prefixes a file uses, nor which edition of the standard", () => {
    const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    expect(events(`<p xmlns="${strict}"><q:r xmlns:q="${strict}" q:val="1" z="2"/></p>`)).toEqual([
      `<w:p {"xmlns":"${strict}"}`,
      `<w:r {"xmlns:q":"${strict}","w:val":"1","z":"2"}`,
      ">w:r",
      ">w:p",
    ]);
    expect(events('<w:p xmlns:w="urn:other" w:val="1"/>')).toEqual([
      '<{urn:other}p {"xmlns:w":"urn:other","{urn:other}val":"1"}',
      ">{urn:other}p",
    ]);
  });

  it("reads UTF-16 by its mark", () => {
    const text = "\ufeff<a>é</a>";
    const bytes = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
    expect(events(bytes)).toEqual(["<a {}", "é", ">a"]);
  });

  it.each([
    ["internal entities", '<!DOCTYPE a [<!ENTITY l "ll"><!ENTITY m "&l;&l;">]><a>&m;</a>'],
    ["an external entity", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ["an external document type", '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>'],
  ])("refuses %s before anything is expanded", (_, xml) => {
    expect(events(xml)).toMatchObject({ code: "xml-doctype", where: { path: "word/document.xml" } });
  });

  it.each([
    ["an unknown entity", "<a>&nbsp;</a>"],
    ["elements that cross", "<a><b></a></b>"],
    ["a cut off part", "<a><b>text"],
    ["nothing", ""],
    ["another encoding", Uint8Array.of(0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e)],
    ["elements nested without end", "<a>".repeat(1001)],
    ["two attributes of one name", '<a b="1" b="2"/>'],
  ])("refuses %s", (_, xml) => {
    expect(events(xml)).toMatchObject({ code: "xml-broken" });
  });

  it("a handler's own error passes through", () => {
    const fail = () => {
      throw new TypeError("ours");
    };
    const bytes = new TextEncoder().encode("<a/>");
    expect(() => readXml("a", bytes, { open: fail, close: fail, text: fail })).toThrow(TypeError);
  });
});
