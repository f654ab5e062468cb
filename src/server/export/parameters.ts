import { z } from "zod";
import type { ViewRequest } from "../../analysis/views.js";
import { BadInput } from "../../errors.js";
import type { GraphModel } from "../../graph/model.js";

/** A parameter: how it is read, and what is expected of it, in words. */
interface Parameter<Type extends z.ZodType> {
  readonly type: Type;
  readonly words: string;
}

function parameter<Type extends z.ZodType>(type: Type, words: string): Parameter<Type> {
  return { type, words };
}

/** One value, or several of a parameter that is repeated. */
function several<Item extends z.ZodType<string>>(item: Item) {
  return z.preprocess((given) => [given].flat(), z.array(item).min(1));
}

const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

function parametersOf({ kinds, relationships }: GraphModel) {
  const types = [...relationships.keys()];
  const values = [...kinds.values()].map(({ value }) => value);
  return {
    from: parameter(several(z.string().min(1)), "ids of entities, one to each from="),
    depth: parameter(whole, "one whole number"),
    types: parameter(several(z.enum(types)), `relationship types, one to each types=, of ${types.join(", ")}`),
    direction: parameter(z.enum(["OUT", "IN", "BOTH"]), "one of OUT, IN, BOTH"),
    kinds: parameter(several(z.enum(values)), `kinds of entities, one to each kinds=, of ${values.join(", ")}`),
    maxNodes: parameter(whole, "one whole number"),
  };
}

/**
 * Reads the parameters of an export; undefined where the whole graph is asked for.
 * @param where for messages: `GET /export/gexf`.
 * @throws BadInput
 */
export function readSelected(where: string, query: unknown, model: GraphModel): ViewRequest | undefined {
  const parameters = parametersOf(model);
  const names = Object.keys(parameters);
  const given = query as Readonly<Record<string, unknown>>;
  const asked = Object.keys(given);
  for (const name of asked)
    if (!Object.hasOwn(parameters, name))
      throw new BadInput(
        `${where}(${name}): expected any of ${names.join(", ")} but got ${JSON.stringify(name)}; leave it out.`,
      );
  const { from, depth, types, direction, kinds, maxNodes } = parameters;
  const schema = z.object({
    from: from.type,
    depth: depth.type.default(1),
    types: types.type.optional(),
    direction: direction.type.default("BOTH"),
    kinds: kinds.type.optional(),
    maxNodes: maxNodes.type.optional(),
  });
  if (asked.length === 0) return undefined;
  if (!("from" in given))
    throw new BadInput(
      `${where}(${asked.join(", ")}): expected an entity to begin at but from is not there; add from=zone:…, or leave all out for the whole graph.`,
    );
  const result = schema.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
  if (result.success) return result.data;
  const name = String(result.error.issues[0]?.path[0]) as keyof typeof parameters;
  throw new BadInput(
    `${where}(${name}): expected ${parameters[name].words} but got ${JSON.stringify(given[name])}; correct it.`,
  );
}
