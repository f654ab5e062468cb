import { Chain } from "./chain.js";
import { Company } from "./company.js";
import { Relationship } from "./decorators.js";
import { Industry } from "./industry.js";
import { Project } from "./project.js";
import { Stage } from "./stage.js";

@Relationship({
  zh: "加入",
  en: "joins",
  inverseZh: "延伸至",
  inverseEn: "extends to",
  description:
    "A company or a project stands in a chain or an industry, which extends to it, or at a stage of a chain (加入); " +
    "where the stage is known, the chain's own relationship may be left out.",
  from: { of: [Company, Project], fields: { stages: Stage, industries: Industry } },
  to: { of: [Chain, Stage, Industry], on: [Stage, Industry], fields: { companies: Company, projects: Project } },
})
export class Joins {}
