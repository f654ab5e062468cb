import { Agency } from "./agency.js";
import { Company } from "./company.js";
import { Relationship } from "./decorators.js";
import { Fund } from "./fund.js";

@Relationship({
  zh: "管理",
  en: "manages",
  inverseZh: "管理方为",
  inverseEn: "is managed by",
  description: "Somebody manages a fund (管理).",
  from: { of: [Company, Agency], fields: { managedFunds: Fund } },
  to: { of: [Fund], field: "managers" },
})
export class Manages {}
