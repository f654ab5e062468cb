import { Float, Int } from "type-graphql";
import { Entity, Property } from "./decorators.js";
import { ProjectStatus } from "./project-status.js";
import { PartialDate } from "./scalars.js";

@Entity({
  zh: "项目",
  en: "project",
  colour: "#356d9e",
  description: "An investment project (项目), or one phase of one.",
})
export class Project {
  @Property(() => ProjectStatus, {
    zh: "状态",
    en: "status",
    indexed: true,
    description:
      "How far the project had come when the source spoke of it (状态); what is only planned is a target date, not a status.",
  })
  status?: ProjectStatus;

  @Property(() => PartialDate, {
    zh: "状态时点",
    en: "status as of",
    description: "When the source said so (状态时点).",
  })
  statusAsOf?: string;

  @Property(() => Float, {
    zh: "投资额",
    en: "investment",
    unit: "CNY",
    indexed: true,
    description: "Total investment in yuan (投资额).",
  })
  investmentCny?: number;

  @Property(() => Float, {
    zh: "装机容量",
    en: "installed capacity",
    unit: "MW",
    indexed: true,
    description:
      "Installed capacity of a power plant in megawatts (装机容量); what a factory makes in a year is annualOutput.",
  })
  installedMw?: number;

  @Property(() => Float, {
    zh: "储能配比",
    en: "storage ratio",
    unit: "%",
    description: "Energy storage in percent of the installed capacity (储能配比).",
  })
  storagePercent?: number;

  @Property(() => Float, {
    zh: "年产量",
    en: "annual output",
    indexed: true,
    description: "What the project is designed to make in a year (年产量), counted in annualOutputUnit.",
  })
  annualOutput?: number;

  @Property(() => String, {
    zh: "年产量单位",
    en: "unit of annual output",
    description: "The unit of annualOutput (年产量单位); never add outputs of different units.",
  })
  annualOutputUnit?: string;

  @Property(() => Float, {
    zh: "占地面积",
    en: "site area",
    unit: "mu",
    indexed: true,
    description: "Area of the site in mu, a fifteenth of a hectare (占地面积).",
  })
  areaMu?: number;

  @Property(() => Int, {
    zh: "分期数",
    en: "number of phases",
    description: "The number of phases in which the project is carried out (分期数).",
  })
  phaseCount?: number;

  @Property(() => Int, {
    zh: "期次",
    en: "phase number",
    description: "Which phase of the whole project this is (期次), counted from 1.",
  })
  phaseNumber?: number;

  @Property(() => [String], {
    zh: "建设内容",
    en: "facilities",
    description: "What is built, item by item, as far as the source lists it (建设内容).",
  })
  facilities?: string[];

  @Property(() => PartialDate, {
    zh: "计划开工日期",
    en: "target start",
    planned: true,
    indexed: true,
    description: "When construction is to start (计划开工日期).",
  })
  targetStartDate?: string;

  @Property(() => PartialDate, {
    zh: "预计投产日期",
    en: "target date",
    planned: true,
    indexed: true,
    description: "When all of it is to be in production (预计投产日期).",
  })
  targetDate?: string;
}
