/** Values of more decimals than this are taken for binary fractions. */
export const MAX_DECIMALS = 9;
/** Marks a number that is no short decimal, such as 1/3. */
export const NO_DECIMAL = MAX_DECIMALS + 1;

const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
export const powerOfTen = (exponent: number): number => POWERS[exponent] ?? Number.NaN;

/**
 * Decimals of up to 15 digits: as many units of 10⁻ᵏ as a double times 10ᵏ is sure to be rounded to the right one of. Beyond it the
 * product's own rounding may reach the next.
 */
export const MAX_UNITS = 1e15;

/**
 * How many decimals a number was written with, 0 to {@link MAX_DECIMALS}, else {@link NO_DECIMAL}. What is tested is that the
 * whole number of 10⁻ᵏ divided by 10ᵏ is that very double, which correct rounding grants to every decimal of at most
 * {@link MAX_UNITS}.
 */
export function decimalsIn(value: number, atLeast = 0): number {
  for (let exponent = atLeast; exponent <= MAX_DECIMALS; exponent += 1) {
    const power = powerOfTen(exponent);
    const whole = Math.round(value * power);
    if (whole / power === value && Math.abs(whole) <= MAX_UNITS) return exponent;
  }
  return NO_DECIMAL;
}

/** The shortest decimal that reads back as a finite number: `1.25e-7` → [125n, 9], its digits ÷ 10⁹. */
export function asPrinted(number: number): [digits: bigint, decimals: number] {
  const [mantissa = "", exponent = "0"] = String(number).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const decimals = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return decimals < 0 ? [digits * 10n ** BigInt(-decimals), 0] : [digits, decimals];
}
