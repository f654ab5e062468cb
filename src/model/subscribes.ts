import { Float } from "type-graphql";
import { Property, Relationship } from "./decorators.js";
import { Fund } from "./fund.js";
import { Party } from "./interfaces.js";
import { defineEnum } from "./terms.js";

export const SubscriberRole = defineEnum("SubscriberRole", "As what somebody takes part in a fund (出资身份).", {
  PARTNER: { zh: "合伙人", en: "partner, whether general or limited is not said" },
  GENERAL_PARTNER: { zh: "普通合伙人", en: "general partner" },
  LIMITED_PARTNER: { zh: "有限合伙人", en: "limited partner" },
});
export type SubscriberRole = keyof typeof SubscriberRole;

@Relationship({
  zh: "认缴",
  en: "subscribes to",
  inverseZh: "出资人为",
  inverseEn: "is subscribed to by",
  description: "Somebody is a partner of a fund (认缴); what the source does not say stays unknown.",
  from: { of: Party, fields: { subscribedFunds: Fund } },
  to: { of: [Fund], field: "subscribers" },
})
export class Subscribes {
  @Property(() => SubscriberRole, {
    zh: "身份",
    en: "role",
    indexed: true,
    description: "As what it takes part (身份).",
  })
  role?: SubscriberRole;

  @Property(() => Float, {
    zh: "认缴比例",
    en: "share",
    unit: "%",
    description: "Its share in percent (认缴比例).",
  })
  sharePercent?: number;

  @Property(() => Float, {
    zh: "认缴金额",
    en: "amount",
    unit: "CNY",
    indexed: true,
    description: "The amount subscribed in yuan (认缴金额).",
  })
  amountCny?: number;
}
