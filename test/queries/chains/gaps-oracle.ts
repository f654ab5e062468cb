import { stagesOf } from "./chain-oracle.js";
import { prefixOf, type Rows } from "../../support/folded.js";

/** A stage of a zone's chain: the stage, its layer, the state, who is present, what says that nobody is. */
export type FoldedGap = readonly [
  stage: string,
  layer: number,
  state: string,
  present: readonly string[],
  absences: readonly string[],
];

/** A chain of a zone: the chain, the wider ones, how many circles, its stages. */
export type FoldedChain = readonly [
  chain: string,
  wider: readonly string[],
  cycles: number,
  gaps: readonly FoldedGap[],
];

/** What a zone's chains have and lack, by a pass over all rows for each stage. */
export function gapsOf(rows: Rows, zone: string): readonly FoldedChain[] {
  const chains = rows.to(zone, "develops").filter((id) => prefixOf(id) === "chain");
  return chains.map((chain) => {
    const wider = rows.above(chain, "part-of").filter((id) => prefixOf(id) === "chain");
    const { stages, cycles } = stagesOf(rows, [chain, ...wider]);
    return [chain, wider, cycles, stages.map(([stage, layer]) => gapOf(rows, zone, [chain, ...wider], stage, layer))];
  });
}

function gapOf(
  rows: Rows,
  zone: string,
  [chain = "", ...wider]: readonly string[],
  stage: string,
  layer: number,
): FoldedGap {
  const present = rows
    .from(stage, "joins")
    .filter((member) => rows.chainsOf(member).includes(chain) || rows.above(member, "located-in").includes(zone));
  const absences = rows
    .joins("lacks")
    .filter(({ from, to }) => to === stage && [zone, chain, ...wider].includes(from))
    .filter((row) => ((row["citations"] ?? []) as readonly string[]).length > 0)
    .map(({ id }) => id);
  const absent = absences.length > 0 ? "KNOWN_ABSENT" : "NOT_RECORDED";
  return [stage, layer, present.length > 0 ? "PRESENT" : absent, present, absences];
}
