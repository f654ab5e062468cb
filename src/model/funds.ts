import { Float, Int } from "type-graphql";
import { Agency } from "./agency.js";
import { Company } from "./company.js";
import { Property, Relationship } from "./decorators.js";
import { Fund } from "./fund.js";
import { Project } from "./project.js";
import { Region } from "./region.js";
import { PartialDate } from "./scalars.js";
import { defineEnum } from "./terms.js";
import { Zone } from "./zone.js";

export const FundingForm = defineEnum("FundingForm", "In what form money is given (资金形式).", {
  LOAN: { zh: "贷款", en: "loan" },
  GRANT: { zh: "补助", en: "grant" },
  INVESTMENT: { zh: "投资", en: "investment" },
});
export type FundingForm = keyof typeof FundingForm;

@Relationship({
  zh: "出资",
  en: "funds",
  inverseZh: "资金来自",
  inverseEn: "is funded by",
  description: "Somebody lends, grants or invests money (出资).",
  distinguishedBy: ["form"],
  from: { of: [Company, Agency, Fund, Zone, Region], fields: { fundedProjects: Project, fundedCompanies: Company } },
  to: { of: [Project, Company], field: "funders" },
})
export class Funds {
  @Property(() => FundingForm, {
    zh: "资金形式",
    en: "form",
    indexed: true,
    description: "In what form the money is given (资金形式).",
  })
  form?: FundingForm;

  @Property(() => Float, {
    zh: "金额",
    en: "amount",
    unit: "CNY",
    indexed: true,
    description: "The amount in yuan, all batches together (金额).",
  })
  amountCny?: number;

  @Property(() => Int, {
    zh: "批次",
    en: "batches",
    description: "In how many batches it was paid (批次).",
  })
  batches?: number;

  @Property(() => String, {
    zh: "用途",
    en: "purpose",
    description: "What the money is called or meant for (用途).",
  })
  purpose?: string;

  @Property(() => PartialDate, {
    zh: "日期",
    en: "date",
    indexed: true,
    description: "When it was given (日期).",
  })
  date?: string;
}
