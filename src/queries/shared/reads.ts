import { Extensions } from "type-graphql";

/**
 * Declares how many entities and relationships a question may have to read whatever its answer holds, so that the cost of a
 * query counts them.
 */
export function Reads(items: number | "ALL"): ReturnType<typeof Extensions> {
  return Extensions({ liantu: { reads: items } });
}
