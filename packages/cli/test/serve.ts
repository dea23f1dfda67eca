import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../src/bin.ts", import.meta.url));

/** For tests: runs the service until `use` is done with it. */
export async function served(
  args: string[],
  use: (address: string, out: () => string) => Promise<void>,
  env: Record<string, string> = {},
): Promise<number | null> {
  const child = spawn(process.execPath, ["--conditions=cadre-source", BIN, "serve", "--port", "0", ...args], {
    env: { ...process.env, LC_ALL: "C", NODE_OPTIONS: "", ...env },
  });
  let [out, error] = ["", ""];
  child.stdout.on("data", (data) => {
    out += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (data) => {
      error += data;
      const found = /serving at (\S+);/.exec(error)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(error)));
  });
  try {
    await use(address, () => out);
  } finally {
    child.kill("SIGINT");
  }
  return ended;
}
