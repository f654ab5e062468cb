import { Entity } from "./decorators.js";

@Entity({
  zh: "产业",
  en: "industry",
  colour: "#a0702a",
  plural: "industries",
  description: "An industry (产业) or branch of one, wherever it is found; its form in one place is a chain.",
  steppingStone: false,
})
export class Industry {}
