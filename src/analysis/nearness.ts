/** How near something lies to a leader, as far as it can be told. */
export type Nearness = "SAME_ZONE" | "SAME_PREFECTURE" | "SAME_PROVINCE" | "BEYOND" | "UNKNOWN";

/** From near to far, the unknown last. */
export const NEARNESS: readonly Nearness[] = ["SAME_ZONE", "SAME_PREFECTURE", "SAME_PROVINCE", "BEYOND", "UNKNOWN"];

/** The areas that a rate may be about. */
export type Area = "ZONE" | "PREFECTURE" | "PROVINCE";

/** Something by area: whether the areas are the same, and whether one is recorded. */
export type Flags = Readonly<Record<Area, boolean>>;

/** What is recorded of where one thing lies, beside a leader. */
export interface Position {
  /** In which of the leader's areas it lies. */
  readonly same: Flags;
  /** Of which areas it has any. */
  readonly has: Flags;
}

/** The next larger area; what lies outside of it lies outside of the smaller one too. */
const LARGER: Readonly<Record<Area, Area | undefined>> = {
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
export function liesIn(area: Area, leader: Flags, position: Position): boolean | undefined {
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

/** What a local supporting rate is, in words. */
export const DEFINITION =
  "Of the firms and projects that joined a chain which the leader leads, or supply the leader, other leaders of these chains left out, " +
  "and for which it can be told whether they lie in the area: the share that does. Each counts once, whatever its size; with several " +
  "places the nearest counts. This is this service's own definition " +
  "(协作配套率：链主所领产业链的加入企业、项目和链主的供应方中，能判断是否位于本地的，其位于本地者所占比例；按家数计，本服务自定义).";
