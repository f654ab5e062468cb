import { Chain } from "./chain.js";
import { Company } from "./company.js";
import { Relationship } from "./decorators.js";
import { Project } from "./project.js";

@Relationship({
  zh: "任链主",
  en: "leads",
  inverseZh: "链主为",
  inverseEn: "is led by",
  description: "A chain leader and its chain (链主).",
  from: { of: [Company, Project], fields: { ledChains: Chain } },
  to: { of: [Chain], fields: { leadingCompanies: Company, leadingProjects: Project } },
})
export class Leads {}
