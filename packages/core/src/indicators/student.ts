/**
 * The probability that a Student variable of `degrees` degrees of freedom lies between −t and t: the finite series of M. Abramowitz and
 * I. Stegun, *Handbook of Mathematical Functions* (26.7.3 and 26.7.4), with t = √ν·tan θ.
 */
export function studentWithin(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const odd = degrees % 2 === 1;
  const cosine = Math.cos(angle);
  let term = odd ? cosine : 1;
  let sum = 0;
  for (let power = odd ? 1 : 0; power <= degrees - 2; power += 2) {
    sum += term;
    term *= (cosine * cosine * (power + 1)) / (power + 2);
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

/** The probability that a Student variable is at most `t`. */
export const studentBelow = (t: number, degrees: number): number =>
  0.5 + (Math.sign(t) * studentWithin(Math.abs(t), degrees)) / 2;
