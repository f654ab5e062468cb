import { useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { printPage, sourcesInPrint, svgOf } from "../drawing/keep.js";
import { attempt } from "../state/notices.js";
import { usePageKeys } from "./keys.js";
import { useSpeech } from "./language.js";

/** The picture as lines and letters while the page is being printed: what a graphics card drew does not come on paper. */
export function PrintPicture() {
  const speech = useSpeech();
  const [svg, setSvg] = useState("");
  const [sources, setSources] = useState("");
  usePageKeys(
    useCallback(
      (event) => {
        if (event.key !== "p" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        attempt(() => printPage(speech));
      },
      [speech],
    ),
  );
  useEffect(() => {
    const show = (): void => {
      flushSync(() => {
        setSvg(svgOf(speech));
        setSources(sourcesInPrint());
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
  return (
    <div className="print-picture">
      <div dangerouslySetInnerHTML={{ __html: svg }} />
      <p>{sources}</p>
    </div>
  );
}
