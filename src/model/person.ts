import { Entity } from "./decorators.js";
import { Party } from "./interfaces.js";

@Entity({
  zh: "人物",
  en: "person",
  colour: "#7c4a36",
  plural: "people",
  description: "A person (人物) whom a source names.",
  implements: [Party],
})
export class Person {}
