/** The axes that cells of a mapping name, each once. */
export const axesNamed = (cells: readonly Readonly<Record<string, unknown>>[]): string[] => [
  ...new Set(cells.flatMap((each) => Object.keys(each))),
];
