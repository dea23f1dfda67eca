import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A file system of a given size. */
export interface SmallDisk {
  path: string;
  grow: (size: string) => void;
  /** Takes all space that is free; the result gives it back. */
  fill: () => () => void;
  remove: () => void;
}

/** A file system of a given size in memory (tmpfs); `null` where this user may not mount one. */
export function smallDisk(path: string, size: string): SmallDisk | null {
  mkdirSync(path);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=0755`, "tmpfs", path], {
      stdio: "ignore",
    });
  } catch {
    return null;
  }
  let fillers = 0;
  return {
    path,
    grow: (larger) => execFileSync("mount", ["-o", `remount,size=${larger}`, path]),
    fill: () => {
      fillers += 1;
      const filler = join(path, `filler-${fillers}`);
      const file = openSync(filler, "w");
      for (const bytes of [2 ** 20, 4096])
        try {
          for (;;) writeSync(file, new Uint8Array(bytes));
        } catch {
          // No space is left for so many.
        }
      closeSync(file);
      return () => rmSync(filler, { force: true });
    },
    remove: () => execFileSync("umount", ["--lazy", path]),
  };
}
