import { type Result, refuse } from "@cadre/core";
import type { OfficePackage } from "./package.ts";
import { readXml } from "./xml.ts";

/** A relationship of a part: what it is for, and where it leads. */
export interface Relationship {
  id: string;
  /** The last segment of its type: `officeDocument`, `footnotes`, `hyperlink`. */
  kind: string;
  /** The name of the part that it leads to, or the address outside of the package. */
  target: string;
  external: boolean;
}

/** Joins a target to the folder of its source; names never lead out of the package. */
function resolve(source: string, target: string): string {
  const folder = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folder.pop();
    else if (step !== "" && step !== ".") folder.push(step);
  }
  return folder.join("/");
}

/** The relationships of a part (`""`: of the package itself); none where it has no list of them. */
export function relationshipsOf(pack: OfficePackage, source: string): Result<Relationship[]> {
  const index = source.lastIndexOf("/") + 1;
  const name = `${source.slice(0, index)}_rels/${source.slice(index)}.rels`;
  const found: Relationship[] = [];
  if (!pack.has(name)) return { ok: true, value: found, findings: [] };
  const bytes = pack.part(name);
  if (!bytes.ok) return bytes;
  const read = readXml(name, bytes.value, {
    open: (element, attributes) => {
      const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
      if (element !== "rel:Relationship") return;
      const external = mode === "External";
      const kind = type.slice(type.lastIndexOf("/") + 1);
      found.push({ id, kind, target: external ? target : resolve(source, target), external });
    },
    close: () => {},
    text: () => {},
  });
  return read.ok ? { ok: true, value: found, findings: [] } : refuse(...read.problems);
}
