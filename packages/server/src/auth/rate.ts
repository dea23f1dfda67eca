/** A limit of requests: a burst, and then a number per second. */
export interface RateLimit {
  /** Requests at once, after a pause. */
  burst: number;
  /** Requests a second, in the long run. */
  perSecond: number;
}

/** Buckets that are kept; beyond, the one that was used least recently is dropped. */
const MAX_BUCKETS = 10_000;

/** Token buckets by name, in bounded memory. Returns the seconds to wait before a request is accepted; 0: it is. */
export function rateLimiter({ burst, perSecond }: RateLimit, clock: () => number = Date.now) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (name: string): number => {
    const now = clock();
    const bucket = buckets.get(name) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) * perSecond) / 1000);
    bucket.at = now;
    // Reinserted, so that the map's order is that of use.
    buckets.delete(name);
    buckets.set(name, bucket);
    if (buckets.size > MAX_BUCKETS)
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest);
        break;
      }
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.ceil((1 - bucket.tokens) / perSecond);
  };
}
