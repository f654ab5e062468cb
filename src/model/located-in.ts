import { Agency } from "./agency.js";
import { Company } from "./company.js";
import { Relationship } from "./decorators.js";
import { Fund } from "./fund.js";
import { Institute } from "./institute.js";
import { Place } from "./interfaces.js";
import { Platform } from "./platform.js";
import { Project } from "./project.js";
import { Region } from "./region.js";
import { University } from "./university.js";
import { Zone } from "./zone.js";

@Relationship({
  zh: "位于",
  en: "is located in",
  inverseZh: "辖有",
  inverseEn: "contains",
  description:
    "Something lies in a place (位于): a zone in a region, a firm in a zone, a region in a larger one, an agency in the place that it serves.",
  placement: true,
  from: { of: [Region, Zone, Company, Project, University, Institute, Agency, Fund, Platform], field: "location" },
  to: {
    of: Place,
    fields: {
      regions: Region,
      zones: Zone,
      companies: Company,
      projects: Project,
      universities: University,
      institutes: Institute,
      agencies: Agency,
      funds: Fund,
      platforms: Platform,
    },
  },
})
export class LocatedIn {}
