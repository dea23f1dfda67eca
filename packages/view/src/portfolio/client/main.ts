import { stripAccents } from "@cadre/core/internal";

/** Filters and sorts the rows of the page; what is chosen is in the address. */

const form = document.querySelector<HTMLFormElement>("#filters");
const body = document.querySelector<HTMLTableSectionElement>("table.portfolio tbody");
const count = document.querySelector<HTMLElement>("#count");
const empty = document.querySelector<HTMLElement>("#empty");
const heads = [...document.querySelectorAll<HTMLTableCellElement>("table.portfolio thead th")];
const rows = [...(body?.rows ?? [])];

const plain = (text: string) => stripAccents(text).toLowerCase();
const texts = new Map(rows.map((row) => [row, plain(row.dataset.text ?? "")]));
const compare = new Intl.Collator(document.documentElement.lang, { numeric: true });

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

function sort(by: string, descending: boolean): void {
  const column = heads.findIndex((head) => head.querySelector("button")?.dataset.sort === by);
  if (column < 0) return;
  const numeric = heads[column]?.classList.contains("cadre-numeric") || by === "indicators";
  const keyOf = (row: HTMLTableRowElement) => row.cells[column]?.dataset.by;
  const sorted = [...rows].sort((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    // What is not known comes last, whichever way.
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    const order = numeric ? Number(one) - Number(other) : compare.compare(one, other);
    return descending ? -order : order;
  });
  body?.append(...sorted);
  for (const [index, head] of heads.entries())
    head.setAttribute("aria-sort", index !== column ? "none" : descending ? "descending" : "ascending");
}

function apply(): void {
  const chosen = new URLSearchParams(location.hash.slice(1));
  for (const field of form?.elements ?? [])
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      const value = chosen.get(field.name) ?? "";
      if (field.value !== value) field.value = value;
    }
  filter(chosen);
  const by = chosen.get("sort");
  if (by !== null) sort(by.replace(/^-/, ""), by.startsWith("-"));
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
    for (const name of [...chosen.keys()]) if (name !== "sort") chosen.delete(name);
  }, false);
});
for (const head of heads)
  head.querySelector("button")?.addEventListener("click", () => {
    const by = head.querySelector("button")?.dataset.sort ?? "";
    // Numbers are looked at from the largest down, names from the first.
    const first = head.classList.contains("cadre-numeric") ? `-${by}` : by;
    choose((chosen) => {
      const now = chosen.get("sort");
      chosen.set("sort", now === first ? (first === by ? `-${by}` : by) : first);
    }, true);
  });
addEventListener("popstate", apply);
addEventListener("hashchange", apply);
apply();
document.documentElement.dataset.ready = "";
