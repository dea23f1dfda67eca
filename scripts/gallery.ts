import { mkdirSync, writeFileSync } from "node:fs";
import { asFile, gallery } from "../packages/view/test/gallery.ts";

// The pictures of the guides are drawn by the code that they are about: `pnpm gallery`.
const folder = new URL("../docs/pictures/charts/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, { svg }] of gallery()) {
  if (svg === null) throw new Error(`${name} has no picture`);
  writeFileSync(new URL(`${name}.svg`, folder), asFile(String(svg)));
}
