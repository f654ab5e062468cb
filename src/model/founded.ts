import { Property, Relationship } from "./decorators.js";
import { Fund } from "./fund.js";
import { Party } from "./interfaces.js";
import { PartialDate } from "./scalars.js";
import { TaskForce } from "./task-force.js";

@Relationship({
  zh: "发起设立",
  en: "founded",
  inverseZh: "发起方为",
  inverseEn: "was founded by",
  description: "Somebody set up a fund or a task force, alone or with others (发起设立).",
  from: { of: Party, fields: { foundedFunds: Fund, foundedTaskForces: TaskForce } },
  to: { of: [Fund, TaskForce], field: "founders" },
})
export class Founded {
  @Property(() => PartialDate, {
    zh: "日期",
    en: "date",
    indexed: true,
    description: "When it was set up (日期).",
  })
  date?: string;
}
