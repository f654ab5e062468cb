import { Agency } from "./agency.js";
import { Property, Relationship } from "./decorators.js";
import { Milestone } from "./milestone.js";
import { Person } from "./person.js";

@Relationship({
  zh: "出席",
  en: "attended",
  inverseZh: "出席者有",
  inverseEn: "was attended by",
  description: "Somebody took part in an event (出席).",
  from: { of: [Person, Agency], fields: { attendedMilestones: Milestone } },
  to: { of: [Milestone], field: "attendees" },
})
export class Attended {
  @Property(() => String, {
    zh: "职务",
    en: "office",
    description: "The office in which it was done, where the source names no person (职务).",
  })
  office?: string;
}
