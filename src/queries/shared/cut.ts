import { getNamedType, type GraphQLField, type GraphQLResolveInfo, isObjectType } from "graphql";
import { BadInput } from "../../errors.js";
import type { RequestContext } from "../../graph/context.js";
import { selectionOf } from "../../graph/selection.js";
import type { Truncation } from "./truncation.js";

/**
 * The first of a list that is at hand as a whole.
 * @throws BadInput for a number that is not that of a page.
 */
export function cut<T>(context: RequestContext, where: string, items: readonly T[], first: number): readonly T[] {
  return items.slice(0, sizeOf(context, where, first));
}

/**
 * A number of items that a field is asked for.
 * @throws BadInput for a number that is not that of a page.
 */
export function sizeOf({ limits }: RequestContext, where: string, first: number): number {
  if (first < 0 || first > limits.maxPageSize)
    throw new BadInput(`${where}: expected 0 to ${limits.maxPageSize} but got ${first}; ask for fewer.`, {
      limit: limits.maxPageSize,
    });
  return first;
}

/** Says that a list below a field gives only the first of its items, wherever the query asks for fewer than there are. */
export function listed(info: GraphQLResolveInfo, field: string, items: readonly unknown[]): Truncation | null {
  const type = getNamedType(info.returnType);
  const definition = isObjectType(type) ? (type.getFields()[field] as GraphQLField<unknown, unknown>) : undefined;
  const asked = selectionOf(info)
    .answers(field)
    .map((answer) => definition && (answer.argsOf(definition)["first"] as number));
  const least = Math.min(...asked.map((first) => first ?? Infinity));
  return least < items.length
    ? {
        code: "LISTED",
        limit: least,
        reason: `${field} gives the first ${least} of ${items.length}; ask it with a larger first for the rest.`,
      }
    : null;
}
