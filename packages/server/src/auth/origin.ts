import type { Context } from "hono";

/** Names of this machine. */
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

const hostnameOf = (origin: string): string | null => {
  try {
    return new URL(origin).hostname;
  } catch {
    return null;
  }
};

/**
 * Whether a request comes from a page of this server or from a program: its `Host` is a known name, so that no foreign name that resolves
 * to this machine (DNS rebinding) is served, and its `Origin`, where a browser sends one, is this host.
 * @param hosts known hostnames beside those of this machine.
 * @param origins other origins whose pages may ask.
 */
export function isSameOrigin(c: Context, hosts: readonly string[], origins: readonly string[] = []): boolean {
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  const hostname = hostnameOf(`http://${host}`);
  if (hostname === null || !(LOOPBACK.includes(hostname) || hosts.includes(hostname))) return false;
  return origins.includes(c.req.header("origin") ?? "") || isOwnOrigin(c);
}

/** Whether a browser that names the origin of its page names this host, and does not say that it is another site. */
export function isOwnOrigin(c: Context): boolean {
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  const origin = c.req.header("origin");
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) return false;
  return c.req.header("sec-fetch-site") !== "cross-site" || c.req.header("sec-fetch-mode") === "navigate";
}
