import { Chain } from "./chain.js";
import { Property, Relationship } from "./decorators.js";
import { Industry } from "./industry.js";
import { defineEnum } from "./terms.js";
import { Zone } from "./zone.js";

export const DevelopmentRole = defineEnum(
  "DevelopmentRole",
  "What place a chain or industry has in a zone (产业地位).",
  {
    LEADING: { zh: "主导", en: "leading" },
    EXTENDED: { zh: "拓展", en: "extended" },
  },
);
export type DevelopmentRole = keyof typeof DevelopmentRole;

export const ChainFormation = defineEnum("ChainFormation", "How far a chain or industry has formed (成形程度).", {
  FORMED: { zh: "基本形成", en: "formed" },
  ADVANTAGED: { zh: "具有优势", en: "advantaged" },
  PLANNED: { zh: "推动形成", en: "planned" },
});
export type ChainFormation = keyof typeof ChainFormation;

@Relationship({
  zh: "发展",
  en: "develops",
  inverseZh: "发展方为",
  inverseEn: "is developed by",
  description: "A zone develops a chain or an industry (发展).",
  from: { of: [Zone], fields: { chains: Chain, industries: Industry } },
  to: { of: [Chain, Industry], fields: { zones: Zone } },
})
export class Develops {
  @Property(() => DevelopmentRole, {
    zh: "地位",
    en: "role",
    indexed: true,
    description: "What place it has among the zone's industries (地位).",
  })
  role?: DevelopmentRole;

  @Property(() => ChainFormation, {
    zh: "成形程度",
    en: "formation",
    indexed: true,
    description: "How far it has formed (成形程度).",
  })
  formation?: ChainFormation;
}
