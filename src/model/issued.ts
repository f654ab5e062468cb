import { Agency } from "./agency.js";
import { Property, Relationship } from "./decorators.js";
import { Designation } from "./designation.js";
import { Measure } from "./measure.js";
import { Person } from "./person.js";
import { Policy } from "./policy.js";
import { Region } from "./region.js";
import { PartialDate } from "./scalars.js";
import { Zone } from "./zone.js";

@Relationship({
  zh: "出台",
  en: "issued",
  inverseZh: "发布方为",
  inverseEn: "was issued by",
  description:
    "Somebody drew up a policy, took a measure or determined a designation (出台); the status of the policy says how far it came.",
  from: {
    of: [Region, Zone, Agency, Person],
    fields: { policies: Policy, measures: Measure, issuedDesignations: Designation },
  },
  to: { of: [Policy, Measure, Designation], field: "issuers" },
})
export class Issued {
  @Property(() => String, {
    zh: "职务",
    en: "office",
    description: "The office in which it was done, where the source names no person (职务).",
  })
  office?: string;

  @Property(() => PartialDate, {
    zh: "日期",
    en: "date",
    indexed: true,
    description: "When it was issued (日期).",
  })
  date?: string;
}
