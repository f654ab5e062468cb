import { defineEnum } from "./terms.js";

export const ProjectStatus = defineEnum("ProjectStatus", "How far a project has come (项目状态).", {
  PLANNED: { zh: "计划", en: "planned" },
  SIGNED: { zh: "已签约", en: "signed" },
  UNDER_CONSTRUCTION: { zh: "在建", en: "under construction" },
  AWAITING_PRODUCTION: { zh: "待投产", en: "expected to go into production, with no report that it has" },
  IN_PRODUCTION: { zh: "已投产", en: "in production" },
});
export type ProjectStatus = keyof typeof ProjectStatus;
