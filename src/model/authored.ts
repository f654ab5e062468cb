import { Property, Relationship } from "./decorators.js";
import { Person } from "./person.js";
import { Source } from "./source.js";
import { defineEnum } from "./terms.js";

export const AuthorRole = defineEnum("AuthorRole", "As what a person wrote a source (作者身份).", {
  REPORTER: { zh: "记者", en: "reporter" },
  CORRESPONDENT: { zh: "通讯员", en: "correspondent" },
  BYLINE: { zh: "署名", en: "named without a role" },
});
export type AuthorRole = keyof typeof AuthorRole;

@Relationship({
  zh: "撰写",
  en: "authored",
  inverseZh: "作者为",
  inverseEn: "was written by",
  description: "A person wrote a source (撰写).",
  from: { of: [Person], fields: { writings: Source } },
  to: { of: [Source], fields: { authors: Person } },
})
export class Authored {
  @Property(() => AuthorRole, {
    zh: "身份",
    en: "role",
    description: "As what the person wrote it (身份).",
  })
  role?: AuthorRole;
}
