import { toOverview } from "../state/deeds.js";
import { useSpeech, useSwitch } from "./language.js";
import { SearchBox } from "./search-box.js";

/** The page's head: its name, find, the playground, the language. */
export function TopBar() {
  const { say } = useSpeech();
  const toggle = useSwitch();
  return (
    <header className="top">
      <button type="button" className="brand" onClick={toOverview} title={say("overview")}>
        <strong>{say("title")}</strong>
        <span>{say("subtitle")}</span>
      </button>
      <SearchBox />
      <nav>
        <button type="button" className="plain" onClick={toOverview}>
          {say("overview")}
        </button>
        <a href="/graphql" target="_blank" rel="noreferrer" title={say("playgroundHint")}>
          {say("playground")}
        </a>
        <button
          type="button"
          className="plain"
          onClick={toggle}
          lang={say("otherLanguage") === "English" ? "en" : "zh-CN"}
        >
          {say("otherLanguage")}
        </button>
      </nav>
    </header>
  );
}
