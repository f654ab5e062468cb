import { Relationship } from "./decorators.js";
import { Fund } from "./fund.js";

@Relationship({
  zh: "子基金",
  en: "is a sub-fund of",
  inverseZh: "设有子基金",
  inverseEn: "has sub-fund",
  description: "A sub-fund and its mother fund (子基金).",
  from: { of: [Fund], fields: { motherFunds: Fund } },
  to: { of: [Fund], fields: { subFunds: Fund } },
})
export class SubFundOf {}
