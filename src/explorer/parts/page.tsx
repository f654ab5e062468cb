import { useEffect } from "react";
import { restore, followAddress } from "../state/address.js";
import { useStore } from "../state/store.js";
import { Asked } from "./asked.js";
import { Details } from "./details.js";
import { useSpeech } from "./language.js";
import { NoticeLine } from "./notice-line.js";
import { PathBar } from "./path-bar.js";
import { PictureView } from "./picture-view.js";
import { PrintPicture } from "./print-picture.js";
import { Sidebar } from "./sidebar.js";
import { Tools } from "./tools.js";
import { TopBar } from "./top-bar.js";

/** The whole page: find above, what there is at the left, the picture in the middle, what is looked at closely at the right. */
export function Page() {
  const { say } = useSpeech();
  const screen = useStore(({ screen }) => screen);
  const focus = useStore(({ focus }) => focus);
  useEffect(() => {
    restore();
    return followAddress();
  }, []);
  return (
    <div className={focus ? "page with-details" : "page"}>
      <a className="skip" href="#picture">
        {say("skip")}
      </a>
      <TopBar />
      <Sidebar />
      <main className="middle" id="picture">
        <Tools />
        <div className="stage">
          <PictureView />
          {screen.name === "graph" ? <PrintPicture /> : null}
          {screen.name === "graph" ? null : <Asked screen={screen} />}
          <div className="told">
            <PathBar />
            <NoticeLine />
          </div>
        </div>
      </main>
      {focus ? <Details key={focus.id} focus={focus} /> : null}
    </div>
  );
}
