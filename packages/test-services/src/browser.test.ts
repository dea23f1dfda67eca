import { describe, expect, it } from "vitest";
import { findChromium, howToInstall, type Machine } from "./browser.ts";

const machine = (change: Partial<Machine> = {}, ...files: string[]): Machine => ({
  platform: "linux",
  env: { PATH: "/usr/local/bin:/usr/bin" },
  root: true,
  exists: (path) => files.includes(path),
  ...change,
});

describe("a browser is found", () => {
  it.each([
    ["/usr/bin/chromium", {}],
    ["/usr/local/bin/google-chrome", {}],
    ["/usr/bin/microsoft-edge", {}],
    ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", { platform: "darwin" }],
    [
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
      { platform: "win32", env: { "ProgramFiles(x86)": "C:\\Program Files (x86)" } },
    ],
  ] as const)("at %s", (path, change) => {
    expect(findChromium(machine(change, path))).toBe(path);
  });

  it("where a variable says, and nowhere else", () => {
    const env = { PATH: "/usr/bin", CHROME_PATH: "/opt/chrome" };
    expect(findChromium(machine({ env }, "/opt/chrome", "/usr/bin/chromium"))).toBe("/opt/chrome");
    expect(findChromium(machine({ env }, "/usr/bin/chromium"))).toBeNull();
    expect(howToInstall(machine({ env }, "/usr/bin/apt-get"))).toEqual({
      how: "no browser at CHROME_PATH=/opt/chrome: correct it or unset it",
    });
  });

  it("nowhere where there is none", () => {
    expect(findChromium(machine())).toBeNull();
  });
});

describe("a browser is installed", () => {
  it("from Debian's packages, as root", () => {
    expect(howToInstall(machine({}, "/usr/bin/apt-get"))).toMatchObject({
      commands: [["apt-get", "update", "-q"], expect.arrayContaining(["install", "chromium"])],
    });
  });

  it.each([
    ["not as somebody else", machine({ root: false }, "/usr/bin/apt-get"), "sudo apt-get install chromium"],
    ["not where it would be a snap", machine({}, "/usr/bin/apt-get", "/usr/bin/snap"), "CHROMIUM_PATH"],
    [
      "not where it was forbidden",
      machine({ env: { CADRE_NO_INSTALL: "1" } }, "/usr/bin/apt-get"),
      "apt-get",
    ],
    ["not on a Mac", machine({ platform: "darwin" }), "brew"],
    ["not on Windows", machine({ platform: "win32" }), "winget"],
  ])("%s: it says how", (_, where, reported) => {
    expect(howToInstall(where)).toEqual({ how: expect.stringContaining(reported) });
  });
});
