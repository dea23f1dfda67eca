/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Language } from "@cadre/core";
import { textOf } from "../../markup/index.ts";
import { WORDS } from "../../words/index.ts";
import { dashboardBody } from "../body.ts";
import {
  CHOICES,
  type Filters,
  filtersOf,
  hashOf,
  type SearchIndex,
  searchIndex,
  selected,
  TABLES,
  type TableName,
} from "../filters.ts";
import type { DashboardModel } from "../model.ts";
import { tableParts } from "../tables.ts";

/** The most rows of a table that go on paper. */
const MOST_PRINTED = 500;

const byId = (id: string) => document.getElementById(id);
const put = (id: string, markup: string) => {
  const place = byId(id);
  if (place !== null) place.innerHTML = markup;
};
const isLanguage = (text: string | null): text is Language => text === "en" || text === "fr";
const isTable = (text: string | undefined): text is TableName => TABLES.some((name) => name === text);

/** The page's program: draws again what the address says is chosen, and writes what is chosen into the address. */
function start(model: DashboardModel): void {
  const drawnIn = document.documentElement.lang;
  const usual: Language = isLanguage(drawnIn) ? drawnIn : "en";
  let language = usual;
  let filters: Filters = filtersOf("");
  let index: SearchIndex | null = null;
  const found = () => {
    index ??= searchIndex(model);
    return selected(model, filters, index);
  };

  const drawTable = (name: TableName, places: number[], most?: number) => {
    const { count, body, pager } = tableParts(model, name, places, filters, language, most);
    put(`count-${name}`, textOf(count));
    put(`body-${name}`, textOf(body));
    put(`pager-${name}`, textOf(pager));
  };
  const fillForm = () => {
    const form = byId("filters");
    if (!(form instanceof HTMLFormElement)) return;
    for (const name of CHOICES) {
      const field = form.elements.namedItem(name);
      if (
        (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) &&
        field.value !== filters[name]
      )
        field.value = filters[name];
    }
  };
  /** Draws each table in a task of its own, the one that is looked for first, so that no key waits for rows that nobody sees yet. */
  let round = 0;
  const drawTables = (first: TableName = "indicators") => {
    round += 1;
    const own = round;
    const places = found();
    fillForm();
    delete document.documentElement.dataset.ready;
    const next = (left: TableName[]) => {
      const [name, ...others] = left;
      if (own !== round) return;
      if (name === undefined) document.documentElement.dataset.ready = "";
      else {
        drawTable(name, places[name]);
        setTimeout(next, 0, others);
      }
    };
    next([first, ...TABLES.filter((name) => name !== first)]);
  };
  const drawForPaper = () => {
    round += 1;
    const places = found();
    for (const name of TABLES) drawTable(name, places[name], MOST_PRINTED);
  };
  const drawAll = () => {
    round += 1;
    document.documentElement.lang = language;
    index ??= searchIndex(model);
    put("app", textOf(dashboardBody(model, language, filters, index)));
    document.documentElement.dataset.ready = "";
  };

  /** Writes what is chosen into the address. Typing replaces it, so that going back is not going back a letter. */
  const remember = (replace: boolean) => {
    const hash = hashOf(filters, language === usual ? undefined : language);
    const address = `${location.pathname}${location.search}${hash}`;
    if (hash === location.hash) return;
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  };
  const choose = (change: Partial<Filters>, replace = false, first?: TableName) => {
    filters = { ...filters, ...change };
    remember(replace);
    drawTables(first);
  };
  const fresh = { page: filtersOf("").page };

  const goTo = (name: string) => {
    const section = byId(name);
    section?.scrollIntoView();
    section?.focus({ preventScroll: true });
  };
  const readAddress = () => {
    const told = new URLSearchParams(location.hash.slice(1)).get("lang");
    const wanted = isLanguage(told) ? told : usual;
    filters = filtersOf(location.hash);
    if (wanted !== language) {
      language = wanted;
      drawAll();
    } else drawTables();
  };

  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === "q")
      choose({ q: target.value, ...fresh }, true);
  });
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    choose({ [target.name]: target.value, ...fresh });
  });
  document.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    // A tip that is in the way goes away (WCAG 1.4.13), and comes back with the next focus.
    if (
      event.key === "Escape" &&
      document.activeElement instanceof HTMLElement &&
      document.activeElement.closest(".cadre-why")
    )
      document.activeElement.blur();
  });
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>("a, button") : null;
    if (target === null) return;
    const { open, page, language: wanted, go } = target.dataset;
    if (open !== undefined) {
      const has = filters.open.includes(open);
      choose(
        { open: has ? filters.open.filter((each) => each !== open) : [...filters.open, open] },
        true,
        open.startsWith("a") ? "activities" : "indicators",
      );
      document.querySelector<HTMLElement>(`[data-open="${CSS.escape(open)}"]`)?.focus();
    } else if (page !== undefined) {
      const [name, number] = page.split(" ");
      if (isTable(name)) {
        choose({ page: { ...filters.page, [name]: Number(number) } }, false, name);
        goTo(name);
      }
    } else if (isLanguage(wanted ?? null)) {
      language = wanted as Language;
      remember(true);
      drawAll();
      document.querySelector<HTMLElement>(`[data-language="${language}"]`)?.focus();
    } else if ("print" in target.dataset) print();
    else if ("clear" in target.dataset) {
      choose(filtersOf(""));
    } else if (target instanceof HTMLAnchorElement && target.hash !== "") {
      event.preventDefault();
      if (go === undefined) return goTo(target.hash.slice(1));
      choose(filtersOf(target.hash), false, isTable(go) ? go : undefined);
      goTo(go);
    } else if (target instanceof HTMLAnchorElement && go !== undefined) {
      event.preventDefault();
      choose(filtersOf(""));
      goTo(go);
    }
  });
  addEventListener("hashchange", readAddress);
  addEventListener("popstate", readAddress);
  // On paper a table has no pages, and every legend is open.
  let unfolded: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    drawForPaper();
    unfolded = [...document.querySelectorAll("details")].filter(({ open }) => !open);
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
    drawTables();
  });
  if (location.hash !== "") readAddress();
  else document.documentElement.dataset.ready = "";
}

async function load(): Promise<void> {
  const url = document.body.dataset.url;
  if (url === undefined) {
    start(JSON.parse(byId("data")?.textContent ?? "null") as DashboardModel);
    return;
  }
  const answer = await fetch(url, { headers: { accept: "application/json" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  start((await answer.json()) as DashboardModel);
}

load().catch(() => {
  const note = document.createElement("p");
  note.setAttribute("role", "alert");
  note.textContent = WORDS[document.documentElement.lang === "fr" ? "fr" : "en"].dashboard.failed;
  document.body.prepend(note);
});
