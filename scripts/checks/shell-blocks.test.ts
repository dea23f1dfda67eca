import { expect, it } from "vitest";
import { commandsOf, filesOf } from "./shell-blocks.ts";

it("finds the commands of a page as a reader types them, without their comments", () => {
  const page = [
    "cadre in a sentence",
    "```sh",
    "npm install --global @cadre/cli",
    "cadre check report.txt   # findings; exit 1",
    "npx pnpm --silent cadre key cora --role viewer > keys.json",
    "```",
    "```ts run",
    "cadre not(a, command)",
    "```",
    "```",
    "cadre inspect report.docx",
    "```",
  ].join("\n");
  expect(commandsOf(page)).toEqual([
    "cadre check report.txt",
    "cadre key cora --role viewer > keys.json",
    "cadre inspect report.docx",
  ]);
});

it("finds the files that the blocks of a page make", () => {
  const page = ["```sh", "cat > rows.csv <<'CSV'", "a,b", "1,2", "CSV", "cadre check rows.csv", "```"].join(
    "\n",
  );
  expect(filesOf(page)).toEqual([["rows.csv", "a,b\n1,2\n"]]);
  expect(commandsOf(page)).toEqual(["cadre check rows.csv"]);
});
