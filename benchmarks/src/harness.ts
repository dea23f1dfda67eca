/** One way of doing the work. */
export interface Contender {
  impl: string;
  run: () => unknown;
  /** Prepares a round; not timed. */
  before?: () => void;
}

/** What `pnpm bench NAME --json` prints: medians in milliseconds, ratios to the first row. */
export interface Measured {
  name: string;
  n: number;
  results: { impl: string; medianMs: number; ratio: number }[];
  /** What a person should know to read the values. */
  notes?: string[];
}

/** One benchmark: a file of its own beside this one. */
export interface Bench {
  about: string;
  /** How large the work is. `--n` overrides it. */
  n: number;
  run: (n: number) => Promise<Measured> | Measured;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1 + (sorted.length % 2)] ?? Number.NaN, sorted[middle] ?? Number.NaN];
  return (low + high) / 2;
}

/** Times contenders in interleaved rounds in this process, so that a change of the machine's speed meets all of them. */
export function measure(
  contenders: readonly Contender[],
  rounds = 15,
  warmUp = 5,
): { impl: string; medianMs: number; ratio: number }[] {
  const times = contenders.map(() => [] as number[]);
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [index, { run, before }] of contenders.entries()) {
      before?.();
      const start = performance.now();
      run();
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  const medians = times.map(median);
  const first = medians[0] ?? Number.NaN;
  return contenders.map(({ impl }, index) => {
    const medianMs = medians[index] ?? Number.NaN;
    return { impl, medianMs, ratio: medianMs / first };
  });
}

/** The table that a person reads. */
export function table({ name, n, results, notes = [] }: Measured): string {
  const width = Math.max(...results.map(({ impl }) => impl.length), 4);
  const rows = results.map(
    ({ impl, medianMs, ratio }) =>
      `${impl.padEnd(width)}  ${medianMs.toFixed(3).padStart(12)}  ${ratio.toFixed(2).padStart(9)}`,
  );
  return [
    `${name}, n = ${n.toLocaleString("en")}`,
    `${"".padEnd(width)}  ${"median ms".padStart(12)}  ${"ratio".padStart(9)}`,
    ...rows,
    ...notes.map((note) => `  ${note}`),
  ].join("\n");
}

/** As {@link measure}, for contenders that answer later; slow ones take part in fewer rounds, and still between the others'. */
export async function measureAsync(
  contenders: readonly (Contender & { every?: number })[],
  rounds = 15,
  warmUp = 3,
): Promise<{ impl: string; medianMs: number; ratio: number }[]> {
  const times = contenders.map(() => [] as number[]);
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [index, { run, every = 1 }] of contenders.entries()) {
      if (round % every !== 0) continue;
      const start = performance.now();
      await run();
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  const medians = times.map(median);
  const first = medians[0] ?? Number.NaN;
  return contenders.map(({ impl }, index) => {
    const medianMs = medians[index] ?? Number.NaN;
    return { impl, medianMs, ratio: medianMs / first };
  });
}
