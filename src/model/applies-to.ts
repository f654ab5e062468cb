import { Company } from "./company.js";
import { Relationship } from "./decorators.js";
import { Fund } from "./fund.js";
import { Measure } from "./measure.js";
import { Platform } from "./platform.js";
import { Policy } from "./policy.js";
import { Project } from "./project.js";
import { Zone } from "./zone.js";

@Relationship({
  zh: "适用于",
  en: "applies to",
  inverseZh: "适用",
  inverseEn: "is subject to",
  description: "A policy or a measure concerns somebody or something (适用于).",
  from: { of: [Policy, Measure], field: "subjects" },
  to: {
    of: [Zone, Project, Company, Fund, Platform],
    fields: { applicablePolicies: Policy, applicableMeasures: Measure },
  },
})
export class AppliesTo {}
