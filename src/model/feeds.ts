import { Relationship } from "./decorators.js";
import { Stage } from "./stage.js";

@Relationship({
  zh: "供给",
  en: "feeds",
  inverseZh: "承接",
  inverseEn: "is fed by",
  description: "One stage of a chain feeds the next, from upstream to downstream (供给).",
  from: { of: [Stage], fields: { nextStages: Stage } },
  to: { of: [Stage], fields: { previousStages: Stage } },
})
export class Feeds {}
