import { formatNumber } from "./format.ts";
import type { DisplayLanguage } from "./language.ts";
import { fallbackOf } from "./text-in.ts";

const YES_NO = { en: ["no", "yes"], fr: ["non", "oui"] } as const;
const COLON = { en: ": ", fr: "\u00a0: " } as const;
const SEPARATOR = { en: "; ", fr: "\u00a0; " } as const;

/** What an agency's own event records beside date, causes and reference: `ballot: local; stations: 1,200`. Names are as the profile has them. */
export const formatDetails = (
  details: Readonly<Record<string, string | number | boolean | null>>,
  { language }: { language: DisplayLanguage },
): string => {
  const words = fallbackOf(language);
  return Object.entries(details)
    .map(([name, value]) => {
      const text =
        typeof value === "number"
          ? formatNumber(value, { language })
          : typeof value === "boolean"
            ? YES_NO[words][Number(value)]
            : (value ?? "–");
      return `${name}${COLON[words]}${text}`;
    })
    .join(SEPARATOR[words]);
};
