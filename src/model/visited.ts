import { Property, Relationship } from "./decorators.js";
import { Region } from "./region.js";
import { PartialDate } from "./scalars.js";
import { Zone } from "./zone.js";

@Relationship({
  zh: "走访",
  en: "visited",
  inverseZh: "来访者有",
  inverseEn: "was visited by",
  description: "Somebody from a zone travelled to a region (走访).",
  from: { of: [Zone], fields: { visitedRegions: Region } },
  to: { of: [Region], fields: { visitingZones: Zone } },
})
export class Visited {
  @Property(() => String, {
    zh: "目的",
    en: "purpose",
    description: "What for (目的).",
  })
  purpose?: string;

  @Property(() => PartialDate, {
    zh: "日期",
    en: "date",
    indexed: true,
    description: "When (日期).",
  })
  date?: string;
}
