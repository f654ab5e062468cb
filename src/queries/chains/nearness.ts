import { Nearness, SupportArea } from "./leader-support-schema.js";

/** From near to far, the unknown last. */
export const NEARNESS: readonly Nearness[] = Object.values(Nearness);

/** The areas that a rate may be about, from small to large. */
export const AREAS: readonly SupportArea[] = Object.values(SupportArea);

/** Something by area: whether the areas are the same, and whether one is recorded. */
export type Flags = Readonly<Record<SupportArea, boolean>>;

/** What is recorded of where one thing lies, beside a leader. */
export interface Position {
  /** In which of the leader's areas it lies. */
  readonly same: Flags;
  /** Of which areas it has any. */
  readonly has: Flags;
}

/** The next larger area; what lies outside of it lies outside of the smaller one too. */
const LARGER: Readonly<Record<SupportArea, SupportArea | undefined>> = {
  ZONE: "PREFECTURE",
  PREFECTURE: "PROVINCE",
  PROVINCE: undefined,
};

/** How near it is. */
export function nearnessOf(leader: Flags, position: Position): Nearness {
  const { same } = position;
  if (same.ZONE) return "SAME_ZONE";
  if (same.PREFECTURE) return "SAME_PREFECTURE";
  if (same.PROVINCE) return "SAME_PROVINCE";
  return liesIn("PROVINCE", leader, position) === false ? "BEYOND" : "UNKNOWN";
}

/** Whether it lies in the leader's area; undefined where what is recorded does not tell. */
export function liesIn(area: SupportArea, leader: Flags, position: Position): boolean | undefined {
  const smaller = {
    ZONE: ["ZONE"],
    PREFECTURE: ["ZONE", "PREFECTURE"],
    PROVINCE: ["ZONE", "PREFECTURE", "PROVINCE"],
  } as const;
  if (smaller[area].some((inner) => position.same[inner])) return true;
  if (leader[area] && position.has[area]) return false;
  const larger = LARGER[area];
  return larger !== undefined && liesIn(larger, leader, position) === false ? false : undefined;
}
