import { Company } from "./company.js";
import { Relationship } from "./decorators.js";
import { Platform } from "./platform.js";
import { Product } from "./product.js";
import { Project } from "./project.js";
import { Stage } from "./stage.js";

@Relationship({
  zh: "生产",
  en: "produces",
  inverseZh: "生产方为",
  inverseEn: "is produced by",
  description: "Somebody makes a product, or a stage of a chain yields it (生产).",
  from: { of: [Stage, Company, Project, Platform], fields: { products: Product } },
  to: {
    of: [Product],
    fields: { stages: Stage, producingCompanies: Company, producingProjects: Project, producingPlatforms: Platform },
  },
})
export class Produces {}
