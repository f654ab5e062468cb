import { cypher, join, name, nothing, type Fragment } from "../cypher.js";
import { isKind, ownerOf, type GraphModel, type Kind, type Property, type RelationshipType } from "../model.js";
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

function decode(property: Property | undefined, value: unknown): unknown {
  return value ?? (property?.list ? [] : null);
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

/** The columns of one node or relationship in a statement's answer: what RETURN says, and how a row is read back. */
export class Columns {
  private constructor(
    private readonly names: readonly string[],
    private readonly read: (row: Row, offset: number) => GraphObject,
    private readonly below: readonly Below[] = [],
  ) {}

  /** Tells two sets of columns apart. */
  get key(): string {
    return [this.names.join(), ...this.below.map(({ key }) => key)].join(" + ");
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
    const object = this.read(row, offset);
    this.below.forEach((below, index) => {
      below.take(object.id, row[offset + this.names.length + index] as Row[]);
    });
    return object;
  }

  /** These, and pages below. */
  with(below: readonly Below[]): Columns {
    return below.length === 0 ? this : new Columns(this.names, this.read, below);
  }

  /** Those of an entity that may be of several kinds. */
  static ofEntity(model: GraphModel, kinds: Iterable<Kind>, selection: Selection): Columns {
    const asked = selection.names();
    const all = asked.has("properties");
    const properties = new Map<string, Property>();
    for (const kind of kinds)
      for (const [key, property] of kind.properties)
        if (asked.has(key) || (all && isOwn(property))) properties.set(key, property);
    const names = columnNames(asked, [...properties.keys()]);
    return new Columns(names, (row, offset) => {
      const id = row[offset] as string;
      const owner = ownerOf(model, id);
      if (!isKind(owner))
        throw new Error(`graph: expected an entity of the model but the database holds ${id}; import again.`);
      const object = fill({ __typename: owner.name, id, kind: owner.value }, names, properties, row, offset);
      return all ? { ...object, properties: stated(ownNames(owner), object) } : object;
    });
  }

  /** Those of a relationship whose type is known. */
  static ofRelationship(type: RelationshipType, selection: Selection): Columns {
    const asked = selection.names();
    const all = asked.has("properties");
    const properties = new Map([...type.properties].filter(([key]) => all || asked.has(key)));
    const names = columnNames(asked, [...properties.keys()]);
    return new Columns(names, (row, offset) => {
      const object = fill(
        { __typename: type.name, id: row[offset] as string, type: type.type },
        names,
        properties,
        row,
        offset,
      );
      return all ? { ...object, properties: stated([...properties.keys()], object) } : object;
    });
  }

  /** Those of relationships of several types; the columns are the union of theirs. */
  static ofRelationships(model: GraphModel, types: readonly RelationshipType[], selection: Selection): Columns {
    const asked = selection.names();
    const all = asked.has("properties");
    const properties = new Map(types.flatMap((type) => [...type.properties].filter(([key]) => all || asked.has(key))));
    const names = columnNames(asked, [...properties.keys()]);
    return new Columns(names, (row, offset) => {
      const id = row[offset] as string;
      const type = ownerOf(model, id);
      if (!type || isKind(type))
        throw new Error(`graph: expected a relationship of the model but the database holds ${id}; import again.`);
      const object = fill({ __typename: type.name, id, type: type.type }, names, properties, row, offset);
      return all ? { ...object, properties: stated([...type.properties.keys()], object) } : object;
    });
  }
}

/** Whether a property is a kind's own: what every entity has goes without words of its own. */
function isOwn({ words }: Property): boolean {
  return words !== undefined;
}

function ownNames({ properties }: Kind): string[] {
  return [...properties.values()].filter(isOwn).map((property) => property.name);
}

function columnNames(asked: ReadonlySet<string>, properties: readonly string[]): string[] {
  return ["id", ...EVIDENCE.filter((column) => asked.has(column)), ...properties];
}

function stated(names: readonly string[], object: GraphObject): Record<string, unknown> {
  const entries = names.map((key): [string, unknown] => [key, object[key]]);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

function fill(
  object: GraphObject & Record<string, unknown>,
  names: readonly string[],
  properties: ReadonlyMap<string, Property>,
  row: Row,
  offset: number,
): GraphObject {
  for (let index = 1; index < names.length; index += 1) {
    const column = names[index] as string;
    const value = row[offset + index];
    if (column === "citations") object[column] = ((value ?? []) as string[]).map(readCitation);
    else if (column === "facts") object["storedFacts"] = value ?? [];
    else object[column] = decode(properties.get(column), value);
  }
  return object;
}
