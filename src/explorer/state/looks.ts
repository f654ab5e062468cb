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

const THEMES: Readonly<Record<RelationshipType, Theme>> = {
  LOCATED_IN: "place",
  PART_OF: "place",
  AUTHORED: "place",
  DEVELOPS: "industry",
  HAS_STAGE: "industry",
  FEEDS: "industry",
  PRODUCES: "industry",
  LEADS: "industry",
  JOINS: "industry",
  STANDS_IN: "industry",
  LACKS: "industry",
  SUPPLIES: "industry",
  TARGETS: "industry",
  PARTNERS_WITH: "cooperation",
  BUILDS: "cooperation",
  HOSTS: "cooperation",
  MEMBER_OF: "cooperation",
  FUNDS: "money",
  FOUNDED: "money",
  MANAGES: "money",
  SUBSCRIBES: "money",
  SUB_FUND_OF: "money",
  OWNS: "money",
  SUPPORTS: "government",
  ASSIGNED_TO: "government",
  CHAIRS: "government",
  ISSUED: "government",
  APPLIES_TO: "government",
  HOLDS_OFFICE: "government",
  ATTENDED: "government",
  VISITED: "government",
  REACHED: "government",
  AWARDED: "government",
};

/** The colour of a theme's lines. */
export const THEME_COLOURS: Readonly<Record<Theme, string>> = {
  place: "#b9b3a4",
  industry: "#cf9160",
  cooperation: "#a58bbd",
  money: "#c77d92",
  government: "#94a3b5",
};

/** What a type of relationship is about. */
export function themeOf(type: RelationshipType): Theme {
  return THEMES[type];
}
