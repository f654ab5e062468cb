import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import type { WordsQuery } from "../operations.js";
import { date, measured } from "../state/format.js";
import type { Entity } from "../state/picture.js";
import { wording, type Language, type WordKey } from "../state/words.js";

type PropertyTerm = WordsQuery["propertyTerms"][number];

/** How the page speaks. */
export interface Speech {
  readonly language: Language;
  readonly say: (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;
  /** An enum's value. */
  readonly term: (name: string, value: string) => string;
  /** A relationship type read from its far end. */
  readonly inverse: (type: string) => string;
  /** The properties that a type has, as a GraphQL type name. */
  readonly propertiesOf: (type: string) => readonly PropertyTerm[];
  readonly label: (term: PropertyTerm) => string;
  /** A property's value, for people. */
  readonly value: (value: unknown, term: Pick<PropertyTerm, "type" | "unit">) => string;
  readonly nameOf: (entity: Pick<Entity, "name" | "nameEn">) => string;
}

const SpeechContext = createContext<Speech | null>(null);
const SwitchContext = createContext<() => void>(() => undefined);

const KEY = "liantu:language";

function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === "zh" || kept === "en") return kept;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

function speechOf(language: Language, { vocabulary, propertyTerms }: WordsQuery): Speech {
  const terms = new Map(vocabulary.map((term) => [`${term.enum}.${term.value}`, term]));
  const term = (name: string, value: string): string => terms.get(`${name}.${value}`)?.[language] ?? value;
  const nameOf = ({ name, nameEn }: Pick<Entity, "name" | "nameEn">): string =>
    language === "zh" ? name : (nameEn ?? name);
  const valueOf: Speech["value"] = (value, about) => {
    if (Array.isArray(value)) return value.map((item) => valueOf(item, about)).join(language === "zh" ? "、" : ", ");
    if (typeof value === "number") return measured(value, about.unit, language);
    if (typeof value === "boolean") return wording(language, value ? "yes" : "no");
    return about.type === "PartialDate" ? date(String(value), language) : term(about.type, String(value));
  };
  return {
    language,
    term,
    nameOf,
    say: (key, values) => wording(language, key, values),
    inverse: (type) => {
      const found = terms.get(`RelationshipType.${type}`);
      return (language === "zh" ? found?.inverseZh : found?.inverseEn) ?? term("RelationshipType", type);
    },
    propertiesOf: (type) => propertyTerms.filter(({ of }) => of === type),
    label: (about) => about[language],
    value: valueOf,
  };
}

/** Lets everything in it speak one language, the browser's until the reader switches. */
export function Speaking({ words, children }: { readonly words: WordsQuery; readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const speech = useMemo(() => speechOf(language, words), [language, words]);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = `${speech.say("title")} · ${speech.say("subtitle")}`;
  }, [language, speech]);
  const toggle = (): void => {
    const next = language === "zh" ? "en" : "zh";
    localStorage.setItem(KEY, next);
    setLanguage(next);
  };
  return (
    <SwitchContext value={toggle}>
      <SpeechContext value={speech}>{children}</SpeechContext>
    </SwitchContext>
  );
}

/** How the page speaks now. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error("useSpeech: expected to be within Speaking but is not; put the component inside it.");
  return speech;
}

/** Switches to the other language. */
export function useSwitch(): () => void {
  return useContext(SwitchContext);
}
