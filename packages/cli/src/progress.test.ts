import { describe, expect, it, vi } from "vitest";
import type { Terminal } from "./commands/command.ts";
import { followed, secondsLeft } from "./progress.ts";

const terminal = (interactive: boolean, lines: (string | null)[]): Terminal => ({
  out: () => {},
  error: () => {},
  width: 80,
  color: false,
  interactive,
  language: "en",
  progress: (line) => lines.push(line),
});

describe("an estimate", () => {
  it("goes on as so far, and is none while it would be a guess", () => {
    expect(secondsLeft(0.25, 10_000)).toBe(30);
    expect(secondsLeft(0.999, 10_000)).toBe(1);
    expect(secondsLeft(0.25, 500)).toBeNull();
    expect(secondsLeft(0.001, 10_000)).toBeNull();
    expect(secondsLeft(1, 10_000)).toBeNull();
  });
});

describe("progress", () => {
  it("is drawn with an estimate where somebody watches", () => {
    vi.useFakeTimers();
    try {
      const lines: (string | null)[] = [];
      const follow = followed(terminal(true, lines), "en");
      follow(0.1, 1000);
      follow(0.11, 1100);
      vi.advanceTimersByTime(5000);
      follow(0.5, 5000);
      follow(1, 10_000);
      expect(lines).toHaveLength(3);
      expect(lines[0]).toBe("███░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%  1,000 rows");
      expect(lines[1]).toMatch(/ 50% {2}5,000 rows {2}about 5 s left$/);
      expect(lines[2]).toMatch(/100% {2}10,000 rows$/);
    } finally {
      vi.useRealTimers();
    }
  });

  it("is quiet without a terminal; asked for, it writes a line at each tenth", () => {
    const [quiet, asked]: [(string | null)[], (string | null)[]] = [[], []];
    const report = followed(terminal(false, asked), "fr", true);
    const hush = followed(terminal(false, quiet), "fr");
    for (let row = 0; row <= 1000; row += 1) {
      hush(row / 1000, row);
      report(row / 1000, row);
    }
    expect(quiet).toEqual([]);
    expect(asked).toHaveLength(11);
  });
});
