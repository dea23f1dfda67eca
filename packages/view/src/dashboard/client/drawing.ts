import type { DisplayLanguage } from "@cadre/core/locale";
import { localeOf } from "@cadre/core/locale";
import { textOf } from "../../markup/index.ts";
import { messagesIn, tagOf } from "../../messages/index.ts";
import { sortedBy } from "../../tables/index.ts";
import { bodyPieces, tableSection } from "../body.ts";
import {
  CHOICES,
  emptyIndex,
  type Filters,
  growIndex,
  NO_FILTERS,
  selected,
  TABLES,
  type TableName,
} from "../filters.ts";
import type { DashboardModel } from "../model.ts";
import { outputList } from "../outcomes.ts";
import { orderedIndexes, tableFile, tableParts } from "../tables.ts";
import { put, replace } from "./address.ts";
import { type Turn, turnTaker } from "./turns.ts";

/** The largest number of rows of a table in print. */
const MAX_PRINTED = 500;
/** Rows that are made searchable in one task. */
const ROWS_A_TURN = 1000;

/** Shows in the form what is chosen, without touching a field that says it already. */
function fillForm(filters: Filters): void {
  const form = document.getElementById("filters");
  if (!(form instanceof HTMLFormElement)) return;
  for (const name of CHOICES) {
    const field = form.elements.namedItem(name);
    if (
      (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) &&
      field.value !== filters[name]
    )
      field.value = filters[name];
  }
}

/** What is drawn, and from what. */
export interface Shown {
  model: DashboardModel;
  language: DisplayLanguage;
  filters: Filters;
}

/** Draws what is shown, a piece at a time. `html[data-ready]` says that all of it is drawn. */
export function drawing(shown: Shown) {
  const take = turnTaker();
  const { dataset } = document.documentElement;
  let index = emptyIndex();
  let complete = false;

  const run = (turns: Turn[], reported?: Turn) => {
    delete dataset.ready;
    take(turns, () => {
      reported?.();
      dataset.ready = "";
    });
  };
  const inOrder = (first: TableName) => [first, ...TABLES.filter((name) => name !== first)];
  /** Search needs every row's text; whoever searches before all are there waits for as many tasks as it takes. */
  const indexed = (then: Turn[]): Turn[] => {
    if (complete || shown.filters.q === "") return then;
    const left = Math.ceil(
      TABLES.reduce((sum, name) => sum + shown.model[name].length - index[name].length, 0) / ROWS_A_TURN,
    );
    return [...Array.from({ length: left }, () => grow), ...then];
  };
  const grow = () => {
    complete = growIndex(index, shown.model, ROWS_A_TURN);
  };
  /** The index grows while nothing else is done. */
  const growLater = () => {
    if (complete) return;
    if (dataset.ready !== undefined) grow();
    setTimeout(growLater, 30);
  };
  let indexes: Record<TableName, readonly number[]> = selected(shown.model, NO_FILTERS, index);
  /** Orders of all rows of a table that were worked out, by language, table and column. */
  const orders = new Map<string, readonly number[]>();
  const select = () => {
    const { model, filters, language } = shown;
    const rows = selected(model, filters, index);
    /** The rows that are left, in the order that was worked out once for all of them. */
    const ordered = (name: TableName): readonly number[] => {
      const by = filters.sort[name];
      if (by === "") return rows[name];
      const key = `${tagOf(language)} ${name} ${by}`;
      const all = orders.get(key) ?? orderedIndexes(model, name, [...model[name].keys()], filters, language);
      orders.set(key, all);
      const left = new Set(rows[name]);
      return all.filter((index) => left.has(index));
    };
    indexes = {
      indicators: ordered("indicators"),
      activities: ordered("activities"),
      findings: ordered("findings"),
    };
  };
  /** Says in a table's headings what it is sorted by. */
  const markOrder = (name: TableName) => {
    for (const head of document.querySelectorAll<HTMLElement>(`#head-${name} [aria-sort]`))
      head.ariaSort = sortedBy(head.dataset.column ?? "", shown.filters.sort[name]);
  };
  const drawRows = (name: TableName, limit?: number) => {
    const { filters, model, language } = shown;
    const { count, body, pager } = tableParts(model, name, indexes[name], filters, language, limit);
    put(`count-${name}`, textOf(count));
    markOrder(name);
    put(`body-${name}`, textOf(body));
    put(`pager-${name}`, textOf(pager));
  };
  const printsAll = (name: TableName) =>
    indexes[name].length === shown.model[name].length && indexes[name].length <= MAX_PRINTED;
  const drawSection = (name: TableName) =>
    replace(name, textOf(tableSection(shown.model, name, indexes[name], shown.filters, shown.language)));
  const fillOutputs = (place: HTMLElement) => {
    const code = place.dataset.outputs;
    if (code === undefined || place.childElementCount > 0) return;
    place.innerHTML = textOf(outputList(shown.model, code, shown.language));
  };

  /** Says in the page's head that it was brought up to date. */
  const announceUpdate = () => {
    const { dashboard, colon } = messagesIn(shown.language);
    const time = new Date().toLocaleTimeString(localeOf(shown));
    put("news", `${dashboard.updated}${colon} ${time}`);
  };

  return {
    /** Draws the tables again, the one that is looked at first. */
    tables(first: TableName = "indicators", drawn?: Turn) {
      fillForm(shown.filters);
      const [one, ...others] = inOrder(first).map((name) => () => drawRows(name));
      // What follows from a key or a click is drawn at once, where nothing has to be looked up first.
      const start = () => {
        select();
        one?.();
      };
      run(indexed([start, ...others]), drawn);
    },
    /** Draws everything again: in another language, or of another model, when a form that somebody is using is left to them. */
    all({ newer = false, drawn }: { newer?: boolean; drawn?: Turn | undefined } = {}) {
      const { model, language, filters } = shown;
      document.documentElement.lang = tagOf(language);
      const pieces = bodyPieces(model, language, filters).map(({ id, draw }) => () => {
        const markup = textOf(draw());
        const used =
          newer && id === "filterbar" && document.getElementById(id)?.contains(document.activeElement);
        if (!used) replace(id, markup);
      });
      const [top, ...others] = pieces;
      const tables = TABLES.map((name) => () => drawSection(name));
      const turns = [() => top?.(), select, ...tables.slice(0, 1), ...others, ...tables.slice(1)];
      run(indexed(turns), newer ? announceUpdate : drawn);
    },
    /** Everything at once, for print. */
    forPrint() {
      select();
      for (const name of TABLES) drawRows(name, MAX_PRINTED);
      const note = document.getElementById("printed");
      if (note !== null) note.hidden = TABLES.every((name) => printsAll(name));
      for (const place of document.querySelectorAll<HTMLElement>("[data-outputs]")) fillOutputs(place);
    },
    fillOutputs,
    /** A table's rows as a file: all that the filters leave, in their order. */
    file: (name: TableName) => tableFile(shown.model, name, indexes[name], shown.filters, shown.language),
    /** Another model was loaded. */
    forget() {
      index = emptyIndex();
      orders.clear();
      complete = false;
    },
    growLater,
  };
}
