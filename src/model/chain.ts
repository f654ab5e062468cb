import { Float, Int } from "type-graphql";
import { Entity, Property } from "./decorators.js";
import { PartialDate } from "./scalars.js";

@Entity({
  zh: "产业链",
  en: "industry chain",
  colour: "#b0531c",
  description:
    "An industry chain (产业链) as one place organises it; chains of two places are two chains, joined by their wider industry.",
})
export class Chain {
  @Property(() => Int, {
    zh: "延伸项目数",
    en: "projects extended to",
    description:
      "The number of projects that the chain extended to, as stated (延伸项目数); the source may name fewer.",
  })
  extendedProjectCount?: number;

  @Property(() => Int, {
    zh: "延伸企业数",
    en: "companies extended to",
    description:
      "The number of companies that the chain extended to, as stated (延伸企业数); the source may name fewer.",
  })
  extendedCompanyCount?: number;

  @Property(() => Float, {
    zh: "总装机容量",
    en: "total installed capacity",
    unit: "MW",
    indexed: true,
    description: "Total installed capacity of the chain's power plants, as stated, in megawatts (总装机容量).",
  })
  installedMw?: number;

  @Property(() => PartialDate, {
    zh: "数据时点",
    en: "as of",
    description: "When the source said so (数据时点).",
  })
  statedAsOf?: string;
}
