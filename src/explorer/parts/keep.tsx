import { useRef, useState } from "react";
import { attempt, tell } from "../state/notices.js";
import { printPage, saveCsv, saveNetwork, savePng, saveSvg } from "../drawing/keep.js";
import { CopiedLink, copied } from "./copied-link.js";
import { Icon } from "./icon.js";
import { onKey } from "./keys.js";
import { useSpeech } from "./language.js";
import { address } from "../state/address.js";
import { questionOf } from "../state/reading.js";
import { useStore } from "../state/store.js";
import { PlaygroundLink } from "./playground-link.js";

/** What can be kept of the picture: files, paper, the link. */
export function Keep() {
  const speech = useSpeech();
  const { say } = speech;
  const picture = useStore((state) => state.picture);
  const question = questionOf(picture);
  const menu = useRef<HTMLDetailsElement>(null);
  /** A link that the reader is to copy by hand. */
  const [link, setLink] = useState<string | null>(null);
  const entry = (words: Parameters<typeof say>[0], work: () => Promise<void> | void) => (
    <button
      type="button"
      onClick={() => {
        if (menu.current) menu.current.open = false;
        attempt(async () => {
          await work();
        });
      }}
    >
      {say(words)}
    </button>
  );
  return (
    <>
      <details
        className="menu"
        ref={menu}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
        }}
        onKeyDown={onKey((event: React.KeyboardEvent<HTMLDetailsElement>) => {
          if (event.key !== "Escape") return;
          event.currentTarget.open = false;
          event.currentTarget.querySelector("summary")?.focus();
        })}
      >
        <summary className="tool wide" aria-label={say("keep")}>
          <Icon name="keep" />
          {say("keep")}
        </summary>
        <div className="menu-entries">
          {entry("copyLink", async () => {
            const here = await address();
            if (await copied(here)) tell({ words: "copied" });
            else setLink(here);
          })}
          {question ? <PlaygroundLink {...question} /> : null}
          {entry("exportPng", () => savePng(speech))}
          {entry("exportSvg", () => saveSvg(speech))}
          {entry("exportGexf", () => saveNetwork("gexf"))}
          {entry("exportGraphml", () => saveNetwork("graphml"))}
          {entry("exportCsv", () => {
            saveCsv(speech);
          })}
          {entry("print", () => printPage(speech))}
        </div>
      </details>
      {link === null ? null : (
        <CopiedLink
          link={link}
          words={{ title: say("linkTitle"), hint: say("linkHint"), close: say("close") }}
          onClose={() => {
            setLink(null);
          }}
        />
      )}
    </>
  );
}
