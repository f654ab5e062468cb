import { toOverview } from "../state/deeds.js";
import { Icon } from "./icon.js";
import { useSpeech, useSwitch } from "./language.js";
import { SearchBox } from "./search-box.js";

/** The page's head: its name, find, the playground, the language. */
export function TopBar({ isOpen, onContents }: { readonly isOpen: boolean; readonly onContents: () => void }) {
  const { say } = useSpeech();
  const toggle = useSwitch();
  return (
    <header className="top">
      <button
        type="button"
        className="tool contents-button"
        aria-label={say("contents")}
        aria-expanded={isOpen}
        aria-controls="contents"
        onClick={onContents}
      >
        <Icon name={isOpen ? "close" : "menu"} />
      </button>
      <h1>
        <button type="button" className="brand" onClick={toOverview} title={say("overview")}>
          <strong>{say("title")}</strong>
          <span>{say("subtitle")}</span>
        </button>
      </h1>
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
