/** The axes that categories of a mapping name, each once. */
export const axesNamed = (categories: readonly Readonly<Record<string, unknown>>[]): string[] => [
  ...new Set(categories.flatMap((each) => Object.keys(each))),
];
