import { isDeepStrictEqual } from "node:util";
import type { Limits } from "../../config.js";
import { BadInput } from "../../errors.js";
import { derivedTypes, type GraphModel, type Kind, statedTypes } from "../../graph/model.js";
import type { Ground } from "../../graph/statements/frontier.js";
import { byCodePoint } from "../../graph/text-order.js";
import { typesOf } from "../../graph/walks.js";
import { DEFAULT_LENGTH, type PathsArgs } from "./paths-schema.js";

/** Further than this from the shortest, paths are so many that a list of them says nothing. */
const MOST_EXTRA = 2;

/** A search, checked; it runs from the smaller of the two ends, so that it is the same from either. */
export interface PathRequest {
  readonly start: string;
  readonly goal: string;
  /** Whether the client asked from the larger end. */
  readonly mirrored: boolean;
  readonly maxLength: number;
  readonly extra: number;
  /** What may be followed and passed between the ends. */
  readonly ground: Ground;
  readonly avoid: ReadonlySet<string>;
  readonly first: number;
}

function within(argument: string, value: number, least: number, most: number, remedy: string): number {
  if (value < least || value > most)
    throw new BadInput(`paths(${argument}): expected ${least} to ${most} but got ${value}; ${remedy}.`, {
      limit: most,
    });
  return value;
}

/** Stepping stones, unless kinds are named: then those alone, or all but those to avoid. */
function between(model: GraphModel, { kinds, avoidKinds }: PathsArgs): Kind[] {
  const named = kinds ?? undefined;
  return [...model.kinds.values()].filter(({ value, steppingStone }) => {
    if (avoidKinds?.includes(value)) return false;
    return named ? named.includes(value) : avoidKinds ? true : steppingStone;
  });
}

function checkEnds({ from, to, avoid }: PathsArgs): void {
  if (from === to)
    throw new BadInput(
      `paths(to): expected another entity than from but got ${JSON.stringify(to)} at both ends; name two.`,
    );
  for (const [end, id] of Object.entries({ from, to }))
    if (avoid?.includes(id))
      throw new BadInput(
        `paths(avoid): expected entities other than the ends but got ${JSON.stringify(id)}, the end ${end}; leave it out.`,
      );
}

/**
 * Checks what a client asks.
 * @throws BadInput
 */
export function readRequest(model: GraphModel, limits: Limits, args: PathsArgs): PathRequest {
  checkEnds(args);
  const { maxPathLength, maxPageSize } = limits;
  const avoid = new Set(args.avoid ?? []);
  const first = args.first ?? limits.defaultPageSize;
  if (avoid.size > maxPageSize)
    throw new BadInput(
      `paths(avoid): expected at most ${maxPageSize} ids but got ${avoid.size}; avoid whole kinds by avoidKinds.`,
      { limit: maxPageSize },
    );
  const mirrored = byCodePoint(args.from, args.to) > 0;
  const [start, goal] = mirrored ? [args.to, args.from] : [args.from, args.to];
  const types = typesOf(model, args.types);
  const asked = args.maxLength ?? DEFAULT_LENGTH;
  return {
    start,
    goal,
    mirrored,
    maxLength: within("maxLength", asked, 1, maxPathLength, "ask for a length within these limits"),
    extra: within("extra", args.extra ?? 0, 0, MOST_EXTRA, "ask for paths closer to the shortest"),
    ground: {
      types,
      narrowed: !isDeepStrictEqual(types, statedTypes(model)),
      derived: derivedTypes(model),
      kinds: between(model, args),
      goals: [start, goal],
    },
    avoid,
    first: within("first", first, 0, maxPageSize, "narrow types or kinds to have fewer paths"),
  };
}
