import { symbolOf } from "../docx/symbols.ts";
import type { Page, Rule, TextRun } from "../pages/index.ts";

type Pdfjs = typeof import("unpdf/pdfjs");
type PdfPage = Awaited<ReturnType<Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>["getPage"]>>;
type Matrix = readonly [number, number, number, number, number, number];

/** Drawn shapes thinner than this (in points) are lines. */
const THIN = 3;
const SHORTEST_RULE = 4;

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];
const asMatrix = (value: unknown): Matrix | null =>
  Array.isArray(value) && value.length >= 6 && value.every(Number.isFinite)
    ? [value[0], value[1], value[2], value[3], value[4], value[5]]
    : null;

/** The straight line between two points, where it is one along an edge of the page. */
function ruleBetween([x1, y1]: [number, number], [x2, y2]: [number, number]): Rule | null {
  const [left, right, top, bottom] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
  if (right - left < 1 && bottom - top >= SHORTEST_RULE) return { left, right: left, top, bottom };
  if (bottom - top < 1 && right - left >= SHORTEST_RULE) return { left, right, top, bottom: top };
  return null;
}

/** The rule that a thin filled shape is, by the box around it. */
function thinRule(points: readonly [number, number][]): Rule | null {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (right - left <= THIN && bottom - top >= SHORTEST_RULE) return { left: x, right: x, top, bottom };
  if (bottom - top <= THIN && right - left >= SHORTEST_RULE) return { left, right, top: y, bottom: y };
  return null;
}

/** Kinds of a path's segments in pdf.js, with the numbers that follow each. */
const SEGMENT = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;
const OPERANDS = [2, 2, 6, 4, 0];

/** The corners of each subpath of a path; curves end at their last point. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): [number, number][][] {
  const paths: [number, number][][] = [];
  for (let index = 0; index < data.length; ) {
    const kind = data[index] ?? SEGMENT.close;
    const operands = OPERANDS[kind];
    if (operands === undefined) return paths;
    const point = apply(matrix, data[index + operands - 1] ?? 0, data[index + operands] ?? 0);
    const open = paths.at(-1);
    if (kind === SEGMENT.move) paths.push([point]);
    else if (kind === SEGMENT.close) {
      const [start] = open ?? [];
      if (start !== undefined) open?.push(start);
    } else open?.push(point);
    index += operands + 1;
  }
  return paths;
}

/** Fonts of symbols put their characters into the private area; in forms that is Wingdings. */
const knownSymbols = (text: string): string =>
  text.replace(/[\uf020-\uf0ff]/g, (character) => symbolOf("Wingdings", character.charCodeAt(0)) ?? "\ufffd");

/** What a filled field of a form shows, at its position. */
function fieldRun(field: Record<string, unknown>, base: Matrix): TextRun | null {
  const { subtype, fieldType, fieldValue, exportValue, rect, checkBox, radioButton } = field;
  if (subtype !== "Widget" || !Array.isArray(rect) || rect.length < 4 || !rect.every(Number.isFinite))
    return null;
  const [x1, y1] = apply(base, rect[0], rect[1]);
  const [x2, y2] = apply(base, rect[2], rect[3]);
  const [left, right, top, bottom] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
  const height = Math.min(12, bottom - top);
  const y = (top + bottom) / 2 + 0.3 * height;
  if (fieldType === "Btn" && (checkBox === true || radioButton === true)) {
    const ticked = fieldValue !== null && fieldValue !== "Off" && fieldValue === exportValue;
    return { text: ticked ? "☒" : "☐", left, right, y, height };
  }
  const value: unknown = Array.isArray(fieldValue) ? fieldValue.join(", ") : fieldValue;
  if (typeof value !== "string" || value.trim() === "" || fieldType === "Sig") return null;
  return { text: value.replace(/\s+/g, " "), left, right, y, height };
}

/** The ruled lines of a page: strokes along its edges, and filled shapes that are thin. */
async function rulesOf(page: PdfPage, OPS: Pdfjs["OPS"], base: Matrix, limit: number): Promise<Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const strokes: number[] = [
    OPS.stroke,
    OPS.closeStroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ];
  const fills: number[] = [OPS.fill, OPS.eoFill];
  const rules: Rule[] = [];
  const stack: Matrix[] = [];
  let matrix = base;
  for (const [index, operator] of fnArray.entries()) {
    const operands: unknown = argsArray[index];
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() ?? base;
    else if (operator === OPS.transform) {
      const change = asMatrix(operands);
      if (change !== null) matrix = times(matrix, change);
    } else if (operator === OPS.paintFormXObjectBegin && Array.isArray(operands)) {
      stack.push(matrix);
      const change = asMatrix(operands[0]);
      if (change !== null) matrix = times(matrix, change);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? base;
    else if (operator === OPS.constructPath && Array.isArray(operands)) {
      const [paint, path]: unknown[] = operands;
      const data = Array.isArray(path) ? path[0] : null;
      if (typeof paint !== "number" || !(data instanceof Float32Array || Array.isArray(data))) continue;
      const stroked = strokes.includes(paint);
      if (!stroked && !fills.includes(paint)) continue;
      for (const points of subpaths(data, matrix)) {
        const found = stroked
          ? points.slice(1).flatMap((point, index) => ruleBetween(points[index] ?? point, point) ?? [])
          : [];
        const thin = thinRule(points);
        rules.push(...(found.length > 0 ? found : thin === null ? [] : [thin]));
      }
      if (rules.length > limit) return [];
    }
  }
  return rules;
}

/** A page's text and rules, `y` downwards. A page with more than `maxRules` is a drawing: its rules are left out; with 0, no rules are looked for. */
export async function extractPage(page: PdfPage, OPS: Pdfjs["OPS"], maxRules: number): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const base = asMatrix(viewport.transform) ?? [1, 0, 0, -1, 0, viewport.height];
  const content = await page.getTextContent();
  const runs: TextRun[] = [];
  for (const item of content.items) {
    if (!("str" in item) || item.str === "") continue;
    const matrix = asMatrix(item.transform);
    if (matrix === null) continue;
    const [a, b, , , x, y] = times(base, matrix);
    // Text that does not run from left to right: the edge of a page, a watermark.
    if (Math.abs(b) > 0.1 * Math.abs(a) || a <= 0) continue;
    const height = item.height || Math.hypot(a, b);
    runs.push({ text: knownSymbols(item.str), left: x, right: x + item.width, y, height });
  }
  for (const field of await page.getAnnotations()) {
    const run = fieldRun(field, base);
    if (run !== null) runs.push(run);
  }
  return {
    width: viewport.width,
    height: viewport.height,
    runs,
    rules: maxRules === 0 ? [] : await rulesOf(page, OPS, base, maxRules),
  };
}
