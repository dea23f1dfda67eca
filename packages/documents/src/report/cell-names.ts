import type { Evidence, FrameworkDocument, SourceLocation } from "@cadre/core";
import type { Block, CellPosition } from "../blocks/index.ts";

/** Names the cells of a document that knows where they are: `table 5, row 12, cell 3`, beside the number of the paragraph. */
export class CellNames {
  private readonly byLine = new Map<number, CellPosition>();

  constructor(blocks: readonly Block[]) {
    for (const { line, cell } of blocks) {
      if (cell !== null) this.byLine.set(line, cell);
    }
  }

  private nameAt(line: number | undefined): string | undefined {
    const cell = line === undefined ? undefined : this.byLine.get(line);
    return cell === undefined ? undefined : `table ${cell.table}, row ${cell.row}, cell ${cell.cell}`;
  }

  private readonly locate = (location: SourceLocation): SourceLocation => {
    const cell = this.nameAt(location.line);
    return cell === undefined ? location : { ...location, cell };
  };

  readonly named = <T extends { where: SourceLocation }>(remark: T): T => ({
    ...remark,
    where: this.locate(remark.where),
  });

  /** The document with the cells of its paths, and those of what its events and claims rest on. */
  inDocument(document: FrameworkDocument): FrameworkDocument {
    const { report, activities } = document;
    if (this.byLine.size === 0 || report === null) return document;
    const cells = Object.entries(report.lines).flatMap(([path, line]) => {
      const cell = this.nameAt(line);
      return cell === undefined ? [] : [[path, cell] as const];
    });
    const named = (evidence: readonly Evidence[]) => evidence.map(this.named);
    return {
      ...document,
      locations: Object.fromEntries(cells),
      activities: activities.map((activity) => ({
        ...activity,
        events: activity.events.map((event) =>
          event.evidence === undefined ? event : { ...event, evidence: named(event.evidence) },
        ),
      })),
      report: {
        ...report,
        claims: report.claims.map((claim) => ({ ...claim, evidence: this.named(claim.evidence) })),
      },
    };
  }
}
