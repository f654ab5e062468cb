import type { RequestContext } from "../../graph/context.js";
import type { GraphModel } from "../../graph/model.js";
import { findPaths, type FoundPaths, PATH_BOUNDS } from "./find.js";
import { DEFAULT_LENGTH, type PathsArgs } from "./paths-schema.js";
import { readRequest } from "./request.js";

/** The arguments that leave something out. */
const NARROWING = ["types", "kinds", "avoid", "avoidKinds"] as const;

/** What kept a search from what connects the ends, and what to do. */
function remedies(model: GraphModel, args: PathsArgs): string {
  const given = NARROWING.filter(
    (name) => args[name] && (args[name].length > 0 || name === "types" || name === "kinds"),
  );
  const stones = [...model.kinds.values()].filter(({ steppingStone }) => !steppingStone).map(({ value }) => value);
  const told = [
    !args.kinds &&
      !args.avoidKinds &&
      `${stones.join(", ")} are no steps between unless asked for: ask with avoidKinds: [].`,
    given.length > 0 && `${given.join(" and ")} leave${given.length > 1 ? "" : "s"} it out: ask for more.`,
  ];
  return told.filter((text) => text !== false).join(" ");
}

/**
 * What is to be said of an answer without paths: whether anything connects the ends that the question left out, or that nothing
 * does. Null where there are paths, and where not all was examined.
 */
export async function hintOf(
  { graph, limits }: Pick<RequestContext, "graph" | "limits">,
  args: PathsArgs,
  found: FoundPaths,
): Promise<string | null> {
  if (found.paths.length > 0 || found.truncatedReason !== null) return null;
  const maxLength = args.maxLength ?? DEFAULT_LENGTH;
  const wide = readRequest(graph.model, limits, { from: args.from, to: args.to, maxLength, avoidKinds: [], first: 1 });
  const { paths, truncatedReason } = await findPaths(graph, wide, PATH_BOUNDS);
  const [path] = paths;
  if (path) {
    const between = path.length > 2 ? `, past ${path.slice(1, -1).join(", ")}` : "";
    return `Nothing connects them as asked, but something does in ${path.length - 1}${between}. ${remedies(graph.model, args)}`;
  }
  if (truncatedReason !== null) return null;
  const further =
    maxLength < limits.maxPathLength ? `; ask for a larger maxLength, at most ${limits.maxPathLength}` : "";
  return `Nothing connects them within ${maxLength} relationships, whatever lies between${further}.`;
}
