import { Int } from "type-graphql";
import { Chain } from "./chain.js";
import { Property, Relationship } from "./decorators.js";
import { Stage } from "./stage.js";

@Relationship({
  zh: "包含环节",
  en: "has stage",
  inverseZh: "所属产业链",
  inverseEn: "is a stage of",
  description: "A chain has a stage (包含环节).",
  from: { of: [Chain], fields: { stages: Stage } },
  to: { of: [Stage], fields: { chains: Chain } },
})
export class HasStage {
  @Property(() => Int, {
    zh: "次序",
    en: "rank",
    description: "The place of the stage in the chain, counted from upstream, from 1 (次序).",
  })
  rank?: number;
}
