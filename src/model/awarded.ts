import { Float } from "type-graphql";
import { Company } from "./company.js";
import { Property, Relationship } from "./decorators.js";
import { Designation } from "./designation.js";
import { Measure } from "./measure.js";
import { Project } from "./project.js";
import { Region } from "./region.js";
import { PartialDate } from "./scalars.js";
import { Zone } from "./zone.js";

@Relationship({
  zh: "授予",
  en: "was awarded to",
  inverseZh: "获得",
  inverseEn: "holds",
  description: "A designation or a reward was given to somebody (授予).",
  from: { of: [Designation, Measure], field: "holders" },
  to: { of: [Region, Zone, Company, Project], fields: { designations: Designation, awards: Measure } },
})
export class Awarded {
  @Property(() => PartialDate, {
    zh: "日期",
    en: "date",
    indexed: true,
    description: "When it was given (日期).",
  })
  date?: string;

  @Property(() => Float, {
    zh: "金额",
    en: "amount",
    unit: "CNY",
    indexed: true,
    description: "The amount of a reward in yuan (金额).",
  })
  amountCny?: number;
}
