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

/** `72,000` and `1.500` as amounts: no currency has three decimals here, so the sign separates thousands. */
export const plainThousands = (text: string): string =>
  text.replace(/(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,])/, (digits) =>
    new Set(digits.replace(/\d/g, "")).size === 1 ? digits.replace(/[.,]/g, "") : digits,
  );
