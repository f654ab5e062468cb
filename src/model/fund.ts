import { Float } from "type-graphql";
import { Entity, Property } from "./decorators.js";
import { Party } from "./interfaces.js";
import { PartialDate } from "./scalars.js";
import { defineEnum } from "./terms.js";

export const FundType = defineEnum("FundType", "What a fund is for (基金类型).", {
  GOVERNMENT_GUIDANCE: { zh: "政府产业引导基金", en: "government guidance fund for industry" },
  MARKET: { zh: "市场化基金", en: "market fund" },
});
export type FundType = keyof typeof FundType;

export const FundMode = defineEnum("FundMode", "How a fund operates (运作模式).", {
  MOTHER_AND_SUB_FUNDS: { zh: "母子基金", en: "mother fund with sub-funds" },
  SINGLE: { zh: "单一基金", en: "single fund" },
});
export type FundMode = keyof typeof FundMode;

export const InvestmentChannel = defineEnum("InvestmentChannel", "By what means a fund invests (投资方式).", {
  SPECIAL_SUB_FUND: { zh: "专项子基金", en: "special sub-fund" },
  MARKET_SUB_FUND: { zh: "市场化子基金", en: "market sub-fund" },
  DIRECT_INVESTMENT: { zh: "直接投资", en: "direct investment" },
});
export type InvestmentChannel = keyof typeof InvestmentChannel;

export const FundStage = defineEnum("FundStage", "A stage in the life of a fund (基金阶段).", {
  FILING: { zh: "备案", en: "filing with the association of funds" },
  INVESTMENT_PROMOTION: { zh: "基金招商", en: "investment promotion by the fund" },
  PROJECT_INVESTMENT: { zh: "项目投资", en: "investment in projects" },
});
export type FundStage = keyof typeof FundStage;

@Entity({
  zh: "基金",
  en: "fund",
  colour: "#a02c4c",
  description: "An investment fund (基金).",
  implements: [Party],
})
export class Fund {
  @Property(() => FundType, {
    zh: "类型",
    en: "type",
    indexed: true,
    description: "What the fund is for (类型).",
  })
  type?: FundType;

  @Property(() => Float, {
    zh: "基金规模",
    en: "size",
    unit: "CNY",
    indexed: true,
    description: "Total size in yuan (基金规模).",
  })
  sizeCny?: number;

  @Property(() => FundMode, {
    zh: "运作模式",
    en: "mode",
    description: "How the fund operates (运作模式).",
  })
  mode?: FundMode;

  @Property(() => [InvestmentChannel], {
    zh: "投资方式",
    en: "channels",
    description: "By what means it invests (投资方式).",
  })
  channels?: InvestmentChannel[];

  @Property(() => [FundStage], {
    zh: "所处阶段",
    en: "stages",
    description: "The stages that it had entered when the source spoke of it (所处阶段).",
  })
  stages?: FundStage[];

  @Property(() => PartialDate, {
    zh: "阶段时点",
    en: "stages as of",
    description: "When the source said so (阶段时点).",
  })
  stagesAsOf?: string;
}
