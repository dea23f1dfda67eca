import { describe, expect, it } from "vitest";
import { looseOf, programsOf, unlike } from "./code-blocks.ts";

const block = (head: string, text: string) => `\`\`\`${head}\n${text}\n\`\`\`\n`;

describe("blocks that are run", () => {
  it("makes one program of what goes on, and keeps what is alone apart", () => {
    const page = [
      block("js run new", "a();"),
      block("text prints", "1"),
      block("ts run", "alone();"),
      block("js", "shown();"),
      block("js run on", "b();"),
      block("text", "no promise"),
    ].join("\n");
    expect(programsOf(page)).toEqual([
      {
        language: "js",
        isolated: true,
        blocks: [
          { code: "a();\n", prints: "1\n" },
          { code: "b();\n", prints: null },
        ],
      },
      { language: "ts", isolated: false, blocks: [{ code: "alone();\n", prints: null }] },
    ]);
  });

  it("refuses what goes on where nothing has begun", () => {
    expect(() => programsOf(block("js run on", "b();"))).toThrow("none has begun");
    expect(() => programsOf(block("js run new", "a();") + block("ts run on", "b();"))).toThrow(
      "none has begun",
    );
  });

  it("says what is printed otherwise than the page says, and what is not printed at all", () => {
    const [program] = programsOf(
      block("js run new", "a();") +
        block("text prints", "1") +
        block("js run on", "b();") +
        block("text prints", "2"),
    );
    if (program === undefined) throw new Error("no program");
    expect(unlike(program, ["1\n", "\n2"])).toBe("");
    expect(unlike(program, ["1\n", "3"])).toContain("block 2 should print\n2");
    expect(unlike(program, ["1"])).toContain("block 2");
  });
});

it("finds the blocks of code that nobody runs or checks", () => {
  const held = ["ts run", "ts run new", "js run on", "cjs run", "ts check", "text prints", "sh", "json", ""];
  expect(looseOf(held.map((head) => block(head, "a();")).join("\n"))).toEqual([]);
  const loose = [
    "ts",
    "js",
    "cjs",
    "mjs",
    "tsx",
    "typescript",
    "ts  run",
    "js check",
    "ts runs",
    "cjs run on",
  ];
  expect(loose.filter((head) => looseOf(block(head, "a();")).length === 1)).toEqual(loose);
});
