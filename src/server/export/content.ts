import { allEntities, selectPart, type Places } from "../../queries/views/part.js";
import { BadInput } from "../../errors.js";
import type { RequestContext } from "../../graph/context.js";
import type { Part } from "../../graph/stored.js";
import type { Asked } from "./parameters.js";

/** What an export holds. */
export interface Content {
  readonly context: RequestContext;
  /** The part that was chosen; the whole graph where there is none. */
  readonly part: Part | undefined;
  readonly places: Places;
}

/**
 * Selects what an export is asked for; the whole graph only where its places are asked for too, which needs all of it at once.
 * @throws BadInput for what is out of bounds or unknown.
 */
export async function contentOf(context: RequestContext, asked: Asked, where: string): Promise<Content> {
  const { layout, places } = asked;
  if (places && layout !== "NONE")
    throw new BadInput(
      `${where}(layout): expected places by layout or by x and y but got both; leave layout or x and y out.`,
    );
  const whole = { context, part: undefined, places: undefined };
  if (!asked.part && layout === "NONE") return whole;
  const from = asked.part?.from ?? (await allEntities(context, where));
  if (from.length === 0) return whole;
  const request = asked.part ?? { from, depth: 0, maxNodes: from.length };
  const selected = await selectPart(context, { ...request, layout }, where);
  return { context, part: selected.part, places: places ?? selected.places };
}
