import { stripAccents } from "@cadre/core/internal";
import { enableControls, saveFile } from "../../client/controls.ts";
import { csvFile, nextSort, sortedBy, sortRows } from "../../tables/data.ts";
import type { PageTableData } from "../page-table.ts";

/** Filters and sorts the rows of the page; what is chosen is in the address. */

const form = document.querySelector<HTMLFormElement>("#filters");
const body = document.querySelector<HTMLTableSectionElement>("table.portfolio tbody");
const count = document.querySelector<HTMLElement>("#count");
const empty = document.querySelector<HTMLElement>("#empty");
const rows = [...(body?.rows ?? [])];

const plain = (text: string) => stripAccents(text).toLowerCase();
const texts = new Map(rows.map((row) => [row, plain(row.dataset.text ?? "")]));

/** A table of the page that can be sorted and downloaded. */
interface SortedTable {
  name: string;
  element: HTMLTableElement;
  /** Its rows in the order in which the page was made, which is that of its data. */
  rows: readonly HTMLTableRowElement[];
  data: PageTableData;
  /** What it is sorted by, and the places of its rows in that order. */
  order: string;
  indexes: number[];
}

const locale = document.documentElement.lang;
const tables = Object.entries(
  JSON.parse(document.querySelector("#data")?.textContent ?? "{}") as Record<string, PageTableData>,
).flatMap(([name, data]): SortedTable[] => {
  const element = document.querySelector<HTMLTableElement>(`table[data-table="${name}"]`);
  if (element === null) return [];
  const all = [...(element.tBodies[0]?.rows ?? [])];
  return [{ name, element, rows: all, data, order: "", indexes: [...all.keys()] }];
});

function filter(chosen: URLSearchParams): void {
  const words = plain(chosen.get("q") ?? "").split(/\s+/);
  let shown = 0;
  for (const row of rows) {
    const fits =
      words.every((word) => texts.get(row)?.includes(word)) &&
      ["country", "agency", "focusarea", "year"].every((name) => {
        const announced = chosen.get(name) ?? "";
        return announced === "" || plain(row.dataset[name] ?? "") === plain(announced);
      });
    row.hidden = !fits;
    shown += Number(fits);
  }
  const { all = "", some = "" } = count?.dataset ?? {};
  if (count !== null) count.textContent = shown === rows.length ? all : some.replace("{0}", String(shown));
  if (empty !== null) empty.hidden = shown > 0;
}

/** Brings a table's rows into an order; the empty one is that of the page as it was made. */
function sort(table: SortedTable, order: string): void {
  const { element, rows: all, data } = table;
  const of = data.keys[order.replace(/^-/, "")]?.of;
  const first = [...all.keys()];
  table.order = order;
  table.indexes =
    of === undefined ? first : sortRows(first, (index) => of[index] ?? null, order.startsWith("-"), locale);
  element.tBodies[0]?.append(...table.indexes.flatMap((index) => all[index] ?? []));
  for (const head of element.querySelectorAll<HTMLElement>("thead th"))
    head.ariaSort = sortedBy(head.dataset.column ?? "", order);
}

/** The rows of a table that are shown, in their order, as a file. */
function fileOf({ rows: all, data, indexes }: SortedTable): { name: string; text: string } {
  const shown = indexes.filter((index) => all[index]?.hidden === false);
  return {
    name: data.file,
    text: csvFile(
      data.head,
      shown.map((index) => data.rows[index] ?? []),
      locale,
    ),
  };
}

function apply(): void {
  const chosen = new URLSearchParams(location.hash.slice(1));
  for (const field of form?.elements ?? [])
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      const value = chosen.get(field.name) ?? "";
      if (field.value !== value) field.value = value;
    }
  filter(chosen);
  for (const table of tables) {
    const order = chosen.get(`sort-${table.name}`) ?? "";
    if (order !== table.order) sort(table, order);
  }
}

function choose(change: (chosen: URLSearchParams) => void, replace: boolean): void {
  const chosen = new URLSearchParams(location.hash.slice(1));
  change(chosen);
  for (const [name, value] of [...chosen]) if (value === "") chosen.delete(name);
  const address = `#${chosen}`;
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  apply();
}

form?.addEventListener("submit", (event) => event.preventDefault());
form?.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
    choose((chosen) => chosen.set(target.name, target.value), target instanceof HTMLInputElement);
});
form?.addEventListener("reset", (event) => {
  event.preventDefault();
  choose((chosen) => {
    for (const name of [...chosen.keys()]) if (!name.startsWith("sort-")) chosen.delete(name);
  }, false);
});
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  const [name, column = ""] = (button?.dataset.sort ?? button?.dataset.download ?? "").split(" ");
  const table = tables.find((each) => each.name === name);
  if (table === undefined) return;
  if (column === "") return saveFile(fileOf(table));
  choose((chosen) => {
    const now = chosen.get(`sort-${table.name}`) ?? "";
    const largestFirst = table.data.keys[column]?.largestFirst ?? false;
    chosen.set(`sort-${table.name}`, nextSort(column, largestFirst, now));
  }, true);
});
addEventListener("popstate", apply);
addEventListener("hashchange", apply);
enableControls(document);
apply();
document.documentElement.dataset.ready = "";
