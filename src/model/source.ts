import { Int } from "type-graphql";
import { Entity, Property } from "./decorators.js";
import { PartialDate } from "./scalars.js";
import { defineEnum } from "./terms.js";

export const SourceType = defineEnum("SourceType", "What a source is (来源类型).", {
  PAGE: { zh: "版面", en: "page" },
  ARTICLE: { zh: "文章", en: "article" },
  STANDARD: { zh: "标准", en: "standard" },
});
export type SourceType = keyof typeof SourceType;

@Entity({
  zh: "来源",
  en: "source",
  colour: "#6f6f6f",
  description: "A document that facts are read from (来源): a newspaper page, its articles, a standard.",
  steppingStone: false,
})
export class Source {
  @Property(() => SourceType, {
    zh: "类型",
    en: "type",
    indexed: true,
    description: "What the document is (类型).",
  })
  type?: SourceType;

  @Property(() => PartialDate, {
    zh: "日期",
    en: "date",
    indexed: true,
    description: "When it was published (日期).",
  })
  date?: string;

  @Property(() => String, {
    zh: "出版者",
    en: "publisher",
    description: "Who publishes it (出版者).",
  })
  publisher?: string;

  @Property(() => String, {
    zh: "期号",
    en: "issue number",
    description: "The number of the issue within its year (期号).",
  })
  issueNumber?: string;

  @Property(() => String, {
    zh: "篇目编号",
    en: "article code",
    indexed: true,
    code: true,
    description:
      "The article's code within its page (篇目编号): A1, A2, in the order in which they begin; citations use it.",
  })
  articleCode?: string;

  @Property(() => Int, {
    zh: "段落数",
    en: "number of paragraphs",
    description: "How many paragraphs of the article can be read (段落数); citations count by them.",
  })
  paragraphCount?: number;
}
