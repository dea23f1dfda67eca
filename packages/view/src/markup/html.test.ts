import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText, html, jsonForScript, textOf, trusted } from "./html.ts";

describe("a template of markup", () => {
  it("escapes text wherever it is", () => {
    const hostile = `"><script>alert('x')</script>&amp;`;
    expect(textOf(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      `<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</p>`,
    );
  });

  it("puts markup in as it is, lists one after the other, and nothing for nothing", () => {
    expect(
      textOf(html`<ul>${[1, 2].map((each) => html`<li>${each}</li>`)}${null}${false}${undefined}</ul>`),
    ).toBe("<ul><li>1</li><li>2</li></ul>");
  });

  it("takes nothing that only looks like markup", () => {
    const forged = JSON.parse(JSON.stringify(trusted("<b>")));
    expect(() => textOf(html`${forged}`)).toThrow();
  });

  it("leaves nothing of any text that opens or ends anything", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeText(text)).not.toMatch(/[<>"']/);
        expect([...escapeText(text)].filter((sign) => sign < " " && !"\t\n\r".includes(sign))).toEqual([]);
      }),
    );
  });
});

describe("JSON in a page", () => {
  it("cannot end its element, and reads back as it was", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("", "</script><script>", "<!--", "\u2028"),
        (value, more) => {
          const text = textOf(jsonForScript({ value, more }));
          expect(text).not.toMatch(/[<>\u2028\u2029]/);
          expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ value, more })));
        },
      ),
    );
  });
});
