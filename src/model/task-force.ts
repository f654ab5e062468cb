import { Entity } from "./decorators.js";

@Entity({
  zh: "专班",
  en: "task force",
  colour: "#53606f",
  description: "A task force (专班) or working team formed for one purpose.",
})
export class TaskForce {}
