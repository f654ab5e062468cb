import { Float, Int } from "type-graphql";
import { Entity, Property } from "./decorators.js";
import { Party, Place } from "./interfaces.js";
import { PartialDate } from "./scalars.js";

@Entity({
  zh: "开发区",
  en: "development zone",
  colour: "#1f6650",
  description: "A development zone (开发区): an area with an administration of its own that hosts firms and projects.",
  implements: [Party, Place],
})
export class Zone {
  @Property(() => Int, {
    zh: "落地项目数",
    en: "settled projects",
    description:
      "The number of projects that have settled, as the zone states it (落地项目数); the source may name fewer.",
  })
  settledProjectCount?: number;

  @Property(() => Float, {
    zh: "落地项目总投资",
    en: "total investment of settled projects",
    unit: "CNY",
    indexed: true,
    description: "Total investment of the projects that have settled, as the zone states it, in yuan (落地项目总投资).",
  })
  settledInvestmentCny?: number;

  @Property(() => PartialDate, {
    zh: "数据时点",
    en: "as of",
    description: "When the source said so (数据时点).",
  })
  statedAsOf?: string;
}
