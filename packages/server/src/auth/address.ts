import { isIPv6 } from "node:net";
import type { Context } from "hono";

/** The connection that `@hono/node-server` hands in. */
interface NodeBindings {
  incoming?: { socket?: { remoteAddress?: string } };
}

/** An address as a limit counts it: IPv4 as it is, IPv6 by its network of 64 bits, of which one client has all addresses. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const [before = "", after = ""] = plain.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === "" ? [] : after.split(":");
  const gap = plain.includes("::") ? Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0") : [];
  return `${[...head, ...gap, ...tail].slice(0, 4).join(":")}::/64`;
}

/**
 * The network address of a client: that of the connection or, behind trusted proxies, the one that the outermost of them noted in
 * `X-Forwarded-For`. Anything further left in that header is the client's own claim.
 * @param trustedProxies number of proxies in front of the server, each of which appends to the header.
 */
export function clientAddress(c: Context, trustedProxies: number): string {
  const { incoming } = (c.env ?? {}) as NodeBindings;
  const connection = incoming?.socket?.remoteAddress ?? "unknown";
  if (trustedProxies === 0) return networkOf(connection);
  const noted = (c.req.header("x-forwarded-for") ?? "").split(",").map((each) => each.trim());
  const address = noted.at(-trustedProxies) ?? "";
  return networkOf(address === "" || address.length > 64 ? connection : address);
}
