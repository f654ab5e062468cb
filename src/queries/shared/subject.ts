import { BadInput } from "../../errors.js";
import type { GraphModel, Kind } from "../../graph/model.js";

/**
 * Checks that an id is of a kind that a question is about.
 * @param where the field and its argument, for the message: `chainMap(chain)`.
 * @throws BadInput for an id of any other form.
 */
export function idOf(model: GraphModel, where: string, id: string, kinds: readonly string[]): string {
  const known = kinds.map((kind) => (model.kinds.get(kind) as Kind).prefix);
  if (!known.some((prefix) => id.startsWith(`${prefix}:`)))
    throw new BadInput(
      `${where}: expected an id of the form ${known.map((prefix) => `${prefix}:…`).join(" or ")} but got ${JSON.stringify(id)}; search for the name to find it.`,
    );
  return id;
}
