import { Company } from "./company.js";
import { Property, Relationship } from "./decorators.js";
import { Project } from "./project.js";

@Relationship({
  zh: "供应",
  en: "supplies",
  inverseZh: "采购自",
  inverseEn: "is supplied by",
  description: "A company or project supplies another (供应).",
  from: { of: [Company, Project], field: "customers" },
  to: { of: [Company, Project], field: "suppliers" },
})
export class Supplies {
  @Property(() => [String], {
    zh: "供应物",
    en: "goods",
    description: "What is supplied (供应物).",
  })
  goods?: string[];
}
