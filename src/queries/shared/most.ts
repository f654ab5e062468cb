import { Extensions } from "type-graphql";

/** Declares how many items a list may hold that has no argument for it, so that the cost of a query counts them. */
export function Most(items: number): ReturnType<typeof Extensions> {
  return Extensions({ liantu: { most: items } });
}
