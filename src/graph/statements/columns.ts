import { cypher, join, name, nothing, type Fragment } from "../cypher.js";
import { isKind, ownerOf, type GraphModel, type Kind, type RelationshipType } from "../model.js";
import type { Selection } from "../selection.js";
import type { Row } from "../../engine/engine.js";

/** An entity or a relationship as resolvers see it: the columns that were asked for, and what tells its type. */
export interface GraphObject {
  readonly __typename: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** A citation as it is stored, `source-id|article|paragraph`, taken apart. */
export interface CitationObject {
  readonly sourceId: string;
  readonly article: string | null;
  readonly paragraph: number | null;
}

/** Stored beside the properties, on nodes and relationships alike. */
const EVIDENCE = ["citations", "facts"] as const;

/** Takes a stored citation apart. */
export function readCitation(stored: string): CitationObject {
  const [sourceId = "", article = "", paragraph = ""] = stored.split("|");
  return { sourceId, article: article || null, paragraph: paragraph ? Number(paragraph) : null };
}

/** Pages below an entity that the statement which finds it reads too. */
export interface Below {
  /** Tells two of them apart. */
  readonly key: string;
  /** A subquery that returns the list of the page's rows at a parent. */
  of(parent: Fragment, depth: number): Fragment;
  /** Takes the rows that were read at a parent. */
  take(parent: string, rows: readonly Row[]): void;
}

/**
 * The columns of one node or relationship in a statement's answer: what RETURN says, and how a row is read back. Both follow
 * from the names, and from whether all properties are wanted together: loaders are shared by no more than that.
 */
export class Columns {
  private constructor(
    private readonly model: GraphModel,
    private readonly names: readonly string[],
    private readonly properties: boolean,
    private readonly below: readonly Below[] = [],
  ) {}

  /** Tells two sets of columns apart; holds all that {@link at} depends on. */
  get key(): string {
    return JSON.stringify([this.names, this.properties, this.below.map(({ key }) => key)]);
  }

  /** How many columns of a row are these. */
  get width(): number {
    return this.names.length + this.below.length;
  }

  /** Whether {@link reach} has anything to read. */
  get reaches(): boolean {
    return this.below.length > 0;
  }

  /** `n.id, n.name, …`, then what {@link reach} has found. */
  of(variable: Fragment, depth = 0): Fragment {
    const own = this.names.map((column) => cypher`${variable}.${name(column)}`);
    return join([...own, ...this.below.map((_, index) => name(`b${depth}_${index}`))], ", ");
  }

  /** Reads the pages below each row, before RETURN. A subquery sees only its parent's id, so that deeper ones may use the same names. */
  reach(variable: Fragment, depth = 0): Fragment {
    if (this.below.length === 0) return nothing;
    const parent = name(`p${depth}`);
    const subqueries = this.below.map(
      (below, index) => cypher`CALL (${parent}) { ${below.of(parent, depth + 1)} AS ${name(`b${depth}_${index}`)} }`,
    );
    return cypher`WITH *, ${variable}.id AS ${parent} ${join(subqueries, " ")}`;
  }

  /** The object that a row holds from a column on. */
  at(row: Row, offset: number): GraphObject {
    const id = row[offset] as string;
    const owner = ownerOf(this.model, id);
    if (!owner) throw new Error(`graph: expected an item of the model but the database holds ${id}; import again.`);
    const object: GraphObject & Record<string, unknown> = isKind(owner)
      ? { __typename: owner.name, id, kind: owner.value }
      : { __typename: owner.name, id, type: owner.type };
    for (let index = 1; index < this.names.length; index += 1) {
      const column = this.names[index] as string;
      const value = row[offset + index];
      if (column === "citations") object[column] = ((value ?? []) as string[]).map(readCitation);
      else if (column === "facts") object["storedFacts"] = value ?? [];
      else object[column] = value ?? (owner.properties.get(column)?.list ? [] : null);
    }
    if (this.properties) object["properties"] = stated(ownNames(owner), object);
    this.below.forEach((below, index) => {
      below.take(id, row[offset + this.names.length + index] as Row[]);
    });
    return object;
  }

  /** These, and pages below. */
  with(below: readonly Below[]): Columns {
    return below.length === 0 ? this : new Columns(this.model, this.names, this.properties, below);
  }

  /** Those that a selection asks for of entities of some kinds, or of relationships of some types: the union of theirs. */
  static for(model: GraphModel, owners: Iterable<Kind | RelationshipType>, selection: Selection): Columns {
    const asked = selection.names();
    const all = asked.has("properties");
    const names = new Set(["id", ...EVIDENCE.filter((column) => asked.has(column))]);
    for (const owner of owners) {
      for (const key of owner.properties.keys()) if (asked.has(key)) names.add(key);
      if (all) for (const key of ownNames(owner)) names.add(key);
    }
    return new Columns(model, [...names], all);
  }
}

/** The properties that are an item's own: what every entity has goes without words of its own. */
function ownNames(owner: Kind | RelationshipType): string[] {
  const all = [...owner.properties.values()];
  return (isKind(owner) ? all.filter(({ words }) => words !== undefined) : all).map((property) => property.name);
}

function stated(names: readonly string[], object: GraphObject): Record<string, unknown> {
  const entries = names.map((key): [string, unknown] => [key, object[key]]);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}
