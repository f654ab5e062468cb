import { Agency } from "./agency.js";
import { Company } from "./company.js";
import { Property, Relationship } from "./decorators.js";
import { Fund } from "./fund.js";
import { Institute } from "./institute.js";
import { Person } from "./person.js";
import { University } from "./university.js";

@Relationship({
  zh: "任职",
  en: "holds office at",
  inverseZh: "任职者有",
  inverseEn: "has officer",
  description: "A person holds an office (任职).",
  from: { of: [Person], field: "offices" },
  to: { of: [Agency, Company, Fund, Institute, University], fields: { officers: Person } },
})
export class HoldsOffice {
  @Property(() => String, {
    zh: "职务",
    en: "title",
    indexed: true,
    description: "The title of the office (职务).",
  })
  title?: string;
}
