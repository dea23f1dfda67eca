import { enableControls } from "../../client/controls.ts";

/** How to find an element again after it was redrawn: by what identifies it. */
function keyOf(element: Element | null): string | null {
  if (!(element instanceof HTMLElement)) return null;
  const { open, language, page, sort, download } = element.dataset;
  if (element.id !== "") return `#${CSS.escape(element.id)}`;
  if (open !== undefined) return `[data-open="${CSS.escape(open)}"]`;
  if (language !== undefined) return `[data-language="${CSS.escape(language)}"]`;
  if (sort !== undefined) return `[data-sort="${CSS.escape(sort)}"]`;
  if (download !== undefined) return `[data-download="${CSS.escape(download)}"]`;
  if (page !== undefined) return `[data-page="${CSS.escape(page)}"]`;
  const name = element.getAttribute("name");
  return name === null ? null : `[name="${CSS.escape(name)}"]`;
}

/** Moves pictures that are wider than their place to what matters in them. */
export function centre(place: Element | null): void {
  for (const picture of place?.querySelectorAll<HTMLElement>("[data-centre]") ?? [])
    picture.scrollLeft = Number(picture.dataset.centre) - picture.clientWidth / 2;
}

/** Changes the page and leaves the focus, and what is folded, as they were. */
function keeping(place: Element, change: () => void): void {
  const focused = place.contains(document.activeElement) ? keyOf(document.activeElement) : null;
  const folds = new Map(
    [...place.querySelectorAll<HTMLDetailsElement>("details[data-keep]")].map(({ dataset, open }) => [
      dataset.keep,
      open,
    ]),
  );
  const { id } = place;
  change();
  const now = document.getElementById(id);
  for (const details of now?.querySelectorAll<HTMLDetailsElement>("details[data-keep]") ?? [])
    details.open = folds.get(details.dataset.keep) ?? details.open;
  centre(now);
  if (now !== null) enableControls(now);
  if (focused !== null) now?.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
}

/** Puts other content into an element. */
export function put(id: string, markup: string): void {
  const place = document.getElementById(id);
  if (place !== null)
    keeping(place, () => {
      place.innerHTML = markup;
    });
}

/** Puts another element into an element's place. */
export function replace(id: string, markup: string): void {
  const place = document.getElementById(id);
  if (place !== null)
    keeping(place, () => {
      place.outerHTML = markup;
    });
}
