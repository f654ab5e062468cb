import { useEffect, useState } from "react";
import { restore } from "../state/address.js";
import { followHistory } from "../state/history.js";
import { useStore } from "../state/store.js";
import { Asked } from "./asked.js";
import { BusyLine } from "./busy-line.js";
import { Details } from "./details.js";
import { FilterChips } from "./filter-chips.js";
import { ImportBanner } from "./import-banner.js";
import { useSpeech } from "./language.js";
import { NoticeLine } from "./notice-line.js";
import { PathBar } from "./path-bar.js";
import { PictureView } from "./picture-view.js";
import { PrintPicture } from "./print-picture.js";
import { Sidebar } from "./sidebar.js";
import { Tools } from "./tools.js";
import { TopBar } from "./top-bar.js";
import { useUndoKeys } from "./undo-keys.js";

/** The whole page: find above, what there is at the left, the picture in the middle, what is looked at closely at the right. */
export function Page() {
  const { say } = useSpeech();
  const screen = useStore(({ screen }) => screen);
  const focus = useStore(({ focus }) => focus);
  const origin = useStore(({ picture }) => picture.origin);
  const [isOpen, setOpen] = useState(false);
  // On a phone the contents lie over what was just asked for.
  useEffect(() => {
    setOpen(false);
  }, [screen, focus, origin]);
  useEffect(() => {
    const end = followHistory();
    restore(location.hash);
    return end;
  }, []);
  useUndoKeys();
  return (
    <div className={focus ? "page with-details" : "page"}>
      <a
        className="skip"
        href="#picture"
        onClick={(event) => {
          // The address after # says what is shown.
          event.preventDefault();
          document.querySelector<HTMLElement>(".canvas")?.focus();
        }}
      >
        {say("skip")}
      </a>
      <TopBar
        isOpen={isOpen}
        onContents={() => {
          setOpen(!isOpen);
        }}
      />
      <Sidebar isOpen={isOpen} />
      <main className="middle" id="picture">
        <Tools />
        <FilterChips />
        <div className="stage">
          <BusyLine />
          <PictureView />
          {screen.name === "graph" ? <PrintPicture /> : null}
          {screen.name === "graph" ? null : <Asked screen={screen} />}
          <div className="told" data-covers="">
            <ImportBanner />
            <PathBar />
            <NoticeLine />
          </div>
        </div>
      </main>
      {focus ? <Details key={focus.id} focus={focus} /> : null}
    </div>
  );
}
