import { Agency } from "./agency.js";
import { Property, Relationship } from "./decorators.js";
import { Person } from "./person.js";
import { TaskForce } from "./task-force.js";

@Relationship({
  zh: "牵头",
  en: "chairs",
  inverseZh: "组长为",
  inverseEn: "is chaired by",
  description: "Somebody heads a task force (牵头).",
  from: { of: [Person, Agency], fields: { chairedTaskForces: TaskForce } },
  to: { of: [TaskForce], field: "chairs" },
})
export class Chairs {
  @Property(() => String, {
    zh: "职称",
    en: "title",
    description: "The title in the task force (组内职务).",
  })
  title?: string;

  @Property(() => String, {
    zh: "职务",
    en: "office",
    description: "The office in which it was done, where the source names no person (职务).",
  })
  office?: string;
}
