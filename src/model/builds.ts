import { Company } from "./company.js";
import { Relationship } from "./decorators.js";
import { Institute } from "./institute.js";
import { Platform } from "./platform.js";
import { Project } from "./project.js";
import { University } from "./university.js";
import { Zone } from "./zone.js";

@Relationship({
  zh: "建设",
  en: "builds",
  inverseZh: "建设方为",
  inverseEn: "is built by",
  description: "Somebody builds a project or a platform, alone or with others (建设).",
  from: {
    of: [Company, Project, Zone, University, Institute],
    fields: { builtProjects: Project, builtPlatforms: Platform },
  },
  to: { of: [Project, Platform], field: "builders" },
})
export class Builds {}
