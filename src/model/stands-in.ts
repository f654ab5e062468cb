import { Chain } from "./chain.js";
import { Company } from "./company.js";
import { Property, Relationship } from "./decorators.js";
import { HasStage } from "./has-stage.js";
import { Joins } from "./joins.js";
import { Leads } from "./leads.js";
import { PartOf } from "./part-of.js";
import { Project } from "./project.js";

@Relationship({
  zh: "在链",
  en: "stands in",
  inverseZh: "成员为",
  inverseEn: "has",
  description:
    "A company or a project stands in a chain (在链) that it joined or leads, or a part of which it stands in. Whoever joined a stage " +
    "stands in its chain; of a stage that several chains have, in those that each of them is, or is a part of.",
  from: { of: [Company, Project], fields: { chains: Chain } },
  to: { of: [Chain], fields: { companies: Company, projects: Project } },
  derived: { joins: [Joins, Leads], sections: HasStage, parts: PartOf },
})
export class StandsIn {
  @Property(() => [String], {
    zh: "依据关系",
    en: "derived from",
    description: "The ids of the relationships that it follows from (依据关系), whose sources it cites.",
  })
  derivedFrom?: string[];
}
