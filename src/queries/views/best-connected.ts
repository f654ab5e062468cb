import type { RequestContext } from "../../graph/context.js";
import { derivedTypes } from "../../graph/model.js";
import type { Selection } from "../../graph/selection.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { highestDegrees } from "../../graph/statements/level.js";
import { kindsOf } from "../../graph/walks.js";
import { sizeOf } from "../shared/cut.js";
import type { BestConnectedArgs } from "./best-connected-schema.js";

/** The entities with the most relationships, the best connected first, then by id. */
export async function bestConnected(
  context: RequestContext,
  { kinds, first }: BestConnectedArgs,
  asked: Selection,
): Promise<readonly GraphObject[]> {
  const { graph } = context;
  const size = sizeOf(context, "bestConnected(first)", first);
  const wanted = kinds ? kindsOf(graph.model, kinds) : undefined;
  if (size === 0 || wanted?.length === 0) return [];
  const rows = await graph.read(highestDegrees(wanted, derivedTypes(graph.model), size));
  return graph.entitiesById(
    rows.map(([id]) => id as string),
    asked,
  );
}
