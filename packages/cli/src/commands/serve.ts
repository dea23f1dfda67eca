import { access, mkdir, readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type Finding, type FrameworkDocument, type Language, parseWith } from "@cadre/core";
import { fileNotReadable } from "@cadre/documents/internal";
import { WRITERS } from "../formats/index.ts";
import { parseJson } from "../formats/json.ts";
import { readInput } from "../input.ts";
import { MESSAGES } from "../messages.ts";
import { openInBrowser } from "../open-browser.ts";
import { watchInputs } from "../watch.ts";
import { EXIT, eachInput, profileFor, reportProblems, type Terminal } from "./command.ts";
import { type DisclosureOptions, wrongMinCell } from "./disclosure.ts";

/** What `cadre serve` takes beside its files. */
export interface ServeOptions extends DisclosureOptions {
  port: string;
  host: string;
  data?: string;
  /** Module that exports a profile. */
  profile?: string;
  keys?: string;
  /** Archives of projects, to be shown beside those in `data`. */
  archive?: string[];
  /** Read a file again whenever it changes. */
  watch?: boolean;
  /** Open the first page in the browser. */
  open?: boolean;
  lang?: Language;
}

/** Where a service can be asked from this machine alone. */
const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

/** A project's name in addresses: that of its file. */
const nameOf = (file: string): string =>
  basename(file, extname(file))
    .normalize("NFD")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "")
    .slice(0, 100) || "project";

/** The keys of a file that `cadre key` wrote, or the exit code where it cannot be read. */
async function keysOf(path: string, language: Language, terminal: Terminal) {
  // What only this command needs is loaded by it.
  const [{ ApiKey }, { z }] = [await import("@cadre/server"), await import("zod")];
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return reportProblems(path, [fileNotReadable(error)], language, terminal);
  }
  const json = parseJson(bytes);
  const keys = json.ok ? parseWith(z.array(ApiKey), json.value, "keys-invalid") : json;
  return keys.ok ? keys.value : reportProblems(path, keys.problems, language, terminal);
}

/** `cadre serve [FILE…]`: the service on this machine, until it is interrupted. */
export async function runServe(
  paths: readonly string[],
  options: ServeOptions,
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const messages = MESSAGES[language];
  const shown = terminal.own?.code ?? language;
  const { host, data } = options;
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    terminal.error(
      `cadre: --port: ${messages.found}${messages.colon} ${options.port}, ${messages.expected}${messages.colon} 0 … 65535`,
    );
    return EXIT.use;
  }
  const wrong = wrongMinCell(options, language);
  if (wrong !== null) {
    terminal.error(`cadre: ${wrong}`);
    return EXIT.use;
  }
  if (options.keys === undefined && !LOOPBACK.includes(host)) {
    terminal.error(`cadre: ${messages.keysNeeded}`);
    return EXIT.use;
  }
  const documents = new Map<string, { value: FrameworkDocument; findings: readonly Finding[] }>();
  /** What the reader noticed, by the revision that it is about. */
  const noticed = new Map<string, { revision: number; findings: readonly Finding[] }>();
  const { exit } = await eachInput(paths, language, terminal, async (file) => {
    const read = await readInput(file);
    if (!read.ok) return reportProblems(file, read.problems, language, terminal);
    documents.set(nameOf(file), read);
    return EXIT.done;
  });
  if (exit !== EXIT.done) return exit;
  for (const archive of options.archive ?? [])
    try {
      await access(archive);
    } catch (error) {
      return reportProblems(archive, [fileNotReadable(error)], language, terminal);
    }
  const keys = options.keys === undefined ? [] : await keysOf(options.keys, language, terminal);
  if (typeof keys === "number") return keys;
  const profile = await profileFor(options, language, terminal);
  if (typeof profile === "number") return profile;

  const [{ createServer, makeKey }, { listen }, engine] = await Promise.all([
    import("@cadre/server"),
    import("@cadre/server/node"),
    import("@cadre/engine"),
  ]);
  const everywhere = { agency: null, projects: "all" as const };
  // Opens the projects of the files; nobody is given its secret.
  const opener = makeKey({ id: "cadre-serve", role: "secretariat", ...everywhere }).key;
  const guest = makeKey({ id: "guest", role: "viewer", ...everywhere }).key;
  const store = async (name: string) => {
    if (data === undefined) return engine.memoryStore();
    const { sqliteStore } = await import("@cadre/engine/sqlite");
    await mkdir(data, { recursive: true });
    const own = await sqliteStore(join(data, name));
    const archives = await Promise.all((options.archive ?? []).map((path) => sqliteStore(path)));
    return engine.withArchives(own, archives);
  };
  const [events, saved] = [await store("events.sqlite"), await store("documents.sqlite")];
  const server = createServer({
    events,
    documents: saved,
    profile,
    keys: [...keys, opener],
    ...(options.keys === undefined && { anonymous: guest }),
    readerFindings: (project, revision) => {
      const last = noticed.get(project);
      return last?.revision === revision ? last.findings : [];
    },
    ...(options.minCell !== undefined && {
      // Without keys everybody is a guest, who may be anybody.
      disclosure: {
        policy: { threshold: Number(options.minCell) },
        ...(options.keys === undefined && { exempt: [] }),
      },
    }),
    writers: WRITERS.filter(({ format }) => format !== "json"),
    log: (entry) => {
      if (entry.level === "error" || !terminal.interactive) terminal.error(JSON.stringify(entry));
    },
  });
  const actor = { id: opener.id, role: opener.role, agency: null };
  const save = async (project: string, document: FrameworkDocument, findings: readonly Finding[]) => {
    const saved = await server.documents.save(project, document, { actor, key: null });
    if (saved.ok) noticed.set(project, { revision: saved.revision, findings });
  };
  for (const [project, { value, findings }] of documents) {
    await save(project, value, findings);
    await server.engine.execute({
      type: "project.open",
      key: "cadre-serve",
      project,
      actor,
      plan: engine.planOf(value),
    });
  }
  let listening: Awaited<ReturnType<typeof listen>>;
  try {
    listening = await listen(server, { port, hostname: host });
  } catch (error) {
    terminal.error(
      `cadre: ${messages.notListening(host, port)}: ${(error as NodeJS.ErrnoException).code ?? ""}`,
    );
    await Promise.all([events.close(), saved.close()]);
    return EXIT.input;
  }
  terminal.error(`cadre: ${messages.serving(listening.address)}`);
  terminal.out(`${listening.address}/?lang=${shown}`);
  const pages = [...documents.keys()].map(
    (project) => `${listening.address}/v1/projects/${project}/dashboard?lang=${shown}`,
  );
  for (const page of pages) terminal.out(page);
  if (options.open)
    openInBrowser((pages.length === 1 ? pages[0] : undefined) ?? `${listening.address}/?lang=${shown}`);
  if (options.watch)
    await watchInputs(paths, terminal, async (changed) => {
      for (const file of changed) {
        const read = await readInput(file);
        // The page keeps what could be read last.
        if (!read.ok) reportProblems(file, read.problems, language, terminal);
        else {
          await save(nameOf(file), read.value, read.findings);
          terminal.error(`cadre: ${messages.readAgain(file)}`);
        }
      }
    });
  else
    await new Promise<void>((resolve) => {
      const quiet = terminal.onInterrupt?.(() => {
        quiet?.();
        resolve();
      });
    });
  await listening.close();
  await Promise.all([events.close(), saved.close()]);
  return EXIT.done;
}
