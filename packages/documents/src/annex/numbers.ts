/** A decimal shifted by two places without a product: 0.357 → 35.7. */
export const timesHundred = (value: number): number => {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + 2}`);
};
/** 35.7 → 0.357. */
export const perHundred = (value: number): number => {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) - 2}`);
};
