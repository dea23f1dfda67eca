import { assetText } from "../assets/bundle.ts";
import { html, type Markup, type Part, textOf, trusted } from "../markup/index.ts";
import { type PictureFileOptions, type PictureLabels, pictureFile } from "./file.ts";
import { pngOf } from "./png.ts";

/**
 * A view.
 *
 * In a notebook it displays itself as the value of a cell: under Deno's Jupyter kernel by `Symbol.for("Jupyter.display")`, under tslab by
 * `tslab.display.html`. In Observable, {@link nodeOf} makes the DOM node that a cell shows. Elsewhere it prints its text.
 */
export interface View {
  /** A fragment that needs nothing else, with its style and without any script. */
  readonly html: string;
  /** The picture alone; `null` where there is none. */
  readonly svg: string | null;
  /** The same in plain words. */
  readonly text: string;
  /**
   * The picture as a file: SVG with title, subtitle, legend, source and date on white, in the view's language.
   * @throws TypeError where the view has no picture.
   */
  file(options?: PictureFileOptions): string;
  /**
   * The same as PNG, twice as many pixels as the picture is wide. Default: `scale` 2.
   * @throws TypeError where the view has no picture; Error where the optional package `@resvg/resvg-js` is not installed.
   */
  png(options?: PictureFileOptions & { scale?: number }): Promise<Uint8Array>;
  /** The view as plain text. */
  toString(): string;
}

/** What Jupyter's kernels ask of a value: its forms by media type. */
export interface MimeBundle {
  /** For a cell that shows HTML. */
  "text/html": string;
  /** For all others. */
  "text/plain": string;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isFunction = (value: unknown): value is (...args: unknown[]) => unknown => typeof value === "function";
const member = (value: unknown, name: string): unknown =>
  isObject(value) || isFunction(value) ? Reflect.get(value, name) : undefined;

/** tslab prints a cell's value by `console.log`; its kernel leaves a `require` behind that gives the display to whoever asks. */
function tslabDisplay(): ((markup: string) => void) | null {
  const require = member(Reflect.get(globalThis, "__tslab__"), "require");
  if (!isFunction(require)) return null;
  const display = member(require("tslab"), "display");
  const show = member(display, "html");
  return isFunction(show) ? (markup) => void show.call(display, markup) : null;
}

/** What a view is made of. */
export interface ViewParts {
  /** Its title; the only text where one line fits. */
  title: string;
  text: string;
  svg?: Markup;
  /** What the picture says around itself as a file. */
  picture?: PictureLabels;
  body: Part;
  /** Whether the picture keeps its size and is moved within its place: smaller, its text could not be read. */
  wide?: boolean;
}

/** Makes a view. */
export function viewOf({ title, text, svg, picture, body, wide = false }: ViewParts): View {
  const file = (options?: PictureFileOptions) => {
    if (svg === undefined || picture === undefined) throw new TypeError(`“${title}” has no picture`);
    return pictureFile(svg, title, picture, options);
  };
  const markup = textOf(
    html`<figure class="cadre"><style>${trusted(assetText("view.css"))}</style><figcaption>${title}</figcaption>${
      wide && svg !== undefined
        ? html`<div class="cadre-scroll cadre-wide" tabindex="0" role="region" aria-label="${title}">${svg}</div>`
        : (svg ?? null)
    }${body}</figure>`,
  );
  return {
    html: markup,
    svg: svg === undefined ? null : textOf(svg),
    text,
    file,
    png: async ({ scale = 2, ...options } = {}) => pngOf(file(options), scale),
    toString: () => markup,
    // Known by symbols alone, so that a view stays plain data to everything else.
    ...hooks(markup, title, text),
  };
}

function hooks(markup: string, title: string, text: string) {
  return Object.defineProperties(
    {},
    {
      [Symbol.for("Jupyter.display")]: {
        enumerable: true,
        value: (): MimeBundle => ({ "text/html": markup, "text/plain": text }),
      },
      [Symbol.for("nodejs.util.inspect.custom")]: {
        enumerable: true,
        value: (): string => {
          const show = tslabDisplay();
          if (show === null) return text;
          show(markup);
          return title;
        },
      },
    },
  );
}

/**
 * A view as a DOM node, which is what an Observable cell shows.
 * @param document to create it in. Default: the browser's own. @throws TypeError where there is none.
 */
export function nodeOf(
  view: Pick<View, "html">,
  document: { createElement(name: "div"): { innerHTML: string } } | undefined = Reflect.get(
    globalThis,
    "document",
  ),
): { innerHTML: string } {
  if (document === undefined) throw new TypeError("there is no document to make a node in");
  const node = document.createElement("div");
  node.innerHTML = view.html;
  return node;
}
