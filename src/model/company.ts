import { Entity } from "./decorators.js";
import { Party } from "./interfaces.js";

@Entity({
  zh: "企业",
  en: "company",
  colour: "#1e5a94",
  plural: "companies",
  description: "A company (企业): a firm or a bank, or a branch of one.",
  implements: [Party],
})
export class Company {}
