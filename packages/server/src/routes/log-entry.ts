/** An entry of the log. It has no header and no body, and errors without secrets. */
export interface LogEntry {
  /** When the answer began: ISO 8601 in UTC. */
  time: string;
  /** `error` with a status of 500 or above. */
  level: "info" | "error";
  /** The answer's `X-Request-Id`. */
  requestId: string;
  /** HTTP method. */
  method: string;
  /** Path of the address, without its query. */
  path: string;
  /** HTTP status. */
  status: number;
  /** Milliseconds until the answer began. */
  ms: number;
  /** The holder of the request's key, or `null`. */
  actor: string | null;
  /** The error behind a status of 500 or 503. */
  error?: {
    /** Class of the error. */
    name: string;
    /** What it says, without secrets. */
    message: string;
    /** Where it was thrown, without secrets. */
    stack: string;
  };
}

/** Secrets of keys, credentials in headers and addresses. */
const SECRETS: [RegExp, string][] = [
  [/cadre_[\w-]{20,}/g, "cadre_…"],
  [/\b(Bearer|Basic) +[^\s"']+/gi, "$1 …"],
  [/:\/\/[^\s/@:]+:[^\s/@]+@/g, "://…@"],
  [/\b(password|passwd|pwd|secret|token)(["']?\s*[=:]\s*["']?)[^\s"',;]+/gi, "$1$2…"],
];
const MAX_TEXT = 4_000;

const withoutSecrets = (text: string): string =>
  SECRETS.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), text.slice(0, MAX_TEXT));

/** An error for the log: message and stack, with those of its causes, without secrets. */
export function errorEntry(error: Error): Pick<LogEntry, "error"> {
  const stacks: string[] = [];
  for (let each: unknown = error; each instanceof Error && stacks.length < 4; each = each.cause)
    stacks.push(each.stack ?? each.message);
  return {
    error: {
      name: error.name,
      message: withoutSecrets(error.message),
      stack: withoutSecrets(stacks.join("\ncaused by ")),
    },
  };
}
