import type { ModelClass, RelationshipDefinition } from "../decorators.js";
import { entityOf } from "../decorators.js";
import type { Declared, Endpoint } from "./declared.js";
import { endpointName, nodeName } from "./names.js";
import {
  entityConditions,
  filterType,
  inputType,
  kindCondition,
  orderable,
  orderFields,
  propertyConditions,
  sortDirection,
  withinCondition,
  type DerivedType,
  type InputField,
} from "./inputs.js";

/** What a type can be filtered and ordered by. */
export interface Inputs {
  readonly filter: ModelClass;
  /** The enum of order fields; undefined where there are none. */
  readonly order: DerivedType | undefined;
}

/** Makes filters and orders, each once; they refer to each other, so what is nested is looked up when the schema is built. */
export class Filters {
  private readonly nodes = new Map<ModelClass, Inputs>();
  private readonly relationships = new Map<ModelClass, Inputs | undefined>();
  private readonly ends = new Map<string, ModelClass>();
  private readonly orders = new Map<string, ModelClass>();
  constructor(private readonly declared: Declared) {}

  /** Those of a kind or of an interface. */
  node(target: ModelClass): Inputs {
    const known = this.nodes.get(target);
    if (known) return known;
    const entity = entityOf(target);
    const name = nodeName(target);
    const own = entity ? orderable(entity.properties) : [];
    const made: Inputs = {
      filter: filterType(`${name}Filter`, name, () => this.nodeConditions(target)),
      order: orderFields(`${name}OrderField`, name, ["id", "name", "nameEn", ...own]),
    };
    this.nodes.set(target, made);
    return made;
  }

  private nodeConditions(target: ModelClass): InputField[] {
    const entity = entityOf(target);
    const related = this.declared.endpoints
      .filter(({ owner }) => owner.target === target)
      .map((endpoint) => ({
        name: endpoint.field,
        type: () => this.end(endpoint),
        description: `At least one ${endpoint.relationship.en} (${endpoint.relationship.zh}) that fits; under not: none.`,
      }));
    return [
      ...entityConditions,
      ...(entity ? propertyConditions(entity.properties) : [kindCondition]),
      ...(!entity || this.declared.isPlaced(entity) ? [withinCondition] : []),
      ...related,
    ];
  }

  /** Those of a relationship's own properties; undefined where it has none. */
  private relationship({ target, name, type, properties }: RelationshipDefinition): Inputs | undefined {
    if (properties.length > 0 && !this.relationships.has(target))
      this.relationships.set(target, {
        filter: filterType(`${name}Filter`, `${type} itself`, () => propertyConditions(properties)),
        order: orderFields(`${name}OrderField`, type, orderable(properties)),
      });
    return this.relationships.get(target);
  }

  /** The filter of an endpoint: conditions on the far node, on the relationship, or on both together. */
  end(endpoint: Endpoint): ModelClass {
    const name = `${endpointName(endpoint)}Filter`;
    const known = this.ends.get(name);
    if (known) return known;
    const { relationship, far } = endpoint;
    const own = this.relationship(relationship)?.filter;
    const conditions: InputField[] = [
      { name: "node", type: () => this.node(far).filter, description: "Conditions on the far end (对端条件)." },
    ];
    if (own)
      conditions.push({
        name: "relationship",
        type: () => own,
        description: "Conditions on the relationship (关系条件).",
      });
    const made = filterType(name, `the far end of ${relationship.type} and the relationship to it`, () => conditions);
    this.ends.set(name, made);
    return made;
  }

  /** The order of an endpoint's list. */
  endOrder(endpoint: Endpoint): ModelClass {
    const name = `${endpointName(endpoint)}Order`;
    const known = this.orders.get(name);
    if (known) return known;
    const order = this.node(endpoint.far).order as DerivedType;
    const own = this.relationship(endpoint.relationship)?.order;
    const fields: InputField[] = [
      { name: "node", type: () => order, description: "By a property of the far end (对端字段)." },
    ];
    if (own)
      fields.push({
        name: "relationship",
        type: () => own,
        description: "By a property of the relationship (关系字段).",
      });
    const description =
      "Exactly one of node and, where there is one, relationship; nulls sort last in ascending order (排序).";
    const made = inputType(name, description, [...fields, sortDirection]);
    this.orders.set(name, made);
    return made;
  }
}
