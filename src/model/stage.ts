import { Entity, Property } from "./decorators.js";
import { defineEnum } from "./terms.js";

export const StagePosition = defineEnum("StagePosition", "Where a stage stands in its chain (环节位置).", {
  UPSTREAM: { zh: "上游", en: "upstream" },
  MIDSTREAM: { zh: "中游", en: "midstream" },
  DOWNSTREAM: { zh: "下游", en: "downstream" },
});
export type StagePosition = keyof typeof StagePosition;

@Entity({
  zh: "产业链环节",
  en: "chain stage",
  colour: "#86601f",
  description: "A stage of an industry chain (产业链环节), from raw material to final product.",
})
export class Stage {
  @Property(() => StagePosition, {
    zh: "位置",
    en: "position",
    indexed: true,
    description: "Where the stage stands in its chain (位置).",
  })
  position?: StagePosition;
}
