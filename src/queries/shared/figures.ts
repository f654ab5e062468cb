import type { Row } from "../../engine/engine.js";
import type { GraphModel } from "../../graph/model.js";
import { byCodePoint } from "../../graph/text-order.js";
import { OUTPUT, SUMMED } from "./sums.js";
import { sumTotal, type Total } from "./total.js";

interface Sum {
  sum: number;
  known: number;
}

/** The figures of a group of projects, added up row by row as a statement groups them. */
export class Figures {
  /** How many projects there are. */
  items = 0;
  private readonly sums = new Map<string, Sum>();
  private readonly outputs = new Map<string, Sum>();

  constructor(private readonly model: GraphModel) {}

  /**
   * Adds a part of the group.
   * @param row holds the sums and how many are known from `offset` on, as `sums.ts` returns them.
   */
  add(items: number, unit: string | null, row: Row, offset: number): void {
    this.items += items;
    [...SUMMED, OUTPUT].forEach((metric, index) => {
      const sum = (row[offset + 2 * index] ?? 0) as number;
      const known = row[offset + 2 * index + 1] as number;
      if (metric === OUTPUT) addTo(this.outputs, unit ?? "", sum, known);
      else addTo(this.sums, metric, sum, known);
    });
  }

  /** The sums as totals, those of output one for each unit. */
  totals(stated: Readonly<Record<string, number | null>> = {}): Total[] {
    const properties = this.model.kinds.get("Project")?.properties;
    const plain = SUMMED.map((metric) => {
      const unit = properties?.get(metric)?.unit ?? null;
      const { sum, known } = this.sums.get(metric) ?? { sum: null, known: 0 };
      return sumTotal({ metric, unit }, { sum, known, of: this.items }, stated[metric] ?? null);
    });
    const outputs = [...this.outputs]
      .filter(([, { known }]) => known > 0)
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([unit, found]) => sumTotal({ metric: OUTPUT, unit: unit || null }, { ...found, of: this.items }));
    return [...plain, ...outputs];
  }
}

function addTo(sums: Map<string, Sum>, key: string, sum: number, known: number): void {
  const found = sums.get(key) ?? { sum: 0, known: 0 };
  sums.set(key, { sum: found.sum + sum, known: found.known + known });
}
