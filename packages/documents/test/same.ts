import type { Finding, FrameworkDocument, Result } from "@cadre/core";

/** What was read. @throws Error where it was refused. */
export const read = (result: Result<FrameworkDocument>) => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
};

/** A document without what differs from format to format: lines and cells. */
export const data = (document: FrameworkDocument): unknown =>
  JSON.parse(
    JSON.stringify(document, (key, value) =>
      ["line", "lines", "cell", "locations"].includes(key) ? undefined : value,
    ),
  );

/** Rules that found something, and the path of what they speak of. */
export const rules = ({ findings }: { findings: Finding[] }): string[] =>
  findings.map(({ code, where }) => `${code} ${where.path}`);
