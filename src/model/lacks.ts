import { Chain } from "./chain.js";
import { Property, Relationship } from "./decorators.js";
import { PartialDate } from "./scalars.js";
import { Stage } from "./stage.js";
import { Zone } from "./zone.js";

@Relationship({
  zh: "缺少",
  en: "lacks",
  inverseZh: "缺少方为",
  inverseEn: "is lacked by",
  description:
    "A source says that a zone, or a chain, has nobody at a stage (缺少); what is merely not recorded is no such relationship.",
  from: { of: [Zone, Chain], fields: { lackedStages: Stage } },
  to: { of: [Stage], fields: { lackingZones: Zone, lackingChains: Chain } },
})
export class Lacks {
  @Property(() => PartialDate, {
    zh: "数据时点",
    en: "as of",
    description: "When the source said so (数据时点).",
  })
  statedAsOf?: string;
}
