import { Int } from "type-graphql";
import { Agency } from "./agency.js";
import { Property, Relationship } from "./decorators.js";
import { Measure } from "./measure.js";
import { Region } from "./region.js";
import { Zone } from "./zone.js";

@Relationship({
  zh: "分解到",
  en: "is assigned to",
  inverseZh: "承担",
  inverseEn: "is charged with",
  description: "A measure was broken down to somebody (分解到).",
  from: { of: [Measure], field: "assignees" },
  to: { of: [Agency, Region, Zone], fields: { assignedMeasures: Measure } },
})
export class AssignedTo {
  @Property(() => Int, {
    zh: "单位数",
    en: "number of bodies",
    description: "How many bodies were charged, where the far end is a group (单位数).",
  })
  bodyCount?: number;
}
