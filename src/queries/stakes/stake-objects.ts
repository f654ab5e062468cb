import type { GraphObject } from "../../graph/statements/columns.js";
import { type Entities, known } from "../shared/entities.js";
import { type Interval, leading, nodesOf, rowsOf, type Side, type Stake, type StakePath } from "./shares.js";
import type * as answer from "./stake-schema.js";
import type { End, StakeWeb } from "./stakes.js";

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
  whole({ least, most }: Interval): answer.Share {
    return { least, most: this.web.truncation === null ? most : null };
  }

  end({ id, paths }: End, side: Side): answer.StakeEnd {
    const { shares } = this.web;
    return {
      entity: known(this.entities, id),
      ultimate: (side === "holders" ? shares.in(id) : shares.by(id)).length === 0,
      share: this.whole(shares.over(paths)),
      paths: paths.map((path) => this.path(path)),
    };
  }

  path(path: StakePath): answer.StakePath {
    const { nodes, relationships } = this.joined(path);
    const stakes = path.map((stake) => this.stake(stake));
    return { nodes, relationships, stakes, share: this.web.shares.along(path) };
  }

  stake(stake: Stake): answer.Stake {
    const { shares, relationships } = this.web;
    return {
      relationship: known(relationships, leading(stake).id),
      relationships: this.relationships(rowsOf([stake])),
      share: shares.of(stake),
      basis: shares.basis(stake),
    };
  }

  cycles(): answer.StakeCycle[] {
    return this.web.cycles.map((cycle) => this.joined(cycle));
  }

  warnings(): answer.StakeWarning[] {
    return this.web.warnings.map(({ code, message, held, rows }) => ({
      code,
      message,
      entity: known(this.entities, held),
      relationships: this.relationships(rows),
    }));
  }

  private joined(path: StakePath): answer.StakeCycle {
    return {
      nodes: nodesOf(path).flatMap((id) => this.entities.get(id) ?? []),
      relationships: this.relationships(rowsOf(path)),
    };
  }

  private relationships(ids: readonly string[]): GraphObject[] {
    return ids.flatMap((id) => this.web.relationships.get(id) ?? []);
  }
}
