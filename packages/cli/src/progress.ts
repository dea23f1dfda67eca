import { formatNumber, formatPercent, type Language } from "@cadre/core";
import type { Terminal } from "./commands/command.ts";
import { MESSAGES } from "./messages.ts";
import { bar } from "./output/layout.ts";

/** Reports how much of a task is done, as a fraction, and how many rows that were. */
export type Follow = (share: number, rows: number) => void;

const INTERVAL_MS = 100;
/** An estimate before this much time and this share has passed would be a guess. */
const [SURE_AFTER_MS, SURE_AFTER_SHARE] = [1000, 0.02];

/** The remaining time at the present rate; `null` where too little is done to estimate it. */
export function secondsLeft(share: number, elapsedMs: number): number | null {
  if (elapsedMs < SURE_AFTER_MS || share < SURE_AFTER_SHARE || share >= 1) return null;
  return Math.max(1, Math.round((elapsedMs * (1 - share)) / share / 1000));
}

/**
 * Shows how far a long task has come and how long it will still take: on a terminal a bar that is drawn over ten times a second; elsewhere
 * nothing, or, where it was asked for, a line at each tenth.
 */
export function followed(terminal: Terminal, language: Language, asked = false): Follow {
  if (!terminal.interactive && !asked) return () => {};
  const start = Date.now();
  let [lastTime, lastTenth] = [0, -1];
  return (share, rows) => {
    const whole = Math.min(1, share);
    const [now, tenth] = [Date.now(), Math.floor(whole * 10)];
    if (terminal.interactive ? whole < 1 && now - lastTime < INTERVAL_MS : tenth === lastTenth) return;
    lastTime = now;
    lastTenth = tenth;
    const left = secondsLeft(whole, now - start);
    terminal.progress?.(
      [
        `${bar(whole, 30)} ${formatPercent(whole, { language, decimals: 0 }).padStart(5)}`,
        MESSAGES[language].rows(rows),
        ...(left === null ? [] : [MESSAGES[language].left(formatNumber(left, { language }))]),
      ].join("  "),
    );
  };
}
