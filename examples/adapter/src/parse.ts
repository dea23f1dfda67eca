import { type Problem, parseWith, type Result, refuse } from "@cadre/core";
import { Horizon, MAX_BYTES } from "./horizon.ts";

const problem = (code: string, en: string, fr: string, found: string, expected: string): Problem => ({
  code,
  where: { path: "file" },
  message: { en, fr },
  found,
  expected,
});

/** From bytes to a validated document, or the reasons why there is none. Nothing half-valid gets through, and nothing throws. */
export function parseHorizon(bytes: Uint8Array): Result<Horizon> {
  if (bytes.length > MAX_BYTES)
    return refuse(
      problem(
        "horizon-too-large",
        `The file has ${bytes.length} bytes.`,
        `Le fichier a ${bytes.length} octets.`,
        String(bytes.length),
        `at most ${MAX_BYTES}`,
      ),
    );
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 80) : "";
    return refuse(
      problem(
        "horizon-not-json",
        "This is not JSON in UTF-8.",
        "Ce n’est pas du JSON en UTF-8.",
        reason,
        "JSON in UTF-8",
      ),
    );
  }
  return parseWith(Horizon, json, "horizon-invalid");
}
