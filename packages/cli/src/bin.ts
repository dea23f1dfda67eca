#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { clearLine, cursorTo } from "node:readline";

// Compiled code is kept from one call to the next: half of what a short command does is compiling.
enableCompileCache?.();
const { run } = await import("./run.ts");

const { env, stdout, stderr, argv } = process;
const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";

// A reader that closes the pipe early (`| head`) has seen enough.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

// On a terminal the line is drawn over; elsewhere each is a line of its own.
const progress = (line: string | null) => {
  if (stderr.isTTY) {
    cursorTo(stderr, 0);
    clearLine(stderr, 0);
    if (line !== null) stderr.write(line);
  } else if (line !== null) stderr.write(`${line}\n`);
};

process.exitCode = await run(argv.slice(2), {
  out: (text) => stdout.write(`${text}\n`),
  error: (text) => stderr.write(`${text}\n`),
  width: stdout.columns,
  color: stdout.isTTY === true && stdout.hasColors() && env.NO_COLOR === undefined,
  interactive: stderr.isTTY === true,
  language: locale.startsWith("fr") ? "fr" : "en",
  progress,
  onInterrupt: (stop) => {
    process.once("SIGINT", stop);
    return () => process.off("SIGINT", stop);
  },
});
