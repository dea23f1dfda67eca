import type { Finding } from "../diagnostics/problem.ts";
import { type FrameworkDocument, locationOf } from "../document/index.ts";
import type { Bilingual } from "../locale/index.ts";
import { type Money, toMajor } from "../values/money.ts";
import type { Hit } from "./rule.ts";

/** A hit at a path of the document, with its line where that is known. */
export function hit(
  document: FrameworkDocument,
  path: string,
  message: Bilingual,
  found: Finding["found"],
  expected: Finding["expected"] = null,
): Hit {
  return { where: locationOf(document, path), message, found, expected };
}

/** Money as messages show it. */
export const amountOf = (money: Money) => ({ amount: toMajor(money), currency: money.currency });
