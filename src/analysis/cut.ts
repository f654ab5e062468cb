import { BadInput } from "../errors.js";
import type { RequestContext } from "../graph/context.js";

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
