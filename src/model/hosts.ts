import { Company } from "./company.js";
import { Relationship } from "./decorators.js";
import { Institute } from "./institute.js";
import { Milestone } from "./milestone.js";
import { Platform } from "./platform.js";
import { University } from "./university.js";
import { Zone } from "./zone.js";

@Relationship({
  zh: "承办",
  en: "hosts",
  inverseZh: "主办方为",
  inverseEn: "is hosted by",
  description: "Somebody runs a platform or holds an event (承办).",
  from: {
    of: [Zone, Company, University, Institute],
    fields: { hostedPlatforms: Platform, hostedMilestones: Milestone },
  },
  to: { of: [Platform, Milestone], field: "hosts" },
})
export class Hosts {}
