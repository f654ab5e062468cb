import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { BadInput } from "../errors.js";

/** How many mistakes are told; each costs as much as the value that it quotes is large. */
const MOST_MISTAKES = 3;
/** How many names an object may have; no input type has nearly as many fields. */
const MOST_NAMES = 1_000;
/** How much of a message that quotes what was sent is told, from its beginning and from its end, in characters. */
const TOLD = 160;

type Variables = Readonly<Record<string, unknown>>;

/**
 * Coerces the variables of an operation.
 * @throws BadInput that tells the first mistakes.
 */
export function readVariables(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Variables): Variables {
  checkWidth(given);
  const definitions = operation.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(schema, definitions, given, { maxErrors: MOST_MISTAKES });
  if (!errors) return coerced;
  // The last one only says that there are more.
  const [first = "", ...others] = errors.slice(0, MOST_MISTAKES).map(({ message }) => abridged(message));
  throw new BadInput(others.length === 0 ? first : `${first} Further: ${others.join(" ")}`);
}

function abridged(message: string): string {
  return message.length <= 2 * TOLD ? message : `${message.slice(0, TOLD)} … ${message.slice(-TOLD)}`;
}

/** Looks at every object, without recursion: what is sent may be nested as deeply as its size lets it. */
function checkWidth(variables: Variables): void {
  const waiting: unknown[] = [variables];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== "object" || value === null) continue;
    const items = Object.values(value);
    if (!Array.isArray(value) && items.length > MOST_NAMES)
      throw new BadInput(
        `Request.variables: expected objects of at most ${MOST_NAMES} names but got one of ${items.length}; send what the query's variables are declared to take.`,
      );
    for (const item of items) if (typeof item === "object" && item !== null) waiting.push(item);
  }
}
