import { Entity } from "./decorators.js";
import { Party } from "./interfaces.js";

@Entity({
  zh: "高校",
  en: "university",
  colour: "#67418f",
  plural: "universities",
  description: "A university (高校).",
  implements: [Party],
})
export class University {}
