import { Entity, Property } from "./decorators.js";
import { Party, Place } from "./interfaces.js";
import { defineEnum } from "./terms.js";

export const RegionLevel = defineEnum("RegionLevel", "The level of an administrative region (行政级别).", {
  PROVINCE: { zh: "省级", en: "province" },
  PREFECTURE: { zh: "地级", en: "prefecture" },
  COUNTY: { zh: "县级", en: "county" },
});
export type RegionLevel = keyof typeof RegionLevel;

@Entity({
  zh: "行政区",
  en: "region",
  colour: "#6b7350",
  description:
    "An administrative region (行政区): a province, a prefecture-level city or a county, by the codes of GB/T 2260.",
  implements: [Party, Place],
  steppingStone: false,
})
export class Region {
  @Property(() => RegionLevel, {
    zh: "行政级别",
    en: "level",
    indexed: true,
    description: "The administrative level (行政级别).",
  })
  level?: RegionLevel;

  @Property(() => String, {
    zh: "行政区划代码",
    en: "code",
    indexed: true,
    code: true,
    description: "The six-digit code of GB/T 2260 (行政区划代码), as text.",
  })
  code?: string;
}
