import { existsSync, readFileSync } from "node:fs";
import { inspect } from "@cadre/core/results";
import { readReport } from "@cadre/documents";
import type { Bench } from "./harness.ts";
import { measure } from "./harness.ts";

const REPORTS = ["../../../shared/reports/mali-2020.fr.txt", "../../examples/mali-2020/report.fr.txt"];

/** Reading a report of 680 lines, warm: bytes to a framework document with its findings. */
export const read: Bench = {
  about: "reads a French progress report (the real one where it is at hand)",
  n: 1,
  run: (n) => {
    const file = REPORTS.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
    if (file === undefined) throw new Error("no report to read");
    const bytes = readFileSync(file);
    const once = readReport(bytes);
    if (!once.ok) throw new Error(once.problems[0]?.message.en);
    const repeat = (work: () => unknown) => () => {
      for (let round = 0; round < n; round += 1) work();
    };
    const results = measure(
      [
        {
          impl: "decode and split into lines",
          run: repeat(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes).split("\n")),
        },
        { impl: "readReport", run: repeat(() => readReport(bytes)) },
        {
          impl: "readReport and inspect",
          run: repeat(() => {
            const result = readReport(bytes);
            if (result.ok) inspect(result.value);
          }),
        },
      ],
      31,
      20,
    );
    return { name: "read", n, results, notes: [`${bytes.length} bytes, ${file.pathname.split("/").at(-1)}`] };
  },
};
