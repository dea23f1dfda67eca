/** How often somebody may ask: so many requests at once, and so many a second after that. */
export interface RateLimit {
  burst: number;
  perSecond: number;
}

/** A bucket of tokens for each who asks. Whoever has not asked for long is forgotten, so that memory stays bounded. */
export function rateLimiter({ burst, perSecond }: RateLimit, clock: () => number = Date.now) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const full = (burst / perSecond) * 1000;
  /** Seconds to wait until a request is welcome; 0: it is. */
  return (who: string): number => {
    const now = clock();
    if (buckets.size > 10_000)
      for (const [name, { at }] of buckets) if (now - at > full) buckets.delete(name);
    const bucket = buckets.get(who) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) * perSecond) / 1000);
    bucket.at = now;
    buckets.set(who, bucket);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.ceil((1 - bucket.tokens) / perSecond);
  };
}
