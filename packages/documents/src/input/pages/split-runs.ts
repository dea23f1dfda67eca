import { weightOf } from "./lines.ts";
import type { Rule, TextRun } from "./page.ts";

/** Pages with more vertical rules are drawings. */
const MAX_VERTICAL = 2000;
/** How far from a rule the space may be estimated that the rule is in, in heights of the font. */
const NEAR_RULE = 2;

/** The space of a run that is nearest to `x`, by the usual widths of its letters; `null` where none is near. */
function spaceAt({ text, left, right, height }: TextRun, x: number): number | null {
  const scale = (right - left) / Math.max(0.1, weightOf(text));
  let best: { index: number; distance: number } | null = null;
  let position = left;
  for (let index = 0; index < text.length; index += 1) {
    const width = weightOf(text[index] ?? "") * scale;
    if (text[index] === " ") {
      const distance = Math.abs(position + width / 2 - x);
      if (best === null || distance < best.distance) best = { index, distance };
    }
    position += width;
  }
  return best !== null && best.distance <= NEAR_RULE * height ? best.index : null;
}

/** Cuts runs at the vertical rules that go through a space of theirs: narrow cells side by side come as one run. */
export function splitAtRules(runs: readonly TextRun[], rules: readonly Rule[]): TextRun[] {
  const vertical = rules.filter(({ left, right, top, bottom }) => left === right && bottom > top);
  if (vertical.length === 0 || vertical.length > MAX_VERTICAL) return [...runs];
  return runs.flatMap((run) => {
    if (!run.text.trim().includes(" ")) return [run];
    const middle = run.y - run.height / 3;
    const crossed = vertical
      .filter(
        ({ left, top, bottom }) =>
          left > run.left + run.height / 4 &&
          left < run.right - run.height / 4 &&
          top <= middle &&
          middle <= bottom,
      )
      .map(({ left }) => left)
      .sort((a, b) => a - b);
    const pieces: TextRun[] = [];
    let rest = run;
    for (const x of crossed) {
      const index = spaceAt(rest, x);
      if (index === null || x <= rest.left) continue;
      pieces.push({ ...rest, text: rest.text.slice(0, index), right: x - 0.5 });
      rest = { ...rest, text: rest.text.slice(index + 1), left: x + 0.5 };
    }
    return [...pieces, rest];
  });
}
