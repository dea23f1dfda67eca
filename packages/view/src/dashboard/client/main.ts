import { messagesIn } from "../../messages/index.ts";
import type { DashboardModel } from "../model.ts";
import { start } from "./app.ts";

const { url, changes, version: drawn } = document.body.dataset;

/** The model as a server gives it, with its version. */
async function fetchModel(from: string): Promise<{ model: DashboardModel; version: string | null }> {
  const answer = await fetch(from, {
    headers: { accept: "application/json" },
    credentials: "same-origin",
    cache: "no-cache",
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const version = answer.headers.get("etag")?.replace(/^W\/|"/g, "") ?? null;
  return { model: (await answer.json()) as DashboardModel, version };
}

/** Fetches the model again whenever another version is announced; one fetch at a time, and none while the page is hidden. */
function follow(from: string, reported: string, known: string | null, show: (model: DashboardModel) => void) {
  let [have, announced, busy] = [known, known, false];
  const catchUp = async () => {
    if (busy || announced === have || document.hidden) return;
    busy = true;
    const aim = announced;
    try {
      const { model, version } = await fetchModel(from);
      have = version ?? aim;
      if (announced === aim) announced = have;
      show(model);
    } catch {
      // A new connection announces the version again.
      announced = have;
    } finally {
      busy = false;
    }
    if (announced !== have) void catchUp();
  };
  new EventSource(reported).addEventListener("version", ({ data }) => {
    announced = String(data);
    void catchUp();
  });
  document.addEventListener("visibilitychange", () => void catchUp());
}

async function load(): Promise<void> {
  if (url === undefined) {
    start(JSON.parse(document.getElementById("data")?.textContent ?? "null") as DashboardModel, false);
    return;
  }
  const { model, version } = await fetchModel(url);
  const show = start(model, drawn !== undefined && version !== drawn);
  if (changes !== undefined) follow(url, changes, version, show);
}

load().catch(() => {
  const note = document.createElement("p");
  note.setAttribute("role", "alert");
  note.textContent = messagesIn(document.documentElement.lang === "fr" ? "fr" : "en").dashboard.failed;
  document.body.prepend(note);
});
