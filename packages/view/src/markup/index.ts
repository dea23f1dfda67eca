export { escapeText, html, jsonForScript, type Markup, type Part, plain, textOf, trusted } from "./html.ts";
export { at, clip, type Frame, nameOf, picture } from "./svg.ts";
