import { Chain } from "./chain.js";
import { Company } from "./company.js";
import { Relationship } from "./decorators.js";
import { Industry } from "./industry.js";
import { Project } from "./project.js";

@Relationship({
  zh: "加入",
  en: "joins",
  inverseZh: "延伸至",
  inverseEn: "extends to",
  description: "A company or a project stands in a chain or an industry, which extends to it (加入).",
  from: { of: [Company, Project], fields: { chains: Chain, industries: Industry } },
  to: { of: [Chain, Industry], fields: { companies: Company, projects: Project } },
})
export class Joins {}
