/** Something to be done in a task of its own. */
export type Turn = () => void;

/** The next task after what was drawn so far has been shown; in a page that nobody sees, the next task. */
function afterShown(next: () => void): void {
  if (document.hidden) setTimeout(next);
  else requestAnimationFrame(() => setTimeout(next));
}

/**
 * Takes turns one by one, each in a task of its own, so that no key or click waits for what nobody sees yet. Turns that are handed in end
 * those that are still waiting.
 */
export function turnTaker(): (turns: readonly Turn[], done: () => void) => void {
  let round = 0;
  return (turns, done) => {
    round += 1;
    const own = round;
    const take = (index: number) => {
      if (own !== round) return;
      const turn = turns[index];
      if (turn === undefined) return done();
      turn();
      afterShown(() => take(index + 1));
    };
    take(0);
  };
}
