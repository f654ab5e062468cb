import type { GraphObject } from "../../graph/statements/columns.js";
import type { Entities } from "../shared/entities.js";
import {
  leading,
  nodesOf,
  rowsOf,
  type Basis,
  type Interval,
  type Side,
  type Stake,
  type StakePath,
} from "./shares.js";
import type { Warning } from "./stake-warnings.js";
import type { End, StakeWeb } from "./stakes.js";

/** A share as the answer has it; no upper bound is known where not every path was examined. */
export interface Share {
  readonly least: number;
  readonly most: number | null;
}

/** One stake as the answer has it. */
export interface StakeObject {
  /** The leading row. */
  readonly relationship: GraphObject | undefined;
  /** All rows. */
  readonly relationships: readonly GraphObject[];
  readonly share: Share;
  readonly basis: Basis;
}

/** A path as the answer has it. */
export interface PathObject {
  readonly nodes: readonly GraphObject[];
  readonly relationships: readonly GraphObject[];
  readonly stakes: readonly StakeObject[];
  readonly share: Share;
}

/** A far end as the answer has it. */
export interface EndObject {
  readonly entity: GraphObject;
  readonly ultimate: boolean;
  readonly share: Share;
  readonly paths: readonly PathObject[];
}

/** A circle as the answer has it. */
export interface CycleObject {
  readonly nodes: readonly GraphObject[];
  readonly relationships: readonly GraphObject[];
}

/** A warning as the answer has it. */
export interface WarningObject extends Pick<Warning, "code" | "message"> {
  readonly entity: GraphObject | undefined;
  readonly relationships: readonly GraphObject[];
}

type Fields = readonly (readonly string[])[];

/** Where relationships are asked for below fields that list ends of paths, and in the circles and warnings beside them. */
export function relationshipsBelow(fields: readonly string[]): Fields {
  const ofPaths = fields.flatMap((field) => [
    [field, "paths", "relationships"],
    [field, "paths", "stakes", "relationship"],
    [field, "paths", "stakes", "relationships"],
  ]);
  return [...ofPaths, ["cycles", "relationships"], ["warnings", "relationships"]];
}

/** Where entities are asked for there. */
export function entitiesBelow(fields: readonly string[]): Fields {
  const ofPaths = fields.flatMap((field) => [
    [field, "entity"],
    [field, "paths", "nodes"],
  ]);
  return [...ofPaths, ["cycles", "nodes"], ["warnings", "entity"]];
}

/** The ids of all entities that the paths, circles and warnings of a web name. */
export function entitiesOf({ ends, cycles, warnings }: StakeWeb): string[] {
  const paths = [...ends.holders, ...ends.holdings].flatMap((end) => end.paths);
  return [...paths, ...cycles].flatMap(nodesOf).concat(warnings.map(({ held }) => held));
}

/** Puts a web of stakes into the objects that the API shows. */
export class StakeObjects {
  constructor(
    private readonly web: StakeWeb,
    private readonly entities: Entities,
  ) {}

  /** A share over all paths. */
  whole({ least, most }: Interval): Share {
    return { least, most: this.web.truncation === null ? most : null };
  }

  end({ id, paths }: End, side: Side): EndObject {
    const { shares } = this.web;
    return {
      entity: this.entities.get(id) as GraphObject,
      ultimate: (side === "holders" ? shares.in(id) : shares.by(id)).length === 0,
      share: this.whole(shares.over(paths)),
      paths: paths.map((path) => this.path(path)),
    };
  }

  path(path: StakePath): PathObject {
    return { ...this.joined(path), stakes: path.map((stake) => this.stake(stake)), share: this.web.shares.along(path) };
  }

  stake(stake: Stake): StakeObject {
    const { shares, relationships } = this.web;
    return {
      relationship: relationships.get(leading(stake).id),
      relationships: this.relationships(rowsOf([stake])),
      share: shares.of(stake),
      basis: shares.basis(stake),
    };
  }

  cycles(): CycleObject[] {
    return this.web.cycles.map((cycle) => this.joined(cycle));
  }

  warnings(): WarningObject[] {
    return this.web.warnings.map(({ code, message, held, rows }) => ({
      code,
      message,
      entity: this.entities.get(held),
      relationships: this.relationships(rows),
    }));
  }

  private joined(path: StakePath): CycleObject {
    return {
      nodes: nodesOf(path).flatMap((id) => this.entities.get(id) ?? []),
      relationships: this.relationships(rowsOf(path)),
    };
  }

  private relationships(ids: readonly string[]): GraphObject[] {
    return ids.flatMap((id) => this.web.relationships.get(id) ?? []);
  }
}
