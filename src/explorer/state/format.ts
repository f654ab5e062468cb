import type { Language } from "./words.js";

/** Units as the API writes them, in both languages; what is not here is shown as it is. */
const UNITS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  mu: ["亩", "mu"],
  MW: ["兆瓦", "MW"],
  "%": ["%", "%"],
  person: ["人", "people"],
  year: ["年", "years"],
  month: ["个月", "months"],
  week: ["周", "weeks"],
  day: ["天", "days"],
  round: ["轮", "rounds"],
  item: ["项", "items"],
  category: ["类", "categories"],
  parcel: ["宗", "parcels"],
  batch: ["批", "batches"],
  proposal: ["项", "proposals"],
  park: ["个园区", "parks"],
  kg: ["公斤", "kg"],
};

const locale = (language: Language): string => (language === "zh" ? "zh-CN" : "en-GB");

/** A number with the language's separators. */
export function number(value: number, language: Language): string {
  return value.toLocaleString(locale(language), { maximumFractionDigits: 2 });
}

function money(value: number, language: Language): string {
  const size = Math.abs(value);
  if (language === "zh") {
    if (size >= 1e8) return `${number(value / 1e8, language)} 亿元`;
    return size >= 1e4 ? `${number(value / 1e4, language)} 万元` : `${number(value, language)} 元`;
  }
  if (size >= 1e9) return `CNY ${number(value / 1e9, language)} billion`;
  return size >= 1e6 ? `CNY ${number(value / 1e6, language)} million` : `CNY ${number(value, language)}`;
}

/** A number with its unit. */
export function measured(value: number, unit: string | null, language: Language): string {
  if (unit === "CNY") return money(value, language);
  const word = unit === null ? "" : (UNITS[unit]?.[language === "zh" ? 0 : 1] ?? unit);
  return word === "" ? number(value, language) : `${number(value, language)}${word === "%" ? "" : " "}${word}`;
}

/** An amount from the least to the most that it can be; one where both are the same. */
export function measuredRange(least: number, most: number | null, unit: string | null, language: Language): string {
  const text = measured(least, unit, language);
  return most === null || most === least ? text : `${text}–${measured(most, unit, language)}`;
}

/** A partial date as people write it: 2023年5月26日, 26 May 2023. */
export function date(value: string, language: Language): string {
  const [year = "", month, day] = value.split("-");
  if (language === "zh") return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
  const name = month
    ? new Date(Date.UTC(2000, Number(month) - 1)).toLocaleString("en-GB", { month: "long", timeZone: "UTC" })
    : "";
  return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
}

/** What maps of China print for the long names of zones; the details give them in full. */
const SHORT: readonly (readonly [string, string])[] = [
  [" Economic and Technological Development Zone", " ETDZ"],
  [" Economic Development Zone", " EDZ"],
];

/** A name as short as maps print it; Chinese ones are short. */
export function printed(name: string): string {
  return SHORT.reduce((text, [long, short]) => text.replace(long, short), name);
}

/** What several of a kind are called in English: it has no plural in the graph's vocabulary, and needs none in Chinese. */
export function plural(term: string, language: Language): string {
  if (language === "zh") return term;
  return /[^aeiou]y$/.test(term) ? term.replace(/y$/, "ies") : `${term}s`;
}
