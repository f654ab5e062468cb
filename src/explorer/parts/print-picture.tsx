import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { svgOf } from "../drawing/keep.js";
import { useSpeech } from "./language.js";

/** The picture as lines and letters while the page is being printed: what a graphics card drew does not come on paper. */
export function PrintPicture() {
  const speech = useSpeech();
  const [svg, setSvg] = useState("");
  useEffect(() => {
    const show = (): void => {
      flushSync(() => {
        setSvg(svgOf(speech));
      });
    };
    const hide = (): void => {
      setSvg("");
    };
    addEventListener("beforeprint", show);
    addEventListener("afterprint", hide);
    return () => {
      removeEventListener("beforeprint", show);
      removeEventListener("afterprint", hide);
    };
  }, [speech]);
  return <div className="print-picture" dangerouslySetInnerHTML={{ __html: svg }} />;
}
