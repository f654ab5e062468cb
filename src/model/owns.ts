import { Float } from "type-graphql";
import { Company } from "./company.js";
import { Property, Relationship } from "./decorators.js";
import { Party } from "./interfaces.js";
import { Project } from "./project.js";
import { PartialDate } from "./scalars.js";

@Relationship({
  zh: "持有",
  en: "owns",
  inverseZh: "持有方为",
  inverseEn: "is owned by",
  description: "Somebody owns a company or a project, or a share of it (持有).",
  from: { of: Party, fields: { ownedCompanies: Company, ownedProjects: Project } },
  to: { of: [Company, Project], field: "owners" },
})
export class Owns {
  @Property(() => Float, {
    zh: "持股比例",
    en: "share",
    unit: "%",
    indexed: true,
    description: "The share in percent (持股比例).",
  })
  sharePercent?: number;

  @Property(() => PartialDate, {
    zh: "起始日期",
    en: "since",
    indexed: true,
    description: "Since when (起始日期).",
  })
  validFrom?: string;

  @Property(() => PartialDate, {
    zh: "截止日期",
    en: "until",
    indexed: true,
    description: "Until when (截止日期).",
  })
  validTo?: string;
}
