import { Int } from "type-graphql";
import { Property, Relationship } from "./decorators.js";
import { Fund } from "./fund.js";
import { Milestone } from "./milestone.js";
import { Project } from "./project.js";

@Relationship({
  zh: "达成",
  en: "reached",
  inverseZh: "达成者为",
  inverseEn: "was reached by",
  description: "A project or a fund reached a milestone (达成).",
  from: { of: [Project, Fund], fields: { milestones: Milestone } },
  to: { of: [Milestone], field: "reachedBy" },
})
export class Reached {
  @Property(() => Int, {
    zh: "步骤",
    en: "step",
    description:
      "The place of the milestone among those of its project or fund, from 1 (步骤); it orders those without a date.",
  })
  step?: number;
}
