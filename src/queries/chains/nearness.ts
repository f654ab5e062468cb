/** How near something lies to a leader, as far as it can be told. */
export type Nearness = "SAME_ZONE" | "SAME_PREFECTURE" | "SAME_PROVINCE" | "BEYOND" | "UNKNOWN";

/** From near to far, the unknown last. */
export const NEARNESS: readonly Nearness[] = ["SAME_ZONE", "SAME_PREFECTURE", "SAME_PROVINCE", "BEYOND", "UNKNOWN"];

/** The areas that a rate may be about. */
export const AREAS = ["ZONE", "PREFECTURE", "PROVINCE"] as const;
export type Area = (typeof AREAS)[number];

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
  "Of the firms and projects that stand in a chain which the leader leads, or supply the leader, and for which it can be told whether " +
  "they lie in the area: the share that does. Left out are other leaders of these chains, and what is the leader's own: what it builds " +
  "or owns at any depth, the phases of all these, the project that it is a phase of, and of a leading project its builders with what is " +
  "theirs. A firm and the projects that it builds count once, whatever their size, with the nearest of their places; of several builders " +
  "the first that supports the leader itself counts, otherwise the first by id; a project that no firm is known to build counts for " +
  "itself. There is no rate where one that counts stands in a chain that a zone of the area develops: such are local by definition. " +
  "This is this service's own definition (协作配套率：链主所领产业链的成员和链主的供应方中，能判断是否位于本地的，其位于本地者所占比例；" +
  "链主自己建设、持有的企业和项目及其分期不计，企业与其建设的项目合计一家；成员属于本地开发区自己的产业链时不计比例；按家数计，本服务自定义).";
