import type { EntityKind, RelationshipType } from "../operations.js";

/** The outline of a kind's symbol: places are squares, organisations discs, chains hexagons, what is built houses, papers and events sheets. */
export type Outline = "square" | "disc" | "hexagon" | "house" | "sheet";

/** How a kind is drawn: a colour, an outline, and a sign inside it, one character in Chinese and up to two letters in English. */
export interface Look {
  readonly colour: string;
  readonly outline: Outline;
  readonly zh: string;
  readonly en: string;
}

const look = (colour: string, outline: Outline, zh: string, en: string): Look => ({ colour, outline, zh, en });

const LOOKS: Readonly<Record<EntityKind, Look>> = {
  REGION: look("#6b7350", "square", "域", "Re"),
  ZONE: look("#1f6650", "square", "区", "Zo"),
  INDUSTRY: look("#a0702a", "hexagon", "业", "In"),
  CHAIN: look("#b0531c", "hexagon", "链", "Ch"),
  STAGE: look("#86601f", "hexagon", "环", "St"),
  PRODUCT: look("#7d6a4c", "hexagon", "品", "Pd"),
  COMPANY: look("#1e5a94", "disc", "企", "Co"),
  PROJECT: look("#356d9e", "house", "项", "Pr"),
  UNIVERSITY: look("#67418f", "disc", "校", "Un"),
  INSTITUTE: look("#8557a3", "disc", "研", "Ii"),
  AGENCY: look("#46566b", "disc", "政", "Ag"),
  FUND: look("#a02c4c", "disc", "金", "Fu"),
  PERSON: look("#7c4a36", "disc", "人", "Pe"),
  POLICY: look("#566a80", "sheet", "策", "Po"),
  PLATFORM: look("#1d7480", "house", "台", "Pl"),
  TASK_FORCE: look("#53606f", "disc", "专", "Tf"),
  MEASURE: look("#6b6a58", "sheet", "举", "Me"),
  MILESTONE: look("#8c5a2b", "sheet", "程", "Mi"),
  DESIGNATION: look("#8a6116", "sheet", "誉", "De"),
  SOURCE: look("#6f6f6f", "sheet", "源", "So"),
};

/** All kinds. */
export const KINDS = Object.keys(LOOKS) as EntityKind[];

/** How a kind is drawn. */
export function lookOf(kind: EntityKind): Look {
  return LOOKS[kind];
}

/** What relationships are about; each theme has one colour of line. */
export type Theme = "place" | "industry" | "cooperation" | "money" | "government";

const THEMES: Readonly<Record<Theme, readonly RelationshipType[]>> = {
  place: ["LOCATED_IN", "PART_OF", "AUTHORED"],
  industry: ["DEVELOPS", "HAS_STAGE", "FEEDS", "PRODUCES", "LEADS", "JOINS", "LACKS", "SUPPLIES", "TARGETS"],
  cooperation: ["PARTNERS_WITH", "BUILDS", "HOSTS", "MEMBER_OF"],
  money: ["FUNDS", "FOUNDED", "MANAGES", "SUBSCRIBES", "SUB_FUND_OF", "OWNS"],
  government: [
    "SUPPORTS",
    "ASSIGNED_TO",
    "CHAIRS",
    "ISSUED",
    "APPLIES_TO",
    "HOLDS_OFFICE",
    "ATTENDED",
    "VISITED",
    "REACHED",
    "AWARDED",
  ],
};

/** The colour of a theme's lines. */
export const THEME_COLOURS: Readonly<Record<Theme, string>> = {
  place: "#b9b3a4",
  industry: "#cf9160",
  cooperation: "#a58bbd",
  money: "#c77d92",
  government: "#94a3b5",
};

const themes = new Map(
  (Object.entries(THEMES) as [Theme, readonly RelationshipType[]][]).flatMap(([theme, types]) =>
    types.map((type) => [type, theme] as const),
  ),
);

/** What a type of relationship is about. */
export function themeOf(type: RelationshipType): Theme {
  return themes.get(type) ?? "place";
}
