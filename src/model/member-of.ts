import { Relationship } from "./decorators.js";
import { Party } from "./interfaces.js";
import { TaskForce } from "./task-force.js";

@Relationship({
  zh: "参加",
  en: "is a member of",
  inverseZh: "成员有",
  inverseEn: "has member",
  description: "Somebody belongs to a task force (参加).",
  from: { of: Party, fields: { taskForces: TaskForce } },
  to: { of: [TaskForce], field: "members" },
})
export class MemberOf {}
