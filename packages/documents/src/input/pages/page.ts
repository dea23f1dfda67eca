/** Text at its position on a page. Lengths in the page's unit, `y` downwards from the top edge. */
export interface TextRun {
  text: string;
  left: number;
  right: number;
  /** Baseline. */
  y: number;
  /** Height of the font. */
  height: number;
}

/** A straight line that is drawn on a page: horizontal (`top` = `bottom`) or vertical (`left` = `right`). */
export interface Rule {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A page as positioned text and ruled lines, whatever format it came from. */
export interface Page {
  width: number;
  height: number;
  runs: TextRun[];
  rules: Rule[];
}

/** A rectangle on a page. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether a point lies in a box. */
export const contains = (box: Box, x: number, y: number): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
