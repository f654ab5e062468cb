import type { EntityKind, RelationshipType } from "../operations.js";
import { KIND_COLOURS } from "../palette.js";

/** The outline of a kind's symbol: places are squares, organisations discs, chains hexagons, what is built houses, papers and events sheets. */
export type Outline = "square" | "disc" | "hexagon" | "house" | "sheet";

/** The outline of a kind's symbol and what stands inside it: one character in Chinese and up to two letters in English. */
interface Sign {
  readonly outline: Outline;
  readonly zh: string;
  readonly en: string;
}

/** How a kind is drawn. */
export interface Look extends Sign {
  readonly colour: string;
}

const look = (outline: Outline, zh: string, en: string): Sign => ({ outline, zh, en });

const LOOKS: Readonly<Record<EntityKind, Sign>> = {
  REGION: look("square", "域", "Re"),
  ZONE: look("square", "区", "Zo"),
  INDUSTRY: look("hexagon", "业", "In"),
  CHAIN: look("hexagon", "链", "Ch"),
  STAGE: look("hexagon", "环", "St"),
  PRODUCT: look("hexagon", "品", "Pd"),
  COMPANY: look("disc", "企", "Co"),
  PROJECT: look("house", "项", "Pr"),
  UNIVERSITY: look("disc", "校", "Un"),
  INSTITUTE: look("disc", "研", "Ii"),
  AGENCY: look("disc", "政", "Ag"),
  FUND: look("disc", "金", "Fu"),
  PERSON: look("disc", "人", "Pe"),
  POLICY: look("sheet", "策", "Po"),
  PLATFORM: look("house", "台", "Pl"),
  TASK_FORCE: look("disc", "专", "Tf"),
  MEASURE: look("sheet", "举", "Me"),
  MILESTONE: look("sheet", "程", "Mi"),
  DESIGNATION: look("sheet", "誉", "De"),
  SOURCE: look("sheet", "源", "So"),
};

/** All kinds. */
export const KINDS = Object.keys(LOOKS) as EntityKind[];

/** How a kind is drawn. */
export function lookOf(kind: EntityKind): Look {
  return { ...LOOKS[kind], colour: KIND_COLOURS[kind] };
}

/** What relationships are about; each theme has one colour of line. */
export type Theme = "place" | "industry" | "cooperation" | "money" | "government";

const THEMES: Readonly<Record<Theme, readonly RelationshipType[]>> = {
  place: ["LOCATED_IN", "PART_OF", "AUTHORED"],
  industry: [
    "DEVELOPS",
    "HAS_STAGE",
    "FEEDS",
    "PRODUCES",
    "LEADS",
    "JOINS",
    "STANDS_IN",
    "LACKS",
    "SUPPLIES",
    "TARGETS",
  ],
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
