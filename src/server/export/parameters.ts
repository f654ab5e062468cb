import { z } from "zod";
import type { PartRequest, Place, Places } from "../../queries/views/part.js";
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
function several<Item extends z.ZodType>(item: Item, least = 1) {
  return z.preprocess((given) => [given].flat(), z.array(item).min(least));
}

/** A number, as JSON or as the text of an address. */
function numeric<Type extends z.ZodType<number>>(form: RegExp, type: Type) {
  return z.preprocess((given) => (typeof given === "string" && form.test(given) ? Number(given) : given), type);
}

const whole = numeric(/^\d{1,9}$/, z.number().int().min(0).max(999_999_999));
const coordinate = numeric(/^-?\d{1,9}(\.\d{1,9})?$/, z.number().min(-1e9).max(1e9));

function parametersOf({ kinds, relationships }: GraphModel) {
  const type = z.enum([...relationships.keys()]);
  const values = [...kinds.values()].map(({ value }) => value);
  const ofTypes = (name: string) =>
    `relationship types, one to each ${name}=, of ${[...relationships.keys()].join(", ")}`;
  return {
    from: parameter(several(z.string().min(1)), "ids of entities, one to each from="),
    depth: parameter(whole, "one whole number"),
    types: parameter(several(type), ofTypes("types")),
    direction: parameter(z.enum(["OUT", "IN", "BOTH"]), "one of OUT, IN, BOTH"),
    kinds: parameter(several(z.enum(values)), `kinds of entities, one to each kinds=, of ${values.join(", ")}`),
    maxNodes: parameter(whole, "one whole number"),
    relationshipTypes: parameter(several(type, 0), ofTypes("relationshipTypes")),
    layout: parameter(z.enum(["NONE", "FORCE", "LAYERED"]), "one of NONE, FORCE, LAYERED"),
    x: parameter(several(coordinate), "one number to each from="),
    y: parameter(several(coordinate), "one number to each from="),
  };
}

/** What an export is asked for. */
export interface Asked {
  /** The part that it holds; undefined for the whole graph. */
  readonly part: Omit<PartRequest, "layout"> | undefined;
  readonly layout: PartRequest["layout"];
  /** Where the entities that it begins at stand; undefined where nobody says. */
  readonly places: Places;
}

/**
 * Reads the parameters of an export: those of an address, or a posted object.
 * @param where for messages: `GET /export/gexf`.
 * @throws BadInput
 */
export function readAsked(where: string, sent: unknown, model: GraphModel): Asked {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent))
    throw new BadInput(
      `${where}: expected a JSON object of parameters but got ${shortened(sent)}; send {"from": ["zone:…"], "depth": 0}.`,
    );
  const parameters = parametersOf(model);
  const given = sent as Readonly<Record<string, unknown>>;
  checkNames(where, given, Object.keys(parameters));
  const { from, depth, types, direction, kinds, maxNodes, relationshipTypes, layout, x, y } = parameters;
  const schema = z.object({
    from: from.type.optional(),
    depth: depth.type.default(1),
    types: types.type.optional(),
    direction: direction.type.default("BOTH"),
    kinds: kinds.type.optional(),
    maxNodes: maxNodes.type.optional(),
    relationshipTypes: relationshipTypes.type.optional(),
    layout: layout.type.default("NONE"),
    x: x.type.optional(),
    y: y.type.optional(),
  });
  const result = schema.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]) as keyof typeof parameters;
    throw new BadInput(
      `${where}(${name}): expected ${parameters[name].words} but got ${shortened(given[name])}; correct it.`,
    );
  }
  const { layout: asked, x: xs, y: ys, from: starts, ...rest } = result.data;
  if (!starts) return { part: undefined, layout: asked, places: undefined };
  return { part: { ...rest, from: starts }, layout: asked, places: placesOf(where, starts, xs, ys) };
}

/** Refuses what is no parameter, and parameters of a part where none is asked for. */
function checkNames(where: string, given: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const asked = Object.keys(given);
  for (const name of asked)
    if (!names.includes(name))
      throw new BadInput(
        `${where}(${name.slice(0, 50)}): expected any of ${names.join(", ")} but got ${shortened(name)}; leave it out.`,
      );
  if ("from" in given || asked.every((name) => name === "layout")) return;
  throw new BadInput(
    `${where}(${asked.join(", ")}): expected an entity to begin at but from is not there; add from=zone:…, or leave all but layout out for the whole graph.`,
  );
}

function placesOf(where: string, from: readonly string[], x?: readonly number[], y?: readonly number[]): Places {
  if (!x && !y) return undefined;
  for (const [name, places] of Object.entries({ x, y }))
    if (places?.length !== from.length)
      throw new BadInput(
        `${where}(${name}): expected one number to each of ${from.length} from but got ${places?.length ?? 0}; name as many, or leave x and y out.`,
      );
  return new Map(from.map((id, at): [string, Place] => [id, { x: x?.[at] ?? 0, y: y?.[at] ?? 0 }]));
}

/** What was sent, as much of it as a message may repeat. */
function shortened(sent: unknown): string {
  const text = sent === undefined ? "nothing" : JSON.stringify(sent);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
