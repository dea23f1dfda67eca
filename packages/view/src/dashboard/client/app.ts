import { languageOf } from "@cadre/core/locale";
import { enableControls, saveFile } from "../../client/controls.ts";
import { codeOf } from "../../messages/index.ts";
import { budgetFile } from "../budget-file.ts";
import { type Filters, filtersOf, hashOf, TABLES, type TableName } from "../filters.ts";
import type { DashboardModel } from "../model.ts";
import { nextOrder } from "../tables.ts";
import { centre } from "./address.ts";
import { drawing, type Shown } from "./drawing.ts";

const isTable = (text: string | undefined): text is TableName => TABLES.some((name) => name === text);

/**
 * The page's program: draws again what the address says is chosen, and writes what is chosen into the address.
 *
 * @param stale whether the page was drawn from another model. Returns what to call with each newer model.
 */
export function start(model: DashboardModel, stale: boolean): (newer: DashboardModel) => void {
  const drawnIn = document.documentElement.lang;
  const usual = languageOf(drawnIn, {}) ?? model.languages?.find(({ locale }) => locale === drawnIn) ?? "en";
  const shown: Shown = { model, language: usual, filters: filtersOf("") };
  const draw = drawing(shown);
  enableControls(document);

  /** Writes what is chosen into the address. Typing replaces it, so that going back is not going back a letter. */
  const remember = (replace: boolean) => {
    const { filters, language } = shown;
    const hash = hashOf(filters, language === usual ? undefined : codeOf(language));
    const address = `${location.pathname}${location.search}${hash}`;
    if (hash === location.hash) return;
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  };
  const choose = (change: Partial<Filters>, replace = false, first?: TableName) => {
    shown.filters = { ...shown.filters, ...change };
    remember(replace);
    draw.tables(first);
  };
  /** What a link chooses, in the order that the tables are in. */
  const kept = (hash: string): Filters => ({ ...filtersOf(hash), sort: shown.filters.sort });
  const fresh = { page: filtersOf("").page };

  const goTo = (name: string) => {
    const section = document.getElementById(name);
    section?.scrollIntoView();
    section?.focus({ preventScroll: true });
  };
  /** Brings the first open row into sight: a link to an indicator leads to it. */
  const revealOpen = () => {
    const [first] = shown.filters.open;
    const row = document.querySelector(`[data-open="${first}"]`)?.closest("tr");
    row?.scrollIntoView({ block: "center" });
  };
  const readAddress = (drawn?: () => void) => {
    const reported = new URLSearchParams(location.hash.slice(1)).get("lang");
    const chosen = languageOf(reported, shown.model) ?? usual;
    shown.filters = filtersOf(location.hash);
    if (chosen !== shown.language) {
      shown.language = chosen;
      draw.all({ drawn });
    } else draw.tables("indicators", drawn);
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
    // A tip that is in the way is hidden (WCAG 1.4.13), and comes back with the next focus.
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
    const { open, page, language: chosen, go, sort, download } = target.dataset;
    if (open !== undefined) {
      const { open: opened } = shown.filters;
      const has = opened.includes(open);
      choose(
        { open: has ? opened.filter((each) => each !== open) : [...opened, open] },
        true,
        open.startsWith("a") ? "activities" : "indicators",
      );
    } else if (sort !== undefined) {
      const [name, column = ""] = sort.split(" ");
      if (isTable(name)) {
        const { model, filters, language } = shown;
        const order = nextOrder(model, name, column, filters, language);
        // Another order begins at its first row.
        const page = { ...filters.page, [name]: 0 };
        choose({ sort: { ...filters.sort, [name]: order }, page }, true, name);
      }
    } else if (isTable(download)) {
      saveFile(draw.file(download));
    } else if (download === "money") {
      saveFile(budgetFile(shown.model, shown.language));
    } else if (page !== undefined) {
      const [name, number] = page.split(" ");
      if (isTable(name)) {
        choose({ page: { ...shown.filters.page, [name]: Number(number) } }, false, name);
        goTo(name);
      }
    } else if (chosen !== undefined) {
      shown.language = languageOf(chosen, shown.model) ?? usual;
      remember(true);
      draw.all();
    } else if ("print" in target.dataset) print();
    else if ("clear" in target.dataset) {
      choose(kept(""));
    } else if (target instanceof HTMLAnchorElement && target.hash !== "") {
      event.preventDefault();
      if (go === undefined) return goTo(target.hash.slice(1));
      choose(kept(target.hash), false, isTable(go) ? go : undefined);
      goTo(go);
    } else if (target instanceof HTMLAnchorElement && go !== undefined) {
      event.preventDefault();
      choose(kept(""));
      goTo(go);
    }
  });
  // A fold's own event does not rise: it is caught on its way down.
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open) return;
      for (const place of target.querySelectorAll<HTMLElement>("[data-outputs]")) draw.fillOutputs(place);
      centre(target);
    },
    true,
  );
  addEventListener("hashchange", () => readAddress());
  addEventListener("popstate", () => readAddress());
  // In print a table has no pages, and every fold is open but the diagrams of all states.
  let unfolded: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    draw.forPrint();
    unfolded = [...document.querySelectorAll("details:not(.whole)")].flatMap((details) =>
      details instanceof HTMLDetailsElement && !details.open ? [details] : [],
    );
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
    draw.tables();
  });
  const [visit] = performance.getEntriesByType("navigation");
  // A reload and going back come to where the reader was, which the browser knows.
  const isNew = visit instanceof PerformanceNavigationTiming && visit.type === "navigate";
  if (location.hash !== "") readAddress(isNew ? revealOpen : undefined);
  else if (stale) draw.all();
  else document.documentElement.dataset.ready = "";
  draw.growLater();
  return (model) => {
    shown.model = model;
    draw.forget();
    draw.all({ newer: true });
    draw.growLater();
  };
}
