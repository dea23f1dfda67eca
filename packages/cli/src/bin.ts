#!/usr/bin/env node
import { run } from "./run.ts";

const { env, stdout, stderr, argv } = process;
const wanted = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";

// A reader that closes the pipe early (`| head`) has seen enough.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(argv.slice(2), {
  out: (text) => stdout.write(`${text}\n`),
  error: (text) => stderr.write(`${text}\n`),
  width: stdout.columns,
  color: stdout.isTTY === true && stdout.hasColors() && env.NO_COLOR === undefined,
  language: wanted.startsWith("fr") ? "fr" : "en",
});
