import { Chain } from "./chain.js";
import { Company } from "./company.js";
import { Relationship } from "./decorators.js";
import { Industry } from "./industry.js";
import { Institute } from "./institute.js";
import { Platform } from "./platform.js";
import { Project } from "./project.js";
import { Source } from "./source.js";
import { University } from "./university.js";

@Relationship({
  zh: "属于",
  en: "is part of",
  inverseZh: "包含",
  inverseEn: "comprises",
  description:
    "A part and its whole (属于): a chain and its industry, a laboratory and its institute, an institute and its university, a phase and its project, an article and its page.",
  from: { of: [Industry, Chain, Project, Institute, Source], field: "partOf" },
  to: { of: [Industry, Chain, Project, Platform, Company, University, Institute, Source], field: "parts" },
})
export class PartOf {}
