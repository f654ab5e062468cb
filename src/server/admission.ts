import type { Limits } from "../config.js";
import { Overloaded, TooCostly } from "../errors.js";
import type { Assessed, Level } from "./cost.js";

/** How many levels a message names. */
const NAMED_LEVELS = 4;
/** When a refused request may come again, in seconds. */
const RETRY_AFTER = 1;

/**
 * Refuses what is too deep, too wide or too costly.
 * @param introspectionLimit what may be asked of the schema itself.
 * @throws TooCostly, with the figure and the limit.
 */
export function checkCost(assessed: Assessed, limits: Limits, introspectionLimit: number): void {
  const { cost, depth, fields, conditions, introspection } = assessed.cost;
  if (depth > limits.maxDepth)
    throw new TooCostly(
      `Query: expected at most ${limits.maxDepth} levels of fields but got ${depth}; ask in several requests.`,
      { depth, limit: limits.maxDepth },
    );
  if (fields > limits.maxFields)
    throw new TooCostly(
      `Query: expected at most ${limits.maxFields} fields but got ${fields}; ask in several requests.`,
      { fields, limit: limits.maxFields },
    );
  if (conditions > limits.maxConditions)
    throw new TooCostly(
      `Query: expected at most ${limits.maxConditions} conditions in filters but got ${Math.ceil(conditions)}; compare with a list (in), or ask in several requests.`,
      { conditions: Math.ceil(conditions), limit: limits.maxConditions },
    );
  if (cost > limits.maxCost)
    throw new TooCostly(
      `Query: expected a cost of at most ${limits.maxCost} but it could be ${cost}; ${advice(assessed, limits.maxCost)}.`,
      { cost, limit: limits.maxCost },
    );
  if (introspection > introspectionLimit)
    throw new TooCostly(
      `Query: expected to be asked about the schema no more than the standard introspection query does (${introspectionLimit}) but got ${introspection}; ask for less of it.`,
      { cost: introspection, limit: introspectionLimit },
    );
}

/** Which levels weigh most, and with which size of theirs the query would pass. */
function advice({ heaviest, passing }: Assessed, most: number): string {
  const size = passing(most);
  if (size === undefined) return "ask for fewer levels, fields, conditions or orders";
  const levels = heaviest();
  const weighty = [...levels].sort((one, other) => other.items - one.items).slice(0, NAMED_LEVELS);
  const named = levels.filter((level) => weighty.includes(level)).map(written);
  return `most by ${named.join(" × ")}: ask for first: ${size} on each of them, or for fewer levels`;
}

function written({ field, items }: Level): string {
  return `${field} (${items})`;
}

/** Bounds the cost of all requests that are being answered. */
export class CostInFlight {
  private cost = 0;

  constructor(private readonly most: number) {}

  /**
   * Takes a request in; what it answers gives its place back.
   * @throws Overloaded
   */
  enter(cost: number): () => void {
    if (this.cost > 0 && this.cost + cost > this.most)
      throw new Overloaded(
        `Service: expected at most ${this.most} of cost at once but others ask for ${this.cost} already; ask again in ${RETRY_AFTER} s.`,
        RETRY_AFTER,
      );
    this.cost += cost;
    let left = false;
    return () => {
      if (!left) this.cost -= cost;
      left = true;
    };
  }
}
