import type { Kind } from "../../src/graph/model.js";
import type { Random } from "./random.js";

const words = (text: string): readonly string[] => text.split(" ");

const PLACES = words(
  "太原 大同 朔州 忻州 阳泉 吕梁 晋中 长治 晋城 临汾 运城 左云 怀仁 应县 浑源 原平 定襄 岢岚 文水 孝义",
);
const SYLLABLES = words("晋 华 瑞 鑫 恒 盛 泰 源 安 宏 信 嘉 科 达 远 通 兴 隆 博 润 中 海 天 凯 联 创 元 明 新 耀");
const TRADES = words(
  "新能源 光伏 新材料 装备制造 碳材料 锻造 食品 医药 物流 电子科技 环保科技 煤化工 信息技术 生物科技",
);
const FORMS = words("有限公司 有限责任公司 股份有限公司 集团有限公司");
const WORKS = words("生产线 产业园 电站 研发中心 加工基地 储能电站 改造升级 供应链基地");
const SURNAMES = words("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 马 胡 郭 何 高 林 郑 梁");
const GIVEN = words("波 平 峰 伟 强 磊 静 敏 丽 军 洋 勇 艳 杰 涛 明 超 霞 刚 玲 建国 志强 晓东 文静");
const TOPICS = words("人才引进 招商引资 科技创新 产业链提升 绿色发展 用地保障 金融支持 企业培育");

type Maker = (random: Random) => string;

const place: Maker = (random) => random.pick(PLACES);
const trade: Maker = (random) => random.pick(TRADES, 1.5);
const firm: Maker = (random) => random.pick(SYLLABLES) + random.pick(SYLLABLES);

/** How names of a kind look; those of a kind that is not here are its Chinese term with a place and a topic. */
const MAKERS: Readonly<Record<string, Maker>> = {
  Region: (random) => `${place(random)}${random.pick(SYLLABLES)}${random.pick(["县", "区", "镇"])}`,
  Zone: (random) => `${place(random)}${random.pick(["经济技术", "高新技术产业", "现代农业产业"])}开发区`,
  Industry: (random) => `${trade(random)}产业`,
  Chain: (random) => `${place(random)}${trade(random)}产业链`,
  Company: (random) => `${place(random)}${firm(random)}${trade(random)}${random.pick(FORMS)}`,
  Project: (random) => `年产${random.below(990) + 10}万吨${trade(random)}${random.pick(WORKS)}项目`,
  University: (random) => `${place(random)}${random.pick(["理工", "师范", "工业", "医科"])}大学`,
  Institute: (random) => `${place(random)}${trade(random)}${random.pick(["研究院", "重点实验室", "行业协会"])}`,
  Agency: (random) => `${place(random)}${random.pick(["发改委", "财政局", "工信局", "自然资源局", "商务局"])}`,
  Fund: (random) => `${place(random)}${firm(random)}产业投资基金(有限合伙)`,
  Person: (random) => `${random.pick(SURNAMES, 1.5)}${random.pick(GIVEN)}`,
  Product: (random) => `${random.pick(SYLLABLES)}${trade(random)}产品`,
};

/** A name of a kind's entity, not always its alone. */
export function nameOf(kind: Kind, random: Random): string {
  return (MAKERS[kind.name] ?? (() => `${place(random)}${random.pick(TOPICS)}${kind.zh}`))(random);
}

/** What a property of plain text says. */
export function textOf(random: Random): string {
  return `${place(random)}${random.pick(TOPICS)}`;
}

/** A short form of a name. */
export function shortOf(random: Random): string {
  return firm(random) + trade(random);
}
