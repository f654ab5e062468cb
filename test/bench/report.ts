import type { Loaded } from "./load.js";
import type { Measured } from "./measure.js";

/** The statements beside the hand-written one, then the whole question beside that one behind a bare route. */
const COLUMNS = ["statements", "their ms", "by hand ms", "ratio", "graphql ms", "by hand, served ms", "ratio"];
const NAME_WIDTH = 34;

/** The measured operations as a table. */
export function describeMeasured({ name, statements, sent, graphql, hand, handServed }: Measured): string {
  const cells = [
    String(statements),
    sent.toFixed(2),
    hand.toFixed(2),
    (sent / hand).toFixed(2),
    graphql.toFixed(2),
    handServed.toFixed(2),
    (graphql / handServed).toFixed(2),
  ];
  return row(name, cells);
}

/** The table's head. */
export function describeHead(): string {
  return row("operation", COLUMNS);
}

function row(name: string, cells: readonly string[]): string {
  return [name.padEnd(NAME_WIDTH), ...cells.map((cell, index) => cell.padStart(COLUMNS[index]?.length ?? 0))].join(
    "  ",
  );
}

const rate = ({ rows, milliseconds }: Loaded): number => rows / (milliseconds / 1000);

/** What the importer took, beside nothing but batches. */
export function describeLoads(imported: Loaded, raw: Loaded | undefined): string {
  const { rows, milliseconds, idleMb, peakMb } = imported;
  const own = `import: ${rows} rows in ${(milliseconds / 1000).toFixed(1)} s, ${Math.round(rate(imported))} a second, ${Math.round(peakMb - idleMb)} MB above the idle ${Math.round(idleMb)} MB`;
  return raw
    ? `${own}; batches alone: ${Math.round(rate(raw))} a second, so ${Math.round((100 * rate(imported)) / rate(raw))} % of their rate`
    : own;
}
