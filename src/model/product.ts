import { Entity } from "./decorators.js";

@Entity({
  zh: "产品",
  en: "product",
  colour: "#7d6a4c",
  description: "A product or a material (产品) that is made, or that research works on.",
})
export class Product {}
