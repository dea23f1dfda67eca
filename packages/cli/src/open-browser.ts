import { spawn } from "node:child_process";
import { platform } from "node:process";

/** What opens an address in the user's browser, by system. `BROWSER` goes first, as other programs have it. */
function openerFor(address: string): [program: string, ...args: string[]] {
  const { BROWSER } = process.env;
  if (BROWSER !== undefined && BROWSER !== "") return [BROWSER, address];
  if (platform === "darwin") return ["open", address];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler", address];
  return ["xdg-open", address];
}

/** Opens an address in the browser. Where there is none, nothing happens: the address was printed. */
export function openInBrowser(address: string): void {
  const [program, ...args] = openerFor(address);
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
